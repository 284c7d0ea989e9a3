package org.coreograph.ui.timeline;

import javafx.scene.layout.Region;
import org.coreograph.picture.ComparisonScene;
import org.coreograph.picture.Palette;
import org.coreograph.ui.canvas.FineCanvas;
import org.jspecify.annotations.Nullable;

/** All that decides what a view looks like: equal to what was drawn last, there is nothing to do. */
record Drawn(@Nullable ComparisonScene scene, Palette palette, double widthPx, double heightPx, double scale) {
    static Drawn of(@Nullable ComparisonScene scene, Palette palette, Region view) {
        return new Drawn(
                scene, palette, Math.floor(view.getWidth()), Math.floor(view.getHeight()), FineCanvas.pixels(view));
    }

    /** Returns whether there is no place to draw on. */
    boolean empty() {
        return widthPx < 1 || heightPx < 1;
    }
}
