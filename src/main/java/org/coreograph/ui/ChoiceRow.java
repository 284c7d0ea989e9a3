package org.coreograph.ui;

import javafx.scene.control.ComboBox;
import org.coreograph.model.Named;
import org.coreograph.ui.control.Words;
import org.coreograph.viewmodel.ParameterField;
import org.coreograph.viewmodel.Workbench;

/** A parameter that is chosen. */
final class ChoiceRow extends ParameterRow {
    private final ComboBox<Named> input;
    private String shown = "";

    ChoiceRow(ParameterField field, Workbench workbench) {
        this(field, workbench, new ComboBox<>());
    }

    private ChoiceRow(ParameterField field, Workbench workbench, ComboBox<Named> input) {
        super(field, input);
        this.input = input;
        input.setMaxWidth(Double.MAX_VALUE);
        input.setConverter(Words.of(Named::title));
        input.getItems().setAll(field.choices());
        show(field);
        input.setOnAction(event -> {
            // Told also of what is only shown.
            if (input.getValue() != null && !input.getValue().id().equals(shown)) {
                workbench.setParameter(field.name(), input.getValue().id());
            }
        });
    }

    @Override
    void showText(String text) {
        shown = text;
        for (Named choice : input.getItems()) {
            if (choice.id().equals(text) && !choice.equals(input.getValue())) {
                input.setValue(choice);
            }
        }
    }
}
