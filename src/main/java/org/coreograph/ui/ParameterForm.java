package org.coreograph.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.coreograph.viewmodel.ParameterField;
import org.coreograph.viewmodel.Setup;
import org.coreograph.viewmodel.Workbench;

/** The program's parameters: a field each, below it what is wrong with what was typed. */
final class ParameterForm extends VBox {
    private final Workbench workbench;
    private final Map<String, ParameterRow> rows = new LinkedHashMap<>();
    private final Label trouble = new Label();
    private String program = "";

    ParameterForm(Workbench workbench) {
        this.workbench = workbench;
        getStyleClass().add("parameters");
        trouble.getStyleClass().add("trouble");
        trouble.setWrapText(true);
        trouble.setMinHeight(USE_PREF_SIZE);
    }

    void show(Setup setup) {
        if (!setup.program().id().equals(program)) {
            program = setup.program().id();
            build(setup.fields());
        }
        for (ParameterField field : setup.fields()) {
            ParameterRow row = rows.get(field.name());
            if (row != null) {
                row.show(field);
            }
        }
        String words = setup.trouble() == null ? "" : setup.trouble();
        trouble.setText(words);
        trouble.setVisible(!words.isEmpty());
        trouble.setManaged(!words.isEmpty());
    }

    private void build(List<ParameterField> fields) {
        rows.clear();
        for (ParameterField field : fields) {
            rows.put(field.name(), ParameterRow.of(field, workbench));
        }
        List<Node> children = new ArrayList<>(rows.values());
        children.add(trouble);
        getChildren().setAll(children);
    }
}
