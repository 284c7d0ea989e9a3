package org.coreograph.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.coreograph.model.RunRequest;
import org.coreograph.picture.PictureRequests;
import org.coreograph.testkit.WindowHandle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ExportTest {
    @TempDir
    private Path folder;

    private WindowHandle window;

    @Start
    void open(Stage stage) {
        window = WindowHandle.open(stage);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void comparisonIsWrittenAtItsSizeAndCarriesItsRequests() throws IOException {
        Path file = folder.resolve("two loops.png");
        window.dialogs().choose(file);
        window.settle().export("export-comparison-2").awaitMessage("Saved");

        BufferedImage picture = ImageIO.read(file.toFile());
        assertThat(picture.getWidth()).isEqualTo(3200);
        assertThat(picture.getHeight()).isEqualTo(1800);
        assertThat(PictureRequests.read(Files.readAllBytes(file)))
                .extracting(RunRequest::program)
                .containsOnly("two-loops");
        assertThat(window.message()).contains("3200 × 1800").contains("two loops.png");
        assertThat(window.dialogs().suggested()).containsExactly("two-loops-comparison-2-cores.png");
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
    }

    @Test
    void nothingElseIsLeftInTheFolder() throws IOException {
        window.dialogs().choose(folder.resolve("a.png"));
        window.settle().export("export-running-1").awaitMessage("Saved");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("a.png"));
        }
    }

    @Test
    void endingIsAddedAndThenAFileIsReplacedOnlyAfterAsking() throws IOException {
        Path existing = folder.resolve("chart.png");
        Files.writeString(existing, "old");
        window.dialogs().choose(folder.resolve("chart"));
        window.settle().export("export-timeline-1");
        assertThat(window.dialogs().askedToReplace()).containsExactly(existing);
        assertThat(existing).hasContent("old");

        window.dialogs().allowReplacing(true);
        window.export("export-timeline-1").awaitMessage("Saved");
        assertThat(ImageIO.read(existing.toFile()).getWidth()).isEqualTo(1600);
    }

    @Test
    void pictureThatIsOpenedBringsItsRunBack() {
        Path file = folder.resolve("jobs.png");
        window.dialogs().choose(file);
        window.settle().choose("Jobs").export("export-comparison-1").awaitMessage("Saved");
        window.choose("Ping-pong").drop(file);
        assertThat(window.settle().picture().runs().getFirst().title()).isEqualTo("Jobs");
    }

    @Test
    void fileThatIsNoPictureIsRefusedInOneLine() throws IOException {
        Path file = folder.resolve("notes.md");
        Files.writeString(file, "no picture");
        window.settle().drop(file).awaitMessage("Could not open notes.md");
        assertThat(window.message()).doesNotContain("\n");
    }

    @Test
    void folderThatIsNotThereIsReported() {
        window.dialogs().choose(folder.resolve("missing").resolve("a.png"));
        window.settle().export("export-comparison-1").awaitMessage("Could not save");
        assertThat(window.message()).contains("folder is not there");
    }

    @Test
    void nothingHappensIfNoFileIsChosen() {
        window.settle().export("export-comparison-1");
        assertThat(window.dialogs().suggested()).hasSize(1);
        assertThat(window.message()).isEmpty();
    }

    @Test
    void comparisonIsCopied() {
        window.settle().export("copy").awaitMessage("Copied");
        assertThat(window.clipboard())
                .singleElement()
                .satisfies(picture -> assertThat(picture.getWidth()).isEqualTo(3200));
    }
}
