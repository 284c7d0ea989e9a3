package org.coreograph.analysis;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coreograph.analysis.Statistics.TaskFigures;
import org.coreograph.model.BadInputException;
import org.coreograph.model.Durations;
import org.coreograph.model.Figure;
import org.coreograph.model.RunEnd;
import org.jspecify.annotations.Nullable;

/** Reads figures off runs. */
public final class FigureReader {
    private FigureReader() {}

    /**
     * Returns a figure of a run: a number, with times in nanoseconds, a boolean or a text.
     *
     * @throws BadInputException if the run has no such task or result, or what is asked never happened in it
     */
    public static Object read(Figure figure, RunReport report) {
        Statistics statistics = report.statistics();
        return switch (figure.kind()) {
            case MAKESPAN -> statistics.makespanNanos();
            case SWITCHES -> statistics.contextSwitches();
            case MIGRATIONS -> statistics.migrations();
            case PARALLELISM -> parallelism(report);
            case LENS -> TimeLens.apparent(report.trace(), Durations.parse("width of the lens", figure.name(), 0));
            case OUTCOME -> end(report).outcome().id();
            case MEAN_RESPONSE -> mean(figure, statistics, TaskFigures::responseNanos);
            case MEAN_TURNAROUND -> mean(figure, statistics, TaskFigures::turnaroundNanos);
            case MEAN_WAITING -> mean(figure, statistics, TaskFigures::readyNanos);
            case FIRST_RUN -> happened(figure, task(figure, report).firstRunNanos());
            case FINISH -> happened(figure, task(figure, report).finishNanos());
            case RESPONSE -> happened(figure, task(figure, report).responseNanos());
            case TURNAROUND -> happened(figure, task(figure, report).turnaroundNanos());
            case WAITING -> task(figure, report).readyNanos();
            case BLOCKED -> task(figure, report).blockedNanos();
            case RESULT ->
                named("result", figure.name(), new TreeMap<>(end(report).result()));
        };
    }

    private static double parallelism(RunReport report) {
        return report.speedUp()
                .orElseThrow(
                        () -> new BadInputException("the run's number of cores changed: run it again with one number"));
    }

    private static RunEnd end(RunReport report) {
        RunEnd end = report.end();
        if (end == null) {
            throw new BadInputException("the run is not over yet: wait for its end");
        }
        return end;
    }

    private static TaskFigures task(Figure figure, RunReport report) {
        // Of tasks with the same name the first one counts.
        Map<String, TaskFigures> byName = report.statistics().tasks().stream()
                .collect(Collectors.toMap(TaskFigures::name, Function.identity(), (first, _) -> first, TreeMap::new));
        return named("task", figure.name(), byName);
    }

    private static <T> T named(String what, String name, Map<String, T> all) {
        return Optional.ofNullable(all.get(name))
                .orElseThrow(() -> new BadInputException("the run has no " + what + " '" + name + "': "
                        + (all.isEmpty() ? "it has none" : "choose one of " + String.join(", ", all.keySet()))));
    }

    private static long happened(Figure figure, @Nullable Long nanos) {
        return Optional.ofNullable(nanos).orElseThrow(() -> never(figure));
    }

    private static double mean(Figure figure, Statistics statistics, Function<TaskFigures, @Nullable Long> nanos) {
        return statistics.mean(nanos).orElseThrow(() -> never(figure));
    }

    private static BadInputException never(Figure figure) {
        return new BadInputException(figure.text() + " never came in that run");
    }
}
