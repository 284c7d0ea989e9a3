package org.coreograph.analysis;

import java.util.List;
import java.util.stream.IntStream;
import org.coreograph.trace.CodeLines;
import org.coreograph.trace.Lane;
import org.coreograph.trace.SpanKind;
import org.coreograph.trace.Trace;

/**
 * When tasks were in a line of the program: on each core the stretches of slices, and of each task also those in which it
 * waited there. Immutable.
 *
 * @param line counted from 1
 * @param cores of each core, the stretches in which a task ran in the line
 * @param tasks of each task, the stretches in which it was in the line, whatever it did there
 */
public record LineSlices(int line, List<Lane> cores, List<Lane> tasks) {
    public LineSlices {
        cores = List.copyOf(cores);
        tasks = List.copyOf(tasks);
    }

    /** Finds the stretches of a line in a run. */
    public static LineSlices of(Trace trace, CodeLines lines, int line) {
        Lane.Builder found = new Lane.Builder(8);
        return new LineSlices(
                line,
                IntStream.range(0, trace.cores())
                        .mapToObj(core -> onCore(trace.coreLane(core), lines, line, found))
                        .toList(),
                IntStream.range(0, trace.tasks().size())
                        .mapToObj(task -> ofTask(trace.taskLane(task), task, lines, line, found))
                        .toList());
    }

    private static Lane onCore(Lane lane, CodeLines lines, int line, Lane.Builder found) {
        for (int span = 0; span < lane.size(); span++) {
            if (lane.kind(span) == SpanKind.RUNNING) {
                add(lane, span, lane.who(span), lines, line, found);
            }
        }
        return found.build();
    }

    private static Lane ofTask(Lane lane, int task, CodeLines lines, int line, Lane.Builder found) {
        for (int span = 0; span < lane.size(); span++) {
            add(lane, span, task, lines, line, found);
        }
        return found.build();
    }

    /** Adds the parts of a span in which its task was in the line. */
    private static void add(Lane lane, int span, int task, CodeLines lines, int line, Lane.Builder found) {
        long end = lane.endNanos(span);
        for (int i = Math.max(0, lines.indexAt(task, lane.startNanos(span)));
                i < lines.size(task) && lines.atNanos(task, i) < end;
                i++) {
            if (lines.line(task, i) == line) {
                long leaves = i + 1 < lines.size(task) ? lines.atNanos(task, i + 1) : end;
                found.add(
                        Math.max(lane.startNanos(span), lines.atNanos(task, i)),
                        Math.min(end, leaves),
                        lane.who(span),
                        lane.kind(span));
            }
        }
    }

    /** Returns how many stretches of slices there are. */
    public int count() {
        return cores.stream().mapToInt(Lane::size).sum();
    }

    /** Returns how long tasks ran in the line, all together. */
    public long runNanos() {
        return cores.stream()
                .mapToLong(lane -> IntStream.range(0, lane.size())
                        .mapToLong(span -> lane.endNanos(span) - lane.startNanos(span))
                        .sum())
                .sum();
    }
}
