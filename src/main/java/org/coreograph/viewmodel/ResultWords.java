package org.coreograph.viewmodel;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.Durations;
import org.coreograph.model.RunEnd;

/** Says what a program has computed, in few words. */
public final class ResultWords {
    private static final String NANOS = "Nanos";
    private static final int MOST = 40;

    private ResultWords() {}

    /** Returns all results of a run, such as {@code laps 20, order 1 2 4 3}; an empty text while there is none. */
    public static String of(RunReport run) {
        return results(run).entrySet().stream()
                .map(one -> title(one.getKey()) + " " + text(one.getKey(), one.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Returns whether a run has exactly one result. */
    public static boolean single(RunReport run) {
        return results(run).size() == 1;
    }

    /** Returns the name of the first result, or an empty text. */
    public static String name(RunReport run) {
        return results(run).keySet().stream()
                .findFirst()
                .map(ResultWords::title)
                .orElse("");
    }

    /** Returns the first result, or an empty text. */
    public static String value(RunReport run) {
        return results(run).entrySet().stream()
                .findFirst()
                .map(one -> text(one.getKey(), one.getValue()))
                .orElse("");
    }

    private static Map<String, Object> results(RunReport run) {
        RunEnd end = run.end();
        return end == null ? Map.of() : end.result();
    }

    private static String title(String name) {
        String bare = isTime(name) ? name.substring(0, name.length() - NANOS.length()) : name;
        return bare.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    /** Returns a result in few words: a time as people read it, and of a long text its beginning. */
    private static String text(String name, Object value) {
        String text = isTime(name) && value instanceof Long nanos ? Durations.human(nanos) : String.valueOf(value);
        return text.length() <= MOST ? text : text.substring(0, MOST - 1) + "…";
    }

    private static boolean isTime(String name) {
        return name.endsWith(NANOS);
    }
}
