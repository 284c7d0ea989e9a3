package org.coreograph.ui.timeline;

import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import org.coreograph.picture.ComparisonScene;
import org.coreograph.picture.Palette;
import org.jspecify.annotations.Nullable;

/** Shows runs on one time axis. Zooming, panning and moving the playhead are asked of a listener. */
public final class TimelineView extends Region {
    private final Canvas canvas = new Canvas();
    private @Nullable ComparisonScene scene;
    private Palette palette;
    private @Nullable TimelineListener listener;

    /** Makes a view that shows nothing yet, on a light background. */
    public TimelineView() {
        palette = Palette.LIGHT;
        getChildren().add(canvas);
    }

    /** Shows a scene, from the next frame on; null for nothing. */
    public void setScene(@Nullable ComparisonScene newScene) {
        scene = newScene;
    }

    public @Nullable ComparisonScene shown() {
        return scene;
    }

    public void setPalette(Palette newPalette) {
        palette = newPalette;
    }

    public Palette palette() {
        return palette;
    }

    /** Sets who hears of gestures; null for nobody. */
    public void setListener(@Nullable TimelineListener newListener) {
        listener = newListener;
    }

    public @Nullable TimelineListener listener() {
        return listener;
    }
}
