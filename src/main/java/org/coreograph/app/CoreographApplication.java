package org.coreograph.app;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** Opens the window. */
public final class CoreographApplication extends Application {
    @Override
    public void start(Stage stage) {
        stage.setTitle("Coreograph");
        stage.setScene(new Scene(new StackPane(new Label("Coreograph")), 1000, 640));
        stage.show();
    }
}
