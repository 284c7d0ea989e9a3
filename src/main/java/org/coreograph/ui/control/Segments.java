package org.coreograph.ui.control;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import org.controlsfx.control.SegmentedButton;
import org.coreograph.model.Named;

/** A few choices side by side, of which exactly one is taken. */
public final class Segments<E extends Enum<E> & Named> extends SegmentedButton {
    private final Map<E, ToggleButton> buttons = new LinkedHashMap<>();
    private final ToggleGroup group = new ToggleGroup();
    private boolean showing;

    /**
     * Makes the choices.
     *
     * @param name of the choice, for screen readers
     * @param action takes what a person chose
     */
    public Segments(String name, Class<E> type, Consumer<E> action) {
        getStyleClass().add("segments");
        setAccessibleText(name);
        setToggleGroup(group);
        for (E choice : type.getEnumConstants()) {
            ToggleButton button = new ToggleButton(choice.title());
            button.setId(choice.id());
            button.setAccessibleText(name + ": " + choice.title());
            button.setUserData(choice);
            buttons.put(choice, button);
            getButtons().add(button);
        }
        group.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null && before != null) {
                // Pressing what is taken must not leave nothing taken.
                before.setSelected(true);
            } else if (now != null && !showing) {
                action.accept(type.cast(now.getUserData()));
            }
        });
    }

    /** Shows what is taken. */
    public void show(E choice) {
        ToggleButton button = buttons.get(choice);
        if (button != null && !button.isSelected()) {
            showing = true;
            button.setSelected(true);
            showing = false;
        }
    }
}
