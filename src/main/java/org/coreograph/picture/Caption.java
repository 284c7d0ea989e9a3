package org.coreograph.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.Clock;
import org.coreograph.model.Durations;
import org.coreograph.model.RunRequest;
import org.coreograph.model.Settings;
import org.coreograph.model.TieRule;

/** Writes the line below a picture that says how it came about. */
final class Caption {
    private static final String BETWEEN = " · ";
    private static final int LONG_VALUE = 36;

    private Caption() {}

    /** Returns what the line says, part by part. Where runs differ in a part, it says it of each, from top to bottom. */
    static List<String> parts(List<RunReport> runs, int processors) {
        List<RunRequest> requests = runs.stream().map(RunReport::request).toList();
        List<String> parts = new ArrayList<>();
        parts.add(each(requests, Caption::program));
        parts.add(each(requests, request -> clock(request.settings(), processors)));
        parts.add(cores(requests));
        parts.add(each(requests, request -> policy(request.settings())));
        parts.add(each(requests, request -> switchCost(request.settings())));
        parts.add(each(requests, request -> threads(request.settings())));
        parts.add(each(requests, request -> ties(request.settings())));
        parts.add(each(requests, request -> "seed " + request.settings().seed()));
        parts.add("Coreograph");
        parts.removeIf(String::isEmpty);
        return parts;
    }

    private static String each(List<RunRequest> requests, Function<RunRequest, String> part) {
        return requests.stream()
                .map(part)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    private static String program(RunRequest request) {
        StringBuilder text = new StringBuilder(request.program());
        request.arguments()
                .forEach((name, value) ->
                        text.append(' ').append(name).append('=').append(shortened(value)));
        return text.toString();
    }

    /** A long list is told by its beginning and how long it is; the picture carries all of it. */
    private static String shortened(String value) {
        String[] values = value.split(",", -1);
        if (value.length() <= LONG_VALUE || values.length < 3) {
            return value;
        }
        int end = value.lastIndexOf(',', LONG_VALUE);
        return value.substring(0, Math.max(1, end)) + ",… (" + values.length + " values)";
    }

    private static String clock(Settings settings, int processors) {
        return switch (settings.clock()) {
            case SIMULATED -> "SIMULATED";
            case MEASURED -> "MEASURED on " + processors + (processors == 1 ? " processor" : " processors");
        };
    }

    private static String cores(List<RunRequest> requests) {
        List<Integer> counts = requests.stream()
                .map(request -> request.settings().cores())
                .distinct()
                .toList();
        String last = RunWords.cores(counts.getLast());
        String before =
                counts.stream().limit(counts.size() - 1L).map(String::valueOf).collect(Collectors.joining(", "));
        return before.isEmpty() ? last : before + " and " + last;
    }

    private static String policy(Settings settings) {
        String title = settings.policy().title();
        String name = title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
        return settings.policy().usesQuantum() ? name + ", quantum " + Durations.human(settings.quantumNanos()) : name;
    }

    private static String switchCost(Settings settings) {
        return settings.clock() == Clock.SIMULATED ? "switch " + Durations.human(settings.switchCostNanos()) : "";
    }

    private static String threads(Settings settings) {
        String title = settings.threads().title();
        return settings.clock() == Clock.MEASURED ? title.toLowerCase(Locale.ROOT) : "";
    }

    private static String ties(Settings settings) {
        return settings.ties() == TieRule.ARRIVALS_FIRST
                ? ""
                : settings.ties().title().toLowerCase(Locale.ROOT);
    }

    /** Returns the line, broken between parts, and within one only where it is wider than a line. */
    static List<String> lines(List<String> parts, Typeface typeface, TextStyle style, double widthPx) {
        List<String> lines = new ArrayList<>();
        String now = "";
        for (String part : parts) {
            String longer = now.isEmpty() ? part : now + BETWEEN + part;
            if (typeface.widthPx(longer, style) <= widthPx) {
                now = longer;
                continue;
            }
            if (!now.isEmpty()) {
                lines.add(now);
            }
            List<String> pieces = TextFlow.wrap(typeface, part, style, widthPx, widthPx);
            lines.addAll(pieces.subList(0, pieces.size() - 1));
            now = pieces.getLast();
        }
        lines.add(now);
        return lines;
    }
}
