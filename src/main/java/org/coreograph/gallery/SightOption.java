package org.coreograph.gallery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.coreograph.model.BadInputException;
import org.coreograph.model.Durations;
import org.coreograph.model.EventSink;
import org.coreograph.model.WholeNumbers;

/** A word of a lecture that says what is in sight, such as {@code --playhead 20ms}. */
enum SightOption {
    PLAYHEAD(
            sight -> sight.playheadNanos().isPresent()
                    ? Optional.of(Durations.exact(sight.playheadNanos().getAsLong()))
                    : Optional.empty(),
            (sight, text) -> sight.withPlayhead(Durations.parse("playhead", text, 0))),
    ZOOM(
            sight -> sight.zoom()
                    .map(part -> Durations.exact(part.startNanos()) + ".." + Durations.exact(part.endNanos())),
            (sight, text) -> sight.withZoom(zoom(text))),
    LENS(
            sight -> given(sight.lensNanos() > 0, Durations.exact(sight.lensNanos())),
            (sight, text) -> sight.withLens(Durations.parse("lens", text, 0))),
    ROWS(sight -> given(sight.byTask(), SightOption.TASKS), (sight, text) -> sight.withByTask(isTasks(text))),
    TASK(
            sight -> given(sight.task() != EventSink.NONE, Integer.toString(sight.task())),
            (sight, text) -> sight.withTask((int) WholeNumbers.parse("task", text, 0, Integer.MAX_VALUE)));

    private static final String TASKS = "tasks";
    private static final String CORES = "cores";
    private static final String BETWEEN = "..";

    private final Function<Sight, Optional<String>> shown;
    private final BiFunction<Sight, String, Sight> changed;

    SightOption(Function<Sight, Optional<String>> shown, BiFunction<Sight, String, Sight> changed) {
        this.shown = shown;
        this.changed = changed;
    }

    /** Returns the word that stands before its value. */
    String word() {
        return "--" + name().toLowerCase(Locale.ROOT);
    }

    /** Finds the option with a word. */
    static Optional<SightOption> find(String word) {
        return Arrays.stream(values())
                .filter(option -> option.word().equals(word))
                .findFirst();
    }

    /**
     * Returns a sight with its value changed.
     *
     * @throws BadInputException if the text is no value of it
     */
    Sight apply(Sight sight, String text) {
        return changed.apply(sight, text);
    }

    /** Returns the words that say what is in sight, beyond {@link Sight#ALL}. */
    static List<String> words(Sight sight) {
        List<String> words = new ArrayList<>();
        for (SightOption option : values()) {
            option.shown.apply(sight).ifPresent(text -> words.addAll(List.of(option.word(), text)));
        }
        return words;
    }

    private static Optional<String> given(boolean given, String text) {
        return given ? Optional.of(text) : Optional.empty();
    }

    private static boolean isTasks(String text) {
        if (!text.equals(TASKS) && !text.equals(CORES)) {
            throw new BadInputException("rows must be " + CORES + " or " + TASKS + ", but was '" + text + "'");
        }
        return text.equals(TASKS);
    }

    private static Sight.Zoom zoom(String text) {
        int between = text.indexOf(BETWEEN);
        if (between < 0) {
            throw new BadInputException("zoom must be FROM..TO, such as 10ms..50ms, but was '" + text + "'");
        }
        long start = Durations.parse("zoom", text.substring(0, between), 0);
        long end = Durations.parse("zoom", text.substring(between + BETWEEN.length()), 0);
        if (end <= start) {
            throw new BadInputException("zoom must end after it begins, but was '" + text + "'");
        }
        return new Sight.Zoom(start, end);
    }
}
