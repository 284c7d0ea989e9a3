package org.coreograph.ui;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.coreograph.ui.control.Icons;
import org.coreograph.viewmodel.Message;
import org.coreograph.viewmodel.Workbench;
import org.coreograph.viewmodel.WorkbenchState;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line that says what was done or what failed, until it is closed or something else happens. */
final class MessageBar extends HBox {
    private final FontIcon icon = new FontIcon(Feather.CHECK);
    private final Label words = new Label();
    private @Nullable Message shown;

    MessageBar(Workbench workbench) {
        getStyleClass().add("message");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        words.setId("message");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button close = Icons.only(new Button(), Feather.X, "Close this message");
        close.setId("close-message");
        close.getStyleClass().add("flat");
        close.setOnAction(event -> workbench.say(null));
        getChildren().addAll(icon, words, close);
        setVisible(false);
        setManaged(false);
    }

    void show(WorkbenchState state) {
        Message latest = state.message();
        // A class needn't read what was done, but what is wrong.
        boolean done = latest != null && latest.kind() == Message.Kind.DONE;
        Message message = done && state.look().presentation() ? null : latest;
        if (message == null ? shown == null : message.equals(shown)) {
            return;
        }
        shown = message;
        setVisible(message != null);
        setManaged(message != null);
        if (message != null) {
            words.setText(message.text());
            setAccessibleText(message.text());
            boolean trouble = message.kind() == Message.Kind.TROUBLE;
            icon.setIconCode(trouble ? Feather.ALERT_TRIANGLE : Feather.CHECK);
            getStyleClass().removeAll("message-trouble");
            if (trouble) {
                getStyleClass().add("message-trouble");
            }
        }
    }
}
