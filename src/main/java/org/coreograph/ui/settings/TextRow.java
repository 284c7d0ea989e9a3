package org.coreograph.ui.settings;

import atlantafx.base.theme.Styles;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.coreograph.model.Settings;
import org.coreograph.viewmodel.Workbench;

/** A setting that is typed. Taken over on Enter or when its field is left; Escape brings the value back. */
final class TextRow implements SettingRow {
    private final Label title;
    private final TextField field = new TextField();
    private final Label trouble = new Label();
    private final Workbench workbench;
    private final Function<Settings, String> read;
    private final BiFunction<Settings, String, Settings> changed;
    private String shown = "";

    /**
     * Makes the row of a setting.
     *
     * @param help what it means
     * @param read writes the setting as it would be typed
     * @param changed reads what was typed
     */
    TextRow(
            String title,
            String id,
            String help,
            Workbench workbench,
            Function<Settings, String> read,
            BiFunction<Settings, String, Settings> changed) {
        this.title = new Label(title);
        this.title.setLabelFor(field);
        this.workbench = workbench;
        this.read = read;
        this.changed = changed;
        field.setId("setting-" + id);
        field.setAccessibleText(title);
        field.setAccessibleHelp(help);
        field.setTooltip(new Tooltip(help));
        this.title.setTooltip(new Tooltip(help));
        field.setPrefColumnCount(12);
        trouble.getStyleClass().add("trouble");
        trouble.setId("trouble-" + id);
        trouble.setWrapText(true);
        field.setOnAction(event -> take());
        field.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                take();
            }
        });
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !field.getText().equals(shown)) {
                restore();
                event.consume();
            }
        });
    }

    private void take() {
        String text = field.getText().strip();
        if (text.equals(shown)) {
            complain("");
            return;
        }
        String wrong = workbench.changeSettings(settings -> changed.apply(settings, text));
        complain(wrong == null ? "" : wrong);
        if (wrong == null) {
            shown = read.apply(workbench.state().setup().settings());
            restore();
        }
    }

    private void restore() {
        field.setText(shown);
        complain("");
    }

    private void complain(String words) {
        field.pseudoClassStateChanged(Styles.STATE_DANGER, !words.isEmpty());
        trouble.setText(words);
    }

    @Override
    public Label title() {
        return title;
    }

    @Override
    public TextField control() {
        return field;
    }

    @Override
    public Label trouble() {
        return trouble;
    }

    @Override
    public void show(Settings settings) {
        String now = read.apply(settings);
        if (!now.equals(shown)) {
            shown = now;
            restore();
        }
    }
}
