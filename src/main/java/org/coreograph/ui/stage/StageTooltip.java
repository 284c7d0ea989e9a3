package org.coreograph.ui.stage;

import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/** Says whose token and which object are under the pointer. */
final class StageTooltip {
    private static final double BESIDE_PX = 14;
    private static final double WIDEST_PX = 420;

    private final StageView view;
    private final Tooltip tooltip = new Tooltip();

    StageTooltip(StageView view) {
        this.view = view;
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDEST_PX);
    }

    void install() {
        view.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        view.addEventHandler(MouseEvent.MOUSE_EXITED, event -> tooltip.hide());
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> tooltip.hide());
    }

    private void moved(MouseEvent event) {
        String words = view.wordsAt(event.getX(), event.getY());
        if (words.isEmpty()) {
            tooltip.hide();
            return;
        }
        tooltip.setText(words);
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
