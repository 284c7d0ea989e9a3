package org.coreograph.app;

import javafx.application.Application;

/** Starts Coreograph. It doesn't extend {@link Application}: JavaFX refuses that on a class path. */
public final class Coreograph {
    private Coreograph() {}

    public static void main(String[] args) {
        Application.launch(CoreographApplication.class, args);
    }
}
