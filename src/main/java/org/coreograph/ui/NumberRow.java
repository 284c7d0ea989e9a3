package org.coreograph.ui;

import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** A row of a table of numbers: what it is, of the one run, of the other. */
final class NumberRow {
    private final Label name;
    private final Label one = new Label();
    private final Label many = new Label();

    /** @param id the id of the second number; the first has {@code -one} behind it */
    NumberRow(GridPane table, int row, String name, String id) {
        this.name = new Label(name);
        this.name.getStyleClass().add("number-name");
        this.name.setMinWidth(Region.USE_PREF_SIZE);
        one.getStyleClass().add("number");
        many.getStyleClass().add("number");
        one.setId(id + "-one");
        many.setId(id);
        table.addRow(row, this.name, one, many);
    }

    /** Makes room for a long second number, where there is no first. */
    void span() {
        GridPane.setColumnIndex(many, 1);
        GridPane.setColumnSpan(many, 2);
        GridPane.setHalignment(many, HPos.RIGHT);
        one.setManaged(false);
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

    /** Shows or hides a row that spans. */
    void setVisible(boolean visible) {
        for (Label label : new Label[] {name, many}) {
            label.setVisible(visible);
            label.setManaged(visible);
        }
    }
}
