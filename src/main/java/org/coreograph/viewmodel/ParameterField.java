package org.coreograph.viewmodel;

import org.coreograph.gallery.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * A parameter as it stands in its field.
 *
 * @param text as it was typed
 * @param trouble what is wrong with it, in one line, or null
 */
public record ParameterField(
        Parameter parameter, String text, @Nullable String trouble) {}
