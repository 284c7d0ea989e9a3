package org.coreograph.ui;

import java.util.stream.Collectors;
import javafx.scene.control.TitledPane;
import org.coreograph.viewmodel.ParameterField;
import org.coreograph.viewmodel.Setup;
import org.coreograph.viewmodel.Workbench;

/**
 * The program's parameters. Where there are many they are folded away at first, so that the lesson can be read at once;
 * those that were set are told then all the same.
 */
final class ParametersPane extends TitledPane {
    private static final int FEW = 3;

    private final ParameterForm form;
    private String program = "";

    ParametersPane(Workbench workbench) {
        form = new ParameterForm(workbench);
        setId("parameters");
        getStyleClass().add("parameters-pane");
        setContent(form);
        setAnimated(false);
        setWrapText(true);
    }

    void show(Setup setup) {
        form.show(setup);
        if (!setup.program().id().equals(program)) {
            program = setup.program().id();
            setExpanded(setup.fields().size() <= FEW);
        }
        String set = setup.fields().stream()
                .filter(ParameterField::given)
                .map(field -> field.title() + " " + field.shownText())
                .collect(Collectors.joining(", "));
        setText(isExpanded() || set.isEmpty() ? "Parameters" : "Parameters: " + set);
    }
}
