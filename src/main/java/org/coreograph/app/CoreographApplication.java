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
    private static final double WIDTH_PX = 1440;
    private static final double HEIGHT_PX = 900;
    private static final double MIN_WIDTH_PX = 1000;
    private static final double MIN_HEIGHT_PX = 640;

    private @Nullable Injector injector;

    @Override
    public void start(javafx.stage.Stage stage) {
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
        if (screen.getWidth() <= WIDTH_PX * 1.4) {
            stage.setX(screen.getMinX());
            stage.setY(screen.getMinY());
            stage.setWidth(screen.getWidth());
            stage.setHeight(screen.getHeight());
            stage.setMaximized(true);
        } else {
            stage.setWidth(WIDTH_PX);
            stage.setHeight(HEIGHT_PX);
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
