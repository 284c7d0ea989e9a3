package org.coreograph.ui;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;

/** A row of a table of numbers: what it is, of the one run, of the other. */
final class NumberRow {
    private final Label name;
    private final Label one = new Label();
    private final Label many = new Label();

    /** @param id the id of the second number; the first has {@code -one} behind it */
    NumberRow(GridPane table, int row, String name, String id) {
        this.name = new Label(name);
        this.name.getStyleClass().add("number-name");
        one.getStyleClass().add("number");
        many.getStyleClass().add("number");
        one.setId(id + "-one");
        many.setId(id);
        table.addRow(row, this.name, one, many);
    }

    void rename(String words) {
        name.setText(words);
    }

    void explain(String words) {
        name.setTooltip(new Tooltip(words));
    }

    void show(String ofOne, String ofMany) {
        one.setText(ofOne);
        many.setText(ofMany);
        many.setAccessibleText(name.getText() + ": " + ofMany);
        one.setAccessibleText(name.getText() + ": " + ofOne);
    }

    void setVisible(boolean visible) {
        for (Label label : new Label[] {name, one, many}) {
            label.setVisible(visible);
            label.setManaged(visible);
        }
    }
}
