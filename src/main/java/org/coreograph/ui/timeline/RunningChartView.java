package org.coreograph.ui.timeline;

import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import org.coreograph.picture.ComparisonScene;
import org.coreograph.picture.Palette;
import org.jspecify.annotations.Nullable;

/** Shows tasks in progress against tasks running, on the time axis of a {@link TimelineView} above it. */
public final class RunningChartView extends Region {
    private final Canvas canvas = new Canvas();
    private @Nullable ComparisonScene scene;
    private Palette palette;

    /** Makes a view that shows nothing yet, on a light background. */
    public RunningChartView() {
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
}
