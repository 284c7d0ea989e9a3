package org.coreograph.ui;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import org.controlsfx.control.PopOver;

/** The list of keys, beside the button that asks for it. */
final class HelpPopover {
    private final PopOver popOver = new PopOver();
    private final Node button;

    HelpPopover(Node button) {
        this.button = button;
        GridPane table = new GridPane();
        table.getStyleClass().add("help");
        table.setId("help-keys");
        int row = 0;
        for (var key : Shortcuts.list().entrySet()) {
            Label name = new Label(key.getKey());
            name.getStyleClass().add("key");
            table.addRow(row++, name, new Label(key.getValue()));
        }
        popOver.setContentNode(table);
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
        popOver.setDetachable(false);
        popOver.setTitle("Keys");
    }

    void toggle() {
        if (popOver.isShowing()) {
            popOver.hide();
        } else {
            popOver.show(button);
        }
    }
}
