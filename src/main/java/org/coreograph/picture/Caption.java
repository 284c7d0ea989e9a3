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
        return parts(requests, cores(runs), setting(requests, SettingsWords::seed), processors);
    }

    /** Returns what the line says of many runs that differ in their seeds. */
    static List<String> parts(OutcomesScene scene, int processors) {
        int runs = scene.outcomes().runs();
        String seeds = "seeds " + SettingsWords.shortened(scene.seeds()) + ", " + runs + (runs == 1 ? " run" : " runs");
        String cores = RunWords.cores(scene.request().settings().cores());
        return parts(List.of(scene.request()), cores, seeds, processors);
    }

    private static List<String> parts(List<RunRequest> requests, String cores, String seeds, int processors) {
        List<String> parts = new ArrayList<>();
        parts.add(each(requests, Caption::program));
        parts.add(setting(requests, settings -> SettingsWords.clock(settings, processors)));
        parts.add(cores);
        SettingsWords.BEHIND_CORES.forEach(part -> parts.add(setting(requests, part)));
        parts.add(seeds);
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

    private static String cores(List<RunReport> runs) {
        if (runs.stream().anyMatch(RunReport::coresChanged)) {
            return runs.stream()
                    .map(run -> run.coresTitle() + (run.coresChanged() ? ", changed while it ran" : ""))
                    .distinct()
                    .collect(Collectors.joining(" and "));
        }
        List<Integer> counts = runs.stream().map(RunReport::cores).distinct().toList();
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
