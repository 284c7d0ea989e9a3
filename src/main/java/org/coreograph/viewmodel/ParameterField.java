package org.coreograph.viewmodel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parameter as it stands in its field.
 *
 * @param name on the command line
 * @param title beside the field
 * @param unit such as {@code ms}, or empty
 * @param text as it was typed
 * @param choices the texts to choose from; empty where a text is typed
 * @param given whether it was typed; else it stands at its default, which may depend on other parameters
 * @param trouble what is wrong with it, in one line, or null
 */
public record ParameterField(
        String name,
        String title,
        String unit,
        String text,
        List<String> choices,
        boolean given,
        @Nullable String trouble) {}
