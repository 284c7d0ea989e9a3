package org.coreograph.app;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.coreograph.ui.WindowView;
import org.coreograph.ui.frame.FrameLoop;
import org.coreograph.viewmodel.RunWorker;
import org.coreograph.viewmodel.Workbench;
import org.coreograph.viewmodel.lesson.LessonDesk;
import org.jspecify.annotations.Nullable;

/** Opens the window. */
public final class CoreographApplication extends Application {
    /** A narrower screen is filled. */
    private static final double WIDE_PX = 2000;

    private static final double LARGE_SHARE = 0.9;
    private static final double MIN_WIDTH_PX = 1000;
    private static final double MIN_HEIGHT_PX = 640;

    private @Nullable Injector injector;
    private boolean filled;

    @Override
    public void start(Stage stage) {
        try {
            open(stage);
        } catch (RuntimeException | Error e) {
            // Told here, since JavaFX would print the stack trace. Java 2D reports missing fonts as either.
            System.err.println(
                    "coreograph: " + Display.ofThisMachine().explain(e).line());
            System.exit(Coreograph.NOT_POSSIBLE);
        }
    }

    private void open(Stage stage) {
        // Guice then calls by reflection instead of by generated code, for which it uses what the JDK warns of.
        System.setProperty("guice_bytecode_gen_option", "DISABLED");
        Injector made = Guice.createInjector(new WindowModule(stage, getHostServices()));
        injector = made;
        Workbench workbench = made.getInstance(Workbench.class);
        WindowView view = made.getInstance(WindowView.class);
        FrameLoop frames = made.getInstance(FrameLoop.class);
        Optional<ReadyFile> ready = ReadyFile.wanted(System.getenv());
        frames.begin(nowNanos -> {
            boolean more = view.draw(nowNanos);
            fill(stage, workbench.state().look().presentation());
            return ready.map(file -> file.seen(workbench.state())).orElse(false) || more;
        });
        workbench.open();
        stage.setTitle("Coreograph");
        stage.getIcons().setAll(icon(32), icon(128), icon(256));
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setMinWidth(MIN_WIDTH_PX);
        stage.setMinHeight(MIN_HEIGHT_PX);
        stage.setScene(view.scene());
        stage.setOnCloseRequest(event -> {
            if (!view.mayClose()) {
                event.consume();
            }
        });
        size(stage);
        stage.show();
        view.focus();
    }

    /** Fills the screen or not, where that changes: a person may leave the full screen by other means. */
    private void fill(Stage stage, boolean whole) {
        if (whole != filled) {
            filled = whole;
            stage.setFullScreen(whole);
        }
    }

    private static void size(Stage stage) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        boolean small = screen.getWidth() < WIDE_PX;
        stage.setWidth(small ? screen.getWidth() : screen.getWidth() * LARGE_SHARE);
        stage.setHeight(small ? screen.getHeight() : screen.getHeight() * LARGE_SHARE);
        if (small) {
            stage.setX(screen.getMinX());
            stage.setY(screen.getMinY());
            stage.setMaximized(true);
        }
    }

    private static Image icon(int px) {
        return new Image(String.valueOf(CoreographApplication.class.getResource("/assets/icon-" + px + ".png")));
    }

    @Override
    public void stop() {
        Injector made = injector;
        if (made != null) {
            made.getInstance(FrameLoop.class).end();
            made.getInstance(LessonDesk.class).close();
            made.getInstance(RunWorker.class).close();
            // A picture that is being written is written to its end.
            made.getInstance(ExecutorService.class).close();
        }
    }
}
