package org.coreograph.ui.timeline;

import java.awt.geom.AffineTransform;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import org.coreograph.picture.CanvasSurface;
import org.coreograph.picture.ComparisonScene;
import org.coreograph.picture.Palette;
import org.coreograph.picture.RunningChart;
import org.coreograph.picture.Typeface;
import org.coreograph.ui.canvas.FineCanvas;
import org.jfree.fx.FXGraphics2D;
import org.jspecify.annotations.Nullable;

/**
 * Shows tasks in progress against tasks running, on the time axis of a {@link TimelineView} as wide above it. Draws
 * only where what it shows, its colours or its size changed.
 */
public final class RunningChartView extends Region {
    private final FineCanvas canvas = new FineCanvas();
    private final Typeface typeface;
    private final RunningChart chart;
    private final FXGraphics2D graphics = new FXGraphics2D(canvas.getGraphicsContext2D());
    private Palette palette = Palette.LIGHT;
    private @Nullable ComparisonScene scene;
    private @Nullable Drawn drawn;

    /** Makes a view that shows nothing yet, on a light background. */
    public RunningChartView(Typeface typeface) {
        this.typeface = typeface;
        this.chart = new RunningChart(typeface);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("Tasks in progress and running");
        setMinSize(0, 0);
        getChildren().add(canvas);
    }

    /** Shows a scene; null for nothing. */
    public void setScene(@Nullable ComparisonScene newScene) {
        scene = newScene;
        draw();
    }

    public void setPalette(Palette newPalette) {
        palette = newPalette;
        draw();
    }

    @Override
    protected void layoutChildren() {
        draw();
    }

    private void draw() {
        Drawn now = Drawn.of(scene, palette, this);
        if (now.equals(drawn) || now.empty()) {
            return;
        }
        drawn = now;
        canvas.begin(now.widthPx(), now.heightPx());
        graphics.setTransform(AffineTransform.getScaleInstance(canvas.scale(), canvas.scale()));
        ComparisonScene shown = now.scene();
        if (shown == null) {
            return;
        }
        CanvasSurface surface = new CanvasSurface(canvas.getGraphicsContext2D(), typeface, now.scale());
        chart.paint(graphics, surface, shown, palette, now.widthPx(), now.heightPx());
        setAccessibleText("Tasks in progress and running: " + chart.describe(shown));
    }
}
