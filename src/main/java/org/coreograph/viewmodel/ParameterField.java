package org.coreograph.viewmodel;

import java.util.List;
import org.coreograph.model.Named;
import org.jspecify.annotations.Nullable;

/**
 * A parameter as it stands in its field.
 *
 * @param name on the command line
 * @param title beside the field
 * @param unit such as {@code ms}, or empty
 * @param choices what can be chosen, or nothing where anything may be typed
 * @param text as it was typed; of a choice, its id
 * @param given whether it was typed; else it stands at its default, which may depend on other parameters
 * @param trouble what is wrong with it, in one line, or null
 */
public record ParameterField(
        String name,
        String title,
        String unit,
        List<Named> choices,
        String text,
        boolean given,
        @Nullable String trouble) {
    public ParameterField {
        choices = List.copyOf(choices);
    }

    /** Returns what stands in it as people read it: of a choice its title, else with the unit. */
    public String shownText() {
        return choices.stream()
                .filter(choice -> choice.id().equals(text))
                .map(Named::title)
                .findFirst()
                .orElse(unit.isEmpty() ? text : text + " " + unit);
    }

    /** Returns the field with another text typed into it. */
    ParameterField typed(String newText, @Nullable String newTrouble) {
        return new ParameterField(name, title, unit, choices, newText, true, newTrouble);
    }
}
