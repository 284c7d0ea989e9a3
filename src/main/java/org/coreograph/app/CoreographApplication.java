package org.coreograph.app;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import java.util.Optional;
import javafx.application.Application;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCombination;
import org.coreograph.ui.WindowView;
import org.coreograph.ui.frame.FrameLoop;
import org.coreograph.viewmodel.RunWorker;
import org.coreograph.viewmodel.Workbench;
import org.jspecify.annotations.Nullable;

/** Opens the window. */
public final class CoreographApplication extends Application {
    /** A narrower screen is filled. */
    private static final double WIDE_PX = 2000;

    private static final double LARGE_SHARE = 0.9;
    private static final double MIN_WIDTH_PX = 1000;
    private static final double MIN_HEIGHT_PX = 640;

    private @Nullable Injector injector;

    @Override
    public void start(javafx.stage.Stage stage) {
        // Guice then calls by reflection instead of by generated code, for which it uses what the JDK warns of.
        System.setProperty("guice_bytecode_gen_option", "DISABLED");
        Injector made = Guice.createInjector(Stage.DEVELOPMENT, new WindowModule(stage));
        injector = made;
        Workbench workbench = made.getInstance(Workbench.class);
        WindowView view = made.getInstance(WindowView.class);
        FrameLoop frames = made.getInstance(FrameLoop.class);
        Optional<ReadyFile> ready = ReadyFile.wanted(System.getenv());
        frames.begin(nowNanos -> {
            boolean more = view.draw(nowNanos);
            stage.setFullScreen(workbench.state().look().presentation());
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
        size(stage);
        stage.show();
        view.focus();
    }

    private static void size(javafx.stage.Stage stage) {
        var screen = javafx.stage.Screen.getPrimary().getVisualBounds();
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
            made.getInstance(RunWorker.class).close();
        }
    }
}
