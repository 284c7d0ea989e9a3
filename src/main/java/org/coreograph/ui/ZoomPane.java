package org.coreograph.ui;

import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/**
 * Makes all of its content larger or smaller, as a browser does: the content is laid out in the room that is left at its
 * scale. What opens in windows of its own, such as menus and tooltips, follows with its type.
 */
final class ZoomPane extends Region {
    /** The content needs at least so much room; a scale that leaves it less is not taken. */
    private static final double LEAST_WIDTH_PX = 1000;

    private static final double LEAST_HEIGHT_PX = 640;

    /** The size of type in the style sheet. */
    private static final double FONT_PX = 15;

    private final Region content;
    private final Scale transform = new Scale(1, 1);
    /** Weakly listened for below, and so held here. */
    private final ListChangeListener<Window> opened = change -> popups();

    ZoomPane(Region content) {
        this.content = content;
        content.getTransforms().add(transform);
        content.setManaged(false);
        getChildren().add(content);
        Window.getWindows().addListener(new WeakListChangeListener<>(opened));
    }

    /** @param wanted 1 for the size that things have in themselves; less is taken where the window has no room for more */
    void setScale(double wanted) {
        double room = Math.min(getWidth() / LEAST_WIDTH_PX, getHeight() / LEAST_HEIGHT_PX);
        double scale = Math.min(wanted, Math.max(1, room));
        if (scale != transform.getX()) {
            transform.setX(scale);
            transform.setY(scale);
            popups();
            requestLayout();
        }
    }

    private void popups() {
        double scale = transform.getX();
        for (Window window : Window.getWindows()) {
            if (window instanceof PopupWindow && window.getScene() != null) {
                Node root = window.getScene().getRoot();
                root.setStyle(scale == 1 ? "" : "-fx-font-size: " + Math.round(FONT_PX * scale) + "px;");
            }
        }
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / transform.getX(), getHeight() / transform.getY());
    }
}
