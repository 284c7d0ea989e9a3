package org.coreograph.ui;

import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;

/** The panes at both sides, which can be put away; where there is little room only one of them is open. */
final class SidePanes {
    private final BorderPane frame;
    private final Region left;
    private final ToggleButton leftToggle;
    private final Region right;
    private final ToggleButton rightToggle;
    private boolean compact;
    private boolean allowed = true;

    SidePanes(BorderPane frame, Region left, ToggleButton leftToggle, Region right, ToggleButton rightToggle) {
        this.frame = frame;
        this.left = left;
        this.leftToggle = leftToggle;
        this.right = right;
        this.rightToggle = rightToggle;
        leftToggle.setSelected(true);
        rightToggle.setSelected(true);
        leftToggle.setOnAction(event -> opened(leftToggle, rightToggle));
        rightToggle.setOnAction(event -> opened(rightToggle, leftToggle));
        place();
    }

    /** Fits the panes to the width of the window. */
    void fit(double widthPx) {
        boolean nowCompact = widthPx < Sizes.COMPACT_WIDTH_PX;
        if (nowCompact != compact) {
            compact = nowCompact;
            if (compact) {
                frame.getStyleClass().add("compact");
            } else {
                frame.getStyleClass().remove("compact");
            }
            leftToggle.setSelected(!compact);
            rightToggle.setSelected(true);
            place();
        }
    }

    /** Opens the left pane, where it is put away. */
    void openLeft() {
        if (!leftToggle.isSelected()) {
            leftToggle.setSelected(true);
            opened(leftToggle, rightToggle);
        }
    }

    /** Returns whether there is little room. */
    boolean compact() {
        return compact;
    }

    /** Says whether panes may be open at all. */
    void setAllowed(boolean nowAllowed) {
        allowed = nowAllowed;
        place();
    }

    private void opened(ToggleButton toggled, ToggleButton other) {
        if (compact && toggled.isSelected()) {
            other.setSelected(false);
        }
        place();
    }

    private void place() {
        frame.setLeft(allowed && leftToggle.isSelected() ? left : null);
        frame.setRight(allowed && rightToggle.isSelected() ? right : null);
    }
}
