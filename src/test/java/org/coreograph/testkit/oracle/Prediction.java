package org.coreograph.testkit.oracle;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How a run goes according to the oracle. Times are in ticks.
 *
 * @param outcome as in a summary
 * @param end when the run ends
 * @param cores what each core does, in order of time
 * @param tasks those that are listed in a summary, in order of id
 */
public record Prediction(String outcome, long end, List<List<Span>> cores, List<Figures> tasks) {

    /** A slice, or the switch before one. */
    public record Span(int task, boolean switching, long start, long end) {}

    /** What is known of a task in the end; -1 is never. */
    public record Figures(
            int id,
            long arrival,
            long first,
            long finish,
            long ready,
            long run,
            long blocked,
            int switches,
            int migrations,
            int slices) {}

    /** Writes a core's slices as {@code 1:0-10 2:10-13}. */
    public String slices(int core) {
        return cores.get(core).stream()
                .filter(span -> !span.switching)
                .map(span -> span.task + ":" + span.start + "-" + span.end)
                .collect(Collectors.joining(" "));
    }

    /** Writes all of it, in the form of {@link org.coreograph.testkit.TraceText#of}. */
    public String text() {
        StringBuilder text = new StringBuilder(outcome + " at " + end + "\n");
        for (int core = 0; core < cores.size(); core++) {
            text.append("core ").append(core).append(':');
            for (Span span : cores.get(core)) {
                text.append(span.switching ? " ~" : " ").append(span.task);
                text.append(':').append(span.start).append('-').append(span.end);
            }
            text.append('\n');
        }
        for (Figures task : tasks) {
            text.append("task ").append(task.id);
            text.append(": arrived ").append(task.arrival);
            text.append(" first ").append(task.first);
            text.append(" finish ").append(task.finish);
            text.append(" ready ").append(task.ready);
            text.append(" run ").append(task.run);
            text.append(" blocked ").append(task.blocked);
            text.append(" switches ").append(task.switches);
            text.append(" migrations ").append(task.migrations);
            text.append(" slices ").append(task.slices).append('\n');
        }
        text.append("switches ")
                .append(tasks.stream().mapToInt(Figures::switches).sum());
        text.append(" migrations ")
                .append(tasks.stream().mapToInt(Figures::migrations).sum());
        return text.append('\n').toString();
    }
}
