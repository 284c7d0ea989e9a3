package org.coreograph.benchmark;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import org.coreograph.engine.Engine;
import org.coreograph.gallery.Gallery;
import org.coreograph.gallery.Lessons;
import org.coreograph.picture.PictureExport;
import org.coreograph.picture.Typeface;
import org.coreograph.ui.Theme;
import org.coreograph.ui.WindowView;
import org.coreograph.ui.export.Exports;
import org.coreograph.ui.export.FileDialogs;
import org.coreograph.ui.frame.FrameLoop;
import org.coreograph.viewmodel.EngineRuns;
import org.coreograph.viewmodel.RunWorker;
import org.coreograph.viewmodel.Shown;
import org.coreograph.viewmodel.Workbench;
import org.coreograph.viewmodel.code.CodeModel;
import org.coreograph.viewmodel.code.LineWorker;
import org.coreograph.viewmodel.lecture.LectureDesk;
import org.coreograph.viewmodel.lesson.LessonDesk;
import org.jspecify.annotations.Nullable;

/**
 * The program's window with all that is in it, in a scene of its usual size that is on no screen. A frame is made as
 * soon as it is asked for, instead of at the next pulse, so what is measured has no waiting for pulses in it.
 *
 * <p>All but {@link #open}, {@link #step} and {@link #close} is used by the JavaFX thread.
 */
final class HiddenWindow implements AutoCloseable {
    private static final int WIDTH_PX = 1_440;
    private static final int HEIGHT_PX = 900;
    private static final int PROCESSORS = 2;

    private final AtomicBoolean requested = new AtomicBoolean();
    private final RunWorker worker;
    private final Workbench workbench;
    private final WindowView view;
    private final Scene scene;
    private final WritableImage pixels = new WritableImage(WIDTH_PX, HEIGHT_PX);
    private @Nullable Step awaited;

    /** A number of cores whose picture is waited for. */
    private record Step(int cores, boolean rendered, CompletableFuture<Shown> done) {}

    private HiddenWindow() {
        Gallery gallery = new Gallery();
        EngineRuns runs = new EngineRuns(new Engine(), gallery);
        worker = RunWorker.start(runs, this::requestFrame, System::nanoTime);
        LessonDesk lessons = new LessonDesk(gallery, () -> Lessons.shipped(gallery), runs::start, this::requestFrame);
        workbench = new Workbench(
                gallery, lessons, new LectureDesk(this::requestFrame), worker, this::requestFrame, System::nanoTime);
        CodeModel code = new CodeModel(gallery, LineWorker.start(runs, this::requestFrame), this::requestFrame);
        Typeface typeface = new Typeface();
        // It has no frame to make, and only wakes for nothing where the window asks it for one.
        FrameLoop pulses = new FrameLoop(System::nanoTime);
        Exports exports = new Exports(
                workbench,
                new PictureExport(typeface, PROCESSORS),
                new NoDialogs(),
                picture -> {},
                text -> {},
                Runnable::run,
                this::requestFrame);
        view = new WindowView(workbench, code, exports, new Theme(), typeface, PROCESSORS, pulses, address -> {});
        Parent root = view.scene().getRoot();
        view.scene().setRoot(new Pane());
        scene = new Scene(root, WIDTH_PX, HEIGHT_PX);
        scene.getStylesheets().setAll(view.scene().getStylesheets());
    }

    private static final class NoDialogs implements FileDialogs {
        @Override
        public Optional<java.nio.file.Path> whereToSave(String suggestedName) {
            return Optional.empty();
        }

        @Override
        public boolean mayReplace(java.nio.file.Path file) {
            return false;
        }
    }

    /** Starts JavaFX and makes the window, with its first comparison on it and the core slider held. */
    static HiddenWindow open() {
        CompletableFuture<HiddenWindow> made = new CompletableFuture<>();
        Platform.startup(() -> {
            try {
                made.complete(new HiddenWindow());
            } catch (RuntimeException e) {
                made.completeExceptionally(e);
            }
        });
        HiddenWindow window = made.join();
        window.await(2, true, window.workbench::open);
        Platform.runLater(window.workbench::beginGesture);
        return window;
    }

    /**
     * Moves the core slider, and waits until the picture of that many cores is there.
     *
     * @param cores another number than before
     * @param rendered whether the picture is waited for as pixels, or as all that has to be rendered
     */
    Shown step(int cores, boolean rendered) {
        return await(cores, rendered, () -> workbench.setCores(cores));
    }

    private Shown await(int cores, boolean rendered, Runnable change) {
        CompletableFuture<Shown> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            awaited = new Step(cores, rendered, done);
            change.run();
        });
        return done.join();
    }

    private void requestFrame() {
        if (requested.compareAndSet(false, true)) {
            Platform.runLater(this::frame);
        }
    }

    private void frame() {
        requested.set(false);
        view.draw(System.nanoTime());
        Shown shown = workbench.state().shown();
        Step step = awaited;
        if (step == null || !shown.complete() || shown.many().cores() != step.cores) {
            return;
        }
        awaited = null;
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        if (step.rendered) {
            scene.snapshot(pixels);
        }
        step.done.complete(shown);
    }

    @Override
    public void close() {
        worker.close();
        Platform.exit();
    }
}
