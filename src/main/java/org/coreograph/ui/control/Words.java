package org.coreograph.ui.control;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** How choices are called in a list; nothing is typed there. */
public final class Words<T> extends StringConverter<T> {
    private final Function<T, String> words;

    private Words(Function<T, String> words) {
        this.words = words;
    }

    public static <T> StringConverter<T> of(Function<T, String> words) {
        return new Words<>(words);
    }

    @Override
    public String toString(@Nullable T value) {
        return value == null ? "" : words.apply(value);
    }

    @Override
    public @Nullable T fromString(String text) {
        return null;
    }
}
