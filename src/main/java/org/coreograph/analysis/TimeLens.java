package org.coreograph.analysis;

import org.coreograph.trace.Lane;
import org.coreograph.trace.SpanKind;
import org.coreograph.trace.Trace;

/**
 * The window of time within which two things count as simultaneous. Seen through a window of width w, a task runs at t
 * if it runs for some positive time within [t - w/2, t + w/2].
 *
 * <p>Apparent parallelism is the number of tasks that run so, on average over the run: every slice is widened by w/2 on
 * both sides, clipped to the run, merged per task; the total length is divided by the run's. It never falls as w grows,
 * equals the true parallelism at 0, and reaches every task that ran at twice the run. The idea, that parallelism
 * depends on the span of time considered, is Cox-Buday's (Concurrency in Go, O'Reilly 2017, chapter 2).
 */
public final class TimeLens {
    private TimeLens() {}

    /** Takes stretches in which a task appears to run; {@code ranNanos} is how long it really ran within. */
    @FunctionalInterface
    public interface Stretches {
        void add(int task, long startNanos, long endNanos, long ranNanos);
    }

    /**
     * Returns apparent parallelism through a window.
     *
     * @param widthNanos 0 or more
     */
    public static double apparent(Trace trace, long widthNanos) {
        long[] total = {0};
        widen(trace, widthNanos, (task, start, end, ran) -> total[0] += end - start);
        return trace.endNanos() == 0 ? 0 : (double) total[0] / trace.endNanos();
    }

    /**
     * Returns the pace: which share of the time in which tasks appear to run they really run, over all tasks; 1 for a
     * run in which none ran.
     */
    public static double pace(Trace trace, long widthNanos) {
        double apparent = apparent(trace, widthNanos);
        return apparent == 0 ? 1 : Parallelism.average(trace) / apparent;
    }

    /** Tells every stretch in which a task appears to run, task by task in order of time. */
    public static void widen(Trace trace, long widthNanos, Stretches to) {
        for (int task = 0; task < trace.tasks().size(); task++) {
            widenTask(trace, task, widthNanos, to);
        }
    }

    private static void widenTask(Trace trace, int task, long widthNanos, Stretches to) {
        // Half a window may be half a nanosecond: rounding up on one side keeps the sum of both exact.
        long before = widthNanos / 2;
        long after = widthNanos - before;
        Lane lane = trace.taskLane(task);
        long start = -1;
        long end = -1;
        long ran = 0;
        for (int i = 0; i < lane.size(); i++) {
            if (lane.kind(i) != SpanKind.RUNNING) {
                continue;
            }
            long from = Math.max(0, lane.startNanos(i) - before);
            long until = Math.min(trace.endNanos(), lane.endNanos(i) + after);
            if (from > end) {
                if (end > start) {
                    to.add(task, start, end, ran);
                }
                start = from;
                ran = 0;
            }
            end = Math.max(end, until);
            ran += lane.endNanos(i) - lane.startNanos(i);
        }
        if (end > start) {
            to.add(task, start, end, ran);
        }
    }
}
