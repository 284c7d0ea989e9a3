package org.coreograph.benchmark;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.coreograph.engine.Engine;
import org.coreograph.gallery.Gallery;
import org.coreograph.gallery.Lectures;
import org.coreograph.gallery.Lessons;
import org.coreograph.picture.PictureExport;
import org.coreograph.picture.Typeface;
import org.coreograph.testkit.FakeFileDialogs;
import org.coreograph.ui.Theme;
import org.coreograph.ui.WindowView;
import org.coreograph.ui.export.Exports;
import org.coreograph.ui.export.FileDialogs;
import org.coreograph.ui.frame.Background;
import org.coreograph.ui.frame.FrameLoop;
import org.coreograph.viewmodel.EngineRuns;
import org.coreograph.viewmodel.RunWorker;
import org.coreograph.viewmodel.Shown;
import org.coreograph.viewmodel.Workbench;
import org.coreograph.viewmodel.WorkbenchState;
import org.coreograph.viewmodel.code.CodeModel;
import org.coreograph.viewmodel.code.LineWorker;
import org.coreograph.viewmodel.lecture.LectureDesk;
import org.coreograph.viewmodel.lesson.GalleryEntry;
import org.coreograph.viewmodel.lesson.LessonDesk;
import org.jspecify.annotations.Nullable;

/**
 * The program's window with all that is in it, in a scene of its usual size that is on no screen. A frame is made as
 * soon as it is asked for, instead of at the next pulse, so what is measured has no waiting for pulses in it.
 *
 * <p>What is private is used by the JavaFX thread.
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
    private final WritableImage pixel = new WritableImage(1, 1);
    private final SnapshotParameters corner = new SnapshotParameters();
    private @Nullable Awaited awaited;

    /**
     * A picture that is waited for.
     *
     * @param there whether a state is the one that it is to show
     * @param rendered whether it is waited for as pixels, or as one pixel of what has to be rendered
     */
    private record Awaited(Predicate<WorkbenchState> there, boolean rendered, CompletableFuture<Shown> done) {}

    private HiddenWindow() {
        Gallery gallery = new Gallery();
        EngineRuns runs = new EngineRuns(new Engine(), gallery);
        worker = RunWorker.start(runs, this::requestFrame, System::nanoTime);
        LessonDesk lessons = new LessonDesk(gallery, () -> Lessons.shipped(gallery), runs::start, this::requestFrame);
        workbench = new Workbench(
                gallery,
                lessons,
                new LectureDesk(new Lectures(gallery), this::requestFrame),
                worker,
                this::requestFrame,
                System::nanoTime);
        CodeModel code = new CodeModel(gallery, LineWorker.start(runs, this::requestFrame), this::requestFrame);
        Typeface typeface = new Typeface();
        // It has no frame to make, and only wakes for nothing where the window asks it for one.
        FrameLoop pulses = new FrameLoop(System::nanoTime);
        FileDialogs nobody = new FakeFileDialogs();
        Background background = new Background(Runnable::run, this::requestFrame);
        Exports exports = new Exports(
                workbench, new PictureExport(typeface, PROCESSORS), nobody, picture -> {}, text -> {}, background);
        view = new WindowView(
                workbench, code, exports, nobody, background, new Theme(), typeface, PROCESSORS, pulses, address -> {});
        Parent root = view.scene().getRoot();
        view.scene().setRoot(new Pane());
        corner.setViewport(new Rectangle2D(0, 0, 1, 1));
        scene = new Scene(root, WIDTH_PX, HEIGHT_PX);
        scene.getStylesheets().setAll(view.scene().getStylesheets());
    }

    /** Starts JavaFX and makes the window, with its first comparison on it. */
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
        window.await(
                true, state -> shows(state, window.first()) && !state.lesson().loading(), window.workbench::open);
        return window;
    }

    /** Shows another program with its defaults, unless it is there, and takes hold of the core slider. */
    void hold(String program) {
        await(true, state -> shows(state, program), () -> {
            workbench.chooseProgram(program);
            workbench.beginGesture();
            requestFrame();
        });
    }

    /** Shows the gallery, and marks the first lesson on a program there. */
    void showGallery(String program) {
        await(true, state -> true, () -> {
            ((Button) scene.lookup("#program")).fire();
            requestFrame();
        });
        await(true, state -> true, () -> {
            ListView<GalleryEntry> list = list();
            GalleryEntry wanted = list.getItems().stream()
                    .filter(entry -> entry.program().equals(program))
                    .findFirst()
                    .orElseThrow();
            list.getSelectionModel().select(wanted);
            list.scrollTo(wanted);
            requestFrame();
        });
    }

    /** Presses Enter in the gallery, and waits until the lesson is there with the pixels of its program's picture. */
    Shown openMarked(String program) {
        return await(
                true,
                state -> shows(state, program)
                        && state.lesson().lesson().program().equals(program),
                () -> Event.fireEvent(
                        list(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));
    }

    @SuppressWarnings("unchecked") // The gallery's list holds nothing else.
    private ListView<GalleryEntry> list() {
        return (ListView<GalleryEntry>) scene.lookup("#gallery-list");
    }

    /**
     * Moves the core slider, and waits until the picture of that many cores is there.
     *
     * @param cores another number than before
     * @param rendered whether the picture is waited for as pixels, or as one pixel of what has to be rendered
     */
    Shown step(int cores, boolean rendered) {
        return await(
                rendered,
                state -> state.shown().complete() && state.shown().many().cores() == cores,
                () -> workbench.setCores(cores));
    }

    private String first() {
        return workbench.state().setup().program().id();
    }

    private static boolean shows(WorkbenchState state, String program) {
        return state.shown().complete()
                && state.shown().many().request().program().equals(program);
    }

    private Shown await(boolean rendered, Predicate<WorkbenchState> there, Runnable change) {
        CompletableFuture<Shown> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            awaited = new Awaited(there, rendered, done);
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
        WorkbenchState state = workbench.state();
        Awaited wanted = awaited;
        if (wanted == null || !wanted.there.test(state)) {
            return;
        }
        awaited = null;
        // Either does what a pulse does: styles and lays out what changed, tells the renderer of it, and has it
        // rendered.
        if (wanted.rendered) {
            scene.snapshot(pixels);
        } else {
            scene.getRoot().snapshot(corner, pixel);
        }
        wanted.done.complete(state.shown());
    }

    @Override
    public void close() {
        worker.close();
        Platform.exit();
    }
}
