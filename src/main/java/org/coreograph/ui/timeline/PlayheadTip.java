package org.coreograph.ui.timeline;

import javafx.geometry.Point2D;
import javafx.scene.control.Tooltip;
import org.coreograph.picture.ComparisonScene;
import org.coreograph.picture.Moments;
import org.coreograph.picture.Placement;
import org.jspecify.annotations.Nullable;

/** Says what goes on at the playhead, beside it, while that is wanted: what the pointer is told, for the keyboard. */
final class PlayheadTip {
    private static final double BESIDE_PX = 14;

    private final TimelineView view;
    private final Tooltip tooltip = new Tooltip();
    private boolean wanted;

    PlayheadTip(TimelineView view) {
        this.view = view;
        tooltip.setId("playhead-tip");
        tooltip.getStyleClass().add("timeline-tip");
    }

    void toggle() {
        wanted = !wanted;
        update();
    }

    /** Brings it up to date with what is drawn. */
    void update() {
        String words = wanted ? words(view.shown()) : "";
        Placement placement = view.placement();
        if (words.isEmpty() || placement == null || view.getScene() == null || !shownOnScreen()) {
            tooltip.hide();
            view.setAccessibleHelp(null);
            return;
        }
        tooltip.setText(words);
        view.setAccessibleHelp(words);
        ComparisonScene scene = view.shown();
        double x = placement.viewport().xPx(scene == null ? 0 : scene.playheadNanos());
        // Below the lanes, which it is about.
        Point2D at = view.localToScreen(Math.clamp(x, 0, view.getWidth()) + BESIDE_PX, view.getHeight());
        if (!tooltip.isShowing()) {
            tooltip.show(view, at.getX(), at.getY());
        }
        tooltip.setAnchorX(at.getX());
        tooltip.setAnchorY(at.getY());
    }

    private boolean shownOnScreen() {
        return view.getScene().getWindow() != null
                && view.getScene().getWindow().isShowing();
    }

    private static String words(@Nullable ComparisonScene scene) {
        return scene == null ? "" : Moments.atPlayhead(scene);
    }
}
