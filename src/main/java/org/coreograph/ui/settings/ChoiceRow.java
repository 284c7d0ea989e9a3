package org.coreograph.ui.settings;

import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import org.coreograph.model.Named;
import org.coreograph.model.Settings;
import org.coreograph.ui.control.Words;
import org.coreograph.viewmodel.Workbench;

/**
 * A setting that is one of a few.
 *
 * @param read tells what it is
 */
record ChoiceRow<E extends Enum<E> & Named>(Label title, ComboBox<E> control, Label trouble, Function<Settings, E> read)
        implements SettingRow {
    /** Makes the row of a setting. */
    static <E extends Enum<E> & Named> ChoiceRow<E> of(
            String title,
            String id,
            Class<E> type,
            Workbench workbench,
            Function<Settings, E> read,
            BiFunction<Settings, E, Settings> changed) {
        ComboBox<E> box = new ComboBox<>();
        box.setId("setting-" + id);
        box.setAccessibleText(title);
        box.setConverter(Words.of(Named::title));
        box.getItems().setAll(type.getEnumConstants());
        box.setMaxWidth(Double.MAX_VALUE);
        box.setOnAction(event -> {
            E chosen = box.getValue();
            if (chosen != null && chosen != read.apply(workbench.state().setup().settings())) {
                workbench.changeSettings(settings -> changed.apply(settings, chosen));
            }
        });
        Label label = new Label(title);
        label.setLabelFor(box);
        return new ChoiceRow<>(label, box, new Label(), read);
    }

    @Override
    public void show(Settings settings) {
        control.setValue(read.apply(settings));
    }
}
