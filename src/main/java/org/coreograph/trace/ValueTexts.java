package org.coreograph.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The texts of a run's values, each once. Bounded, so that no program can fill the memory with them. Thread-safe. */
final class ValueTexts {
    /** Longer texts are cut: they are shown in places as small as a token. */
    static final int MAX_CHARS = 80;

    static final int MAX_TEXTS = 100_000;

    /** Stands for every text after the last that there is room for. */
    private static final String MORE = "…";

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    synchronized int add(String text) {
        String shown = text.length() <= MAX_CHARS ? text : text.substring(0, MAX_CHARS - 1) + MORE;
        Integer known = numbers.get(shown);
        if (known != null) {
            return known;
        }
        if (texts.size() >= MAX_TEXTS && !shown.equals(MORE)) {
            return add(MORE);
        }
        numbers.put(shown, texts.size());
        texts.add(shown);
        return texts.size() - 1;
    }

    synchronized List<String> copy() {
        return List.copyOf(texts);
    }
}
