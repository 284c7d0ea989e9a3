package org.coreograph.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.coreograph.engine.Engine;
import org.coreograph.gallery.Gallery;
import org.coreograph.model.RunRequest;
import org.coreograph.picture.PictureRequests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstPictureTest {
    @TempDir
    private Path folder;

    @Test
    void picturesWhatTheWindowOpensWith() throws IOException, InterruptedException {
        Path file = folder.resolve("first.png");
        new FirstPicture(file).draw(new Engine(), new Gallery());
        assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(1600);
        assertThat(PictureRequests.read(Files.readAllBytes(file)))
                .extracting(RunRequest::program, request -> request.settings().cores())
                .containsExactly(tuple("two-loops", 1), tuple("two-loops", 2));
    }

    @Test
    void folderThatIsNotThereIsAnError() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> new FirstPicture(folder.resolve("none").resolve("first.png"))
                        .draw(new Engine(), new Gallery()));
    }
}
