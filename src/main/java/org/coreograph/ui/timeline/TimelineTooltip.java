package org.coreograph.ui.timeline;

import java.util.Optional;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.coreograph.picture.Moment;
import org.coreograph.picture.Placement;

/** Says what goes on under the pointer. */
final class TimelineTooltip {
    private static final double BESIDE_PX = 14;

    private final TimelineView view;
    private final Tooltip tooltip = new Tooltip();

    TimelineTooltip(TimelineView view) {
        this.view = view;
        tooltip.getStyleClass().add("timeline-tip");
    }

    void install() {
        view.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        view.addEventHandler(MouseEvent.MOUSE_EXITED, event -> tooltip.hide());
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> tooltip.hide());
    }

    private void moved(MouseEvent event) {
        Placement placement = view.placement();
        Optional<Moment> moment = placement == null ? Optional.empty() : placement.at(event.getX(), event.getY());
        if (moment.isEmpty()) {
            tooltip.hide();
            return;
        }
        tooltip.setText(moment.get().words());
        double x = event.getScreenX() + BESIDE_PX;
        double y = event.getScreenY() + BESIDE_PX;
        if (tooltip.isShowing()) {
            tooltip.setAnchorX(x);
            tooltip.setAnchorY(y);
        } else {
            tooltip.show(view, x, y);
        }
    }
}
