package org.coreograph.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.coreograph.viewmodel.WorkbenchState;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says that tasks of the run under way go on without a call, as long as they do. */
final class UnresponsiveBar extends HBox {
    /** Any number of tasks may be caught in the same loop: the first tell what is wrong. */
    private static final int MOST = 3;

    private final Label words = new Label();
    private List<String> shown = List.of();

    UnresponsiveBar() {
        getStyleClass().addAll("message", "message-trouble");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        words.setId("unresponsive");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(new FontIcon(Feather.ALERT_TRIANGLE), words);
        setVisible(false);
        setManaged(false);
    }

    void show(WorkbenchState state) {
        if (state.unresponsive().equals(shown)) {
            return;
        }
        shown = state.unresponsive();
        setVisible(!shown.isEmpty());
        setManaged(!shown.isEmpty());
        List<String> lines = new ArrayList<>(shown.stream().limit(MOST).toList());
        if (shown.size() > MOST) {
            lines.add("and " + (shown.size() - MOST) + " more");
        }
        words.setText(String.join("\n", lines));
        setAccessibleText(words.getText());
    }
}
