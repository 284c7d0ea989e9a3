package org.coreograph.ui;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.coreograph.viewmodel.ParameterField;
import org.coreograph.viewmodel.Workbench;

/** A parameter: its title, what it is set with and its unit, and below what is wrong. */
abstract class ParameterRow extends VBox {
    private final Control input;
    private final Label trouble = new Label();

    /** Makes the row that suits a parameter. */
    static ParameterRow of(ParameterField field, Workbench workbench) {
        return field.choices().isEmpty() ? new TextRow(field, workbench) : new ChoiceRow(field, workbench);
    }

    ParameterRow(ParameterField field, Control input) {
        this.input = input;
        getStyleClass().add("parameter");
        Label title = new Label(field.title());
        title.setLabelFor(input);
        title.setMinWidth(USE_PREF_SIZE);
        Label unit = new Label(field.unit());
        unit.getStyleClass().add("muted");
        unit.setMinWidth(USE_PREF_SIZE);
        input.setId("parameter-" + field.name());
        input.setAccessibleText(field.title() + (field.unit().isEmpty() ? "" : ", " + field.unit()));
        HBox.setHgrow(input, Priority.ALWAYS);
        HBox row = new HBox(title, input);
        if (!field.unit().isEmpty()) {
            row.getChildren().add(unit);
        }
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("parameter-row");
        trouble.getStyleClass().add("trouble");
        trouble.setId("trouble-" + field.name());
        trouble.setWrapText(true);
        trouble.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(row, trouble);
    }

    /** Shows a value as it was typed. */
    abstract void showText(String text);

    final void show(ParameterField field) {
        showText(field.text());
        String words = field.trouble() == null ? "" : field.trouble();
        trouble.setText(words);
        trouble.setVisible(!words.isEmpty());
        trouble.setManaged(!words.isEmpty());
        input.pseudoClassStateChanged(Styles.STATE_DANGER, !words.isEmpty());
        input.setAccessibleHelp(words);
    }
}
