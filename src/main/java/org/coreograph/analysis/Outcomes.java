package org.coreograph.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coreograph.model.Outcome;
import org.coreograph.model.RunEnd;

/**
 * What many runs of one program came to, and how often.
 *
 * @param what the name of the number that the runs computed, or empty where it isn't one number
 * @param bars numbers in their order, each range as wide as every other; else by how often; runs that didn't complete last
 */
public record Outcomes(int runs, String what, List<Bar> bars) {
    private static final int MOST_BARS = 24;

    public Outcomes {
        bars = List.copyOf(bars);
    }

    /**
     * Runs that came to the same, or to about the same.
     *
     * @param label what they came to
     * @param completed whether they completed
     */
    public record Bar(String label, int count, boolean completed) {}

    /** Counts them. */
    public static Outcomes of(List<RunEnd> ends) {
        List<Map<String, Object>> results = ends.stream()
                .filter(end -> end.outcome() == Outcome.COMPLETED)
                .map(RunEnd::result)
                .toList();
        String what = results.isEmpty() ? "" : nameOfNumber(results.getFirst());
        boolean numbers = !what.isEmpty()
                && results.stream().allMatch(result -> nameOfNumber(result).equals(what));
        List<Bar> bars = new ArrayList<>(
                numbers
                        ? ofNumbers(results.stream()
                                .map(result -> number(result, what))
                                .toList())
                        : ofTexts(results.stream().map(Outcomes::text).toList()));
        ends.stream()
                .map(RunEnd::outcome)
                .filter(outcome -> outcome != Outcome.COMPLETED)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
                .forEach((outcome, count) -> bars.add(new Bar(outcome.id(), count.intValue(), false)));
        return new Outcomes(ends.size(), numbers ? what : "", bars);
    }

    /** Returns the most that a bar counts. */
    public int most() {
        return bars.stream().mapToInt(Bar::count).max().orElse(0);
    }

    /** Returns the name of a result that is one whole number, or an empty text. */
    private static String nameOfNumber(Map<String, Object> result) {
        boolean one = result.size() == 1;
        return one && result.values().stream().allMatch(value -> value instanceof Long || value instanceof Integer)
                ? result.keySet().iterator().next()
                : "";
    }

    private static long number(Map<String, Object> result, String what) {
        return ((Number) Objects.requireNonNull(result.get(what))).longValue();
    }

    private static String text(Map<String, Object> result) {
        return result.isEmpty()
                ? Outcome.COMPLETED.id()
                : result.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }

    /** Counts by ranges of a round width, which is 1 where that gives few enough; ranges in between may be empty. */
    private static List<Bar> ofNumbers(List<Long> numbers) {
        long least = numbers.stream().mapToLong(Long::longValue).min().orElse(0);
        long most = numbers.stream().mapToLong(Long::longValue).max().orElse(0);
        long width = width(least, most);
        long first = Math.floorDiv(least, width);
        int[] counts = new int[Math.toIntExact(Math.floorDiv(most, width) - first + 1)];
        numbers.forEach(number -> counts[Math.toIntExact(Math.floorDiv(number, width) - first)]++);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            long from = (first + i) * width;
            bars.add(new Bar(width == 1 ? Long.toString(from) : from + "–" + (from + width - 1), counts[i], true));
        }
        return bars;
    }

    private static long width(long least, long most) {
        for (long decade = 1; ; decade *= 10) {
            for (long width : new long[] {decade, 2 * decade, 5 * decade}) {
                if (Math.floorDiv(most, width) - Math.floorDiv(least, width) < MOST_BARS) {
                    return width;
                }
            }
        }
    }

    /** Counts by text, the most frequent first; what is left over is counted together. */
    private static List<Bar> ofTexts(List<String> texts) {
        Map<String, Integer> counts = new TreeMap<>();
        texts.forEach(text -> counts.merge(text, 1, Integer::sum));
        List<Bar> bars = counts.entrySet().stream()
                .map(entry -> new Bar(entry.getKey(), entry.getValue(), true))
                .sorted(Comparator.comparingInt(Bar::count).reversed())
                .toList();
        if (bars.size() <= MOST_BARS) {
            return bars;
        }
        List<Bar> shown = new ArrayList<>(bars.subList(0, MOST_BARS - 1));
        int others = bars.stream().skip(shown.size()).mapToInt(Bar::count).sum();
        shown.add(new Bar("others", others, true));
        return shown;
    }
}
