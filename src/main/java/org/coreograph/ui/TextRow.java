package org.coreograph.ui;

import javafx.scene.control.TextField;
import org.coreograph.viewmodel.ParameterField;
import org.coreograph.viewmodel.Workbench;

/** A parameter that is typed. Typing is one gesture until Enter. */
final class TextRow extends ParameterRow {
    private final TextField input;

    TextRow(ParameterField field, Workbench workbench) {
        this(field, workbench, new TextField(field.text()));
    }

    private TextRow(ParameterField field, Workbench workbench, TextField input) {
        super(field, input);
        this.input = input;
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
        show(field);
    }

    @Override
    void showText(String text) {
        if (!text.equals(input.getText())) {
            input.setText(text);
        }
    }
}
