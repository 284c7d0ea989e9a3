package org.coreograph.app;

import java.io.IOException;
import java.nio.file.Path;
import org.coreograph.engine.Engine;
import org.coreograph.gallery.Gallery;
import org.coreograph.picture.ChartKind;
import org.coreograph.picture.ComparisonScene;
import org.coreograph.picture.PictureExport;
import org.coreograph.picture.PictureSpec;
import org.coreograph.picture.Typeface;
import org.coreograph.picture.WholeFile;
import org.coreograph.viewmodel.EngineRuns;
import org.coreograph.viewmodel.FirstScreen;

/** The first screen as a picture, for where there is no window. */
final class FirstPicture {
    /** The system property that says where the picture goes. */
    static final String PROPERTY = "coreograph.picture";

    private static final PictureSpec SPEC = new PictureSpec(ChartKind.COMPARISON, 1600, 900, 1, false);

    private final Path file;

    FirstPicture(Path file) {
        this.file = file;
    }

    static FirstPicture ofThisProcess() {
        return new FirstPicture(Path.of(System.getProperty(PROPERTY, "coreograph.png")));
    }

    Path file() {
        return file;
    }

    /** Runs what the window would show first, and draws it. */
    void draw(Engine engine, Gallery gallery) throws IOException, InterruptedException {
        ComparisonScene scene = ComparisonScene.of(
                new FirstScreen(gallery, new EngineRuns(engine, gallery)).run().runs());
        int processors = Runtime.getRuntime().availableProcessors();
        byte[] png = new PictureExport(new Typeface(), processors).png(scene, SPEC);
        WholeFile.write(file, stream -> stream.write(png));
    }
}
