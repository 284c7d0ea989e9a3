package org.coreograph.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coreograph.model.Durations;
import org.coreograph.model.EventSink;
import org.coreograph.model.Outcome;
import org.coreograph.model.RunEnd;
import org.coreograph.trace.Lane;
import org.coreograph.trace.SpanKind;
import org.coreograph.trace.TaskTimes;
import org.coreograph.trace.Trace;

/** Tells a run in sentences, for those who listen to it: what each core did, how each task ended, and how the run did. */
public final class Narration {
    /** So many stretches of a core are told one by one; what comes after is summed up. */
    private static final int TOLD = 12;

    /** Of so many tasks it is told how they ended. */
    private static final int TASKS_TOLD = 24;

    private final RunReport report;
    private final Trace trace;

    private Narration(RunReport report) {
        this.report = report;
        this.trace = report.trace();
    }

    /** Returns the sentences, one a line: the whole first, then core by core and task by task. */
    public static List<String> of(RunReport report) {
        return new Narration(report).tell();
    }

    private List<String> tell() {
        List<String> lines = new ArrayList<>();
        lines.add(whole());
        for (int core = 0; core < trace.cores(); core++) {
            lines.add(core(core));
        }
        List<Integer> tasks = trace.listedTasks();
        tasks.stream().limit(TASKS_TOLD).forEach(task -> lines.add(task(task)));
        if (tasks.size() > TASKS_TOLD) {
            lines.add("There are " + (tasks.size() - TASKS_TOLD) + " more tasks.");
        }
        return List.copyOf(lines);
    }

    private String whole() {
        String run = report.title() + ", " + report.coresTitle() + ", "
                + report.request().settings().clock().id() + ": ";
        RunEnd end = report.end();
        if (end == null) {
            return run + "it has gone on for " + Durations.human(report.endNanos()) + " so far.";
        }
        String how = switch (end.outcome()) {
            case COMPLETED -> "completed after ";
            case DEADLOCK -> "deadlocked after ";
            case FAILED -> "ended, with a task that failed, after ";
            case STOPPED -> "stopped after ";
        };
        boolean told = end.outcome() != Outcome.COMPLETED && end.reason() != null;
        return run + how + Durations.human(report.endNanos()) + (told ? ": " + end.reason() : "") + ".";
    }

    // ---- Cores ----

    private record Stretch(String what, long nanos) {}

    private String core(int core) {
        List<Stretch> stretches = stretches(trace.coreLane(core));
        StringBuilder line = new StringBuilder("Core ").append(core).append(' ');
        int told = Math.min(TOLD, stretches.size());
        for (int i = 0; i < told; i++) {
            Stretch stretch = stretches.get(i);
            line.append(i == 0 ? "" : ", then ")
                    .append(stretch.what)
                    .append(" for ")
                    .append(Durations.human(stretch.nanos));
        }
        if (told < stretches.size()) {
            line.append(", and then in ")
                    .append(stretches.size() - told)
                    .append(" more stretches ")
                    .append(summed(stretches.subList(told, stretches.size())));
        }
        return line.append('.').toString();
    }

    private static String summed(List<Stretch> stretches) {
        Map<String, Long> sums = new TreeMap<>();
        stretches.forEach(stretch -> sums.merge(stretch.what, stretch.nanos, Long::sum));
        List<String> parts = new ArrayList<>();
        sums.forEach((what, nanos) -> parts.add(what + " for " + Durations.human(nanos)));
        return String.join(", ", parts) + " in all";
    }

    /** Returns what a core did from the run's start to its end; switches are part of what they lead to. */
    private List<Stretch> stretches(Lane lane) {
        List<Stretch> stretches = new ArrayList<>();
        long at = 0;
        for (int i = 0; i < lane.size(); i++) {
            if (lane.kind(i) == SpanKind.SWITCHING) {
                continue;
            }
            boolean switched = i > 0 && lane.kind(i - 1) == SpanKind.SWITCHING;
            idle(stretches, at, switched ? lane.startNanos(i - 1) : lane.startNanos(i));
            String what = lane.kind(i) == SpanKind.OFF ? "was off" : "ran " + name(lane.who(i));
            stretches.add(new Stretch(what, lane.endNanos(i) - lane.startNanos(i)));
            at = lane.endNanos(i);
        }
        idle(stretches, at, report.endNanos());
        return stretches;
    }

    private static void idle(List<Stretch> stretches, long fromNanos, long untilNanos) {
        if (untilNanos > fromNanos) {
            stretches.add(new Stretch("was idle", untilNanos - fromNanos));
        }
    }

    private String name(int task) {
        return task == EventSink.NONE ? "nothing" : trace.tasks().get(task).name();
    }

    // ---- Tasks ----

    private String task(int task) {
        TaskTimes times = trace.times().get(task);
        Statistics.TaskFigures figures = report.statistics().tasks().stream()
                .filter(one -> one.id() == task)
                .findFirst()
                .orElseThrow();
        String ended = times.finishNanos() == TaskTimes.NEVER
                ? "had not ended"
                : "ended at " + Durations.human(times.finishNanos());
        return "Task " + name(task) + " arrived at " + Durations.human(times.arrivalNanos()) + ", ran for "
                + Durations.human(figures.runNanos()) + ", was ready for " + Durations.human(figures.readyNanos())
                + " and blocked for " + Durations.human(figures.blockedNanos()) + ", and " + ended + ".";
    }
}
