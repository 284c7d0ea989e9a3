package org.coreograph.ui;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.coreograph.viewmodel.ParameterField;
import org.coreograph.viewmodel.Workbench;

/** A parameter: its title, its field and its unit, and below what is wrong. Typing is one gesture until Enter. */
final class ParameterRow extends VBox {
    private final TextField input = new TextField();
    private final ComboBox<String> choice = new ComboBox<>();
    private final Label trouble = new Label();

    ParameterRow(ParameterField field, Workbench workbench) {
        getStyleClass().add("parameter");
        Control control = field.choices().isEmpty() ? input : choice;
        Label title = new Label(field.title());
        title.setLabelFor(control);
        title.setMinWidth(USE_PREF_SIZE);
        Label unit = new Label(field.unit());
        unit.getStyleClass().add("muted");
        unit.setMinWidth(USE_PREF_SIZE);
        input.setId("parameter-" + field.name());
        input.setText(field.text());
        input.setAccessibleText(field.title() + (field.unit().isEmpty() ? "" : ", " + field.unit()));
        input.setPrefColumnCount(10);
        input.textProperty().addListener((property, before, now) -> workbench.setParameter(field.name(), now));
        input.setOnAction(event -> {
            workbench.endGesture();
            workbench.beginGesture();
        });
        input.focusedProperty().addListener((property, before, now) -> {
            if (now) {
                workbench.beginGesture();
            } else {
                workbench.endGesture();
            }
        });
        choice.setId(input.getId());
        choice.setAccessibleText(field.title());
        choice.getItems().setAll(field.choices());
        choice.setValue(field.text());
        choice.setOnAction(event -> {
            if (choice.getValue() != null) {
                workbench.setParameter(field.name(), choice.getValue());
            }
        });
        HBox.setHgrow(control, Priority.ALWAYS);
        HBox row = new HBox(title, control);
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
        show(field);
    }

    void show(ParameterField field) {
        if (!field.text().equals(input.getText())) {
            input.setText(field.text());
        }
        if (!field.choices().isEmpty()) {
            choice.setValue(field.text());
        }
        String words = field.trouble() == null ? "" : field.trouble();
        trouble.setText(words);
        trouble.setVisible(!words.isEmpty());
        trouble.setManaged(!words.isEmpty());
        input.pseudoClassStateChanged(Styles.STATE_DANGER, !words.isEmpty());
        input.setAccessibleHelp(words);
    }
}
