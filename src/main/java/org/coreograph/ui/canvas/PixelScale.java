package org.coreograph.ui.canvas;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;

/** Tells how fine the screen is on which something is drawn. */
public final class PixelScale {
    private PixelScale() {}

    /** Returns how many real pixels make a pixel of a node; 1 for one that is in no window. */
    public static double of(Node node) {
        Scene scene = node.getScene();
        Window window = scene == null ? null : scene.getWindow();
        return window == null ? 1 : window.getRenderScaleX();
    }
}
