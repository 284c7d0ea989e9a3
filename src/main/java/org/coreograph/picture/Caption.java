package org.coreograph.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.RunRequest;
import org.coreograph.model.Settings;

/** Writes the line below a picture that says how it came about. */
final class Caption {
    private static final String BETWEEN = " · ";

    private Caption() {}

    /** Returns what the line says, part by part. Where runs differ in a part, it says it of each, from top to bottom. */
    static List<String> parts(List<RunReport> runs, int processors) {
        List<RunRequest> requests = runs.stream().map(RunReport::request).toList();
        List<String> parts = new ArrayList<>();
        parts.add(each(requests, Caption::program));
        parts.add(setting(requests, settings -> SettingsWords.clock(settings, processors)));
        parts.add(cores(requests));
        SettingsWords.BEHIND_CORES.forEach(part -> parts.add(setting(requests, part)));
        parts.add("Coreograph");
        parts.removeIf(String::isEmpty);
        return parts;
    }

    private static String setting(List<RunRequest> requests, Function<Settings, String> part) {
        return each(requests, request -> part.apply(request.settings()));
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
                        text.append(' ').append(name).append('=').append(SettingsWords.shortened(value)));
        return text.toString();
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
