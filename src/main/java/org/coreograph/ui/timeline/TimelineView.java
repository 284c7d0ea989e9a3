package org.coreograph.ui.timeline;

import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import org.coreograph.analysis.Narration;
import org.coreograph.picture.CanvasSurface;
import org.coreograph.picture.ComparisonPainter;
import org.coreograph.picture.ComparisonScene;
import org.coreograph.picture.Palette;
import org.coreograph.picture.Placement;
import org.coreograph.picture.Typeface;
import org.coreograph.ui.canvas.FineCanvas;
import org.jspecify.annotations.Nullable;

/**
 * Shows runs on one time axis. Draws only where what it shows, its colours or its size changed. Zooming, panning and
 * moving the playhead are asked of a listener: what is shown changes when the listener sets another scene.
 *
 * <p>Scrolling zooms around the pointer, dragging pans, a click puts the playhead there, a drag along the axis moves
 * it, a double click fits the whole run. With the focus on the view: Shift with left and right pans, up and down select a task, + and - zoom, 0
 * fits.
 */
public final class TimelineView extends Region {
    private final FineCanvas canvas = new FineCanvas();
    private final Typeface typeface;
    private final ComparisonPainter painter;
    private Palette palette = Palette.LIGHT;
    private @Nullable ComparisonScene scene;
    private @Nullable TimelineListener listener;
    private @Nullable Drawn drawn;
    private @Nullable Placement placement;
    private final PlayheadTip playheadTip = new PlayheadTip(this);

    /**
     * Makes a view that shows nothing yet, on a light background.
     *
     * @param processors how many the machine has, which measured runs are compared with
     */
    public TimelineView(Typeface typeface, int processors) {
        this.typeface = typeface;
        this.painter = new ComparisonPainter(typeface, processors);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("Timelines");
        setFocusTraversable(true);
        setMinSize(0, 0);
        getStyleClass().add("timeline");
        getChildren().add(canvas);
        new TimelineGestures(this).install();
        new TimelineTooltip(this).install();
    }

    /** Shows a scene; null for nothing. */
    public void setScene(@Nullable ComparisonScene newScene) {
        scene = newScene;
        draw();
    }

    /** Returns what is shown, or null for nothing. */
    public @Nullable ComparisonScene shown() {
        return scene;
    }

    public void setPalette(Palette newPalette) {
        palette = newPalette;
        draw();
    }

    /** Says what goes on at the playhead, or says it no more. */
    public void togglePlayheadFacts() {
        playheadTip.toggle();
    }

    /** Sets who hears of gestures; null for nobody. */
    public void setListener(@Nullable TimelineListener newListener) {
        listener = newListener;
    }

    @Nullable
    TimelineListener listener() {
        return listener;
    }

    /** Returns where things are in what is drawn, or null where nothing is. */
    @Nullable
    Placement placement() {
        return placement;
    }

    /** Asks for nothing, and takes what is left: what is above and below must not move with every run. */
    @Override
    protected double computePrefHeight(double width) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        draw();
    }

    /** Tells the last run in sentences to those who listen; only when they ask, since it is a walk through the run. */
    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        ComparisonScene shown = scene;
        if (attribute == AccessibleAttribute.HELP
                && shown != null
                && !shown.runs().isEmpty()) {
            return String.join(" ", Narration.of(shown.runs().getLast()));
        }
        return super.queryAccessibleAttribute(attribute, parameters);
    }

    private void draw() {
        Drawn now = Drawn.of(scene, palette, this);
        if (now.equals(drawn) || now.empty()) {
            return;
        }
        drawn = now;
        canvas.begin(now.widthPx(), now.heightPx());
        ComparisonScene shown = now.scene();
        if (shown == null) {
            placement = null;
            playheadTip.update();
            return;
        }
        CanvasSurface surface = new CanvasSurface(canvas.getGraphicsContext2D(), typeface, now.scale());
        placement = painter.paint(surface, shown, palette, now.widthPx(), now.heightPx());
        setAccessibleText("Timelines: " + painter.describe(shown));
        playheadTip.update();
    }
}
