package org.coreograph.analysis;

import java.util.Arrays;
import org.coreograph.model.EventSink;
import org.coreograph.trace.Lane;
import org.coreograph.trace.SpanKind;
import org.coreograph.trace.Trace;

/** Dealing with many things (tasks in progress) against doing many things (tasks running), over time. */
public final class Parallelism {
    private Parallelism() {}

    /** Returns how many tasks run at each time. */
    public static StepFunction running(Trace trace) {
        Intervals intervals = new Intervals();
        for (int core = 0; core < trace.cores(); core++) {
            Lane lane = trace.coreLane(core);
            for (int i = 0; i < lane.size(); i++) {
                if (lane.kind(i) == SpanKind.RUNNING) {
                    intervals.add(lane.startNanos(i), lane.endNanos(i));
                }
            }
        }
        return intervals.count();
    }

    /**
     * Returns how many tasks are in progress at each time: begun, not finished, and not only waiting for others to
     * finish. Main is in progress while it wants a core or has one.
     */
    public static StepFunction inProgress(Trace trace) {
        Intervals intervals = new Intervals();
        for (int task = 0; task < trace.tasks().size(); task++) {
            Lane lane = trace.taskLane(task);
            boolean main = task == EventSink.MAIN;
            if (!trace.listed(task)) {
                continue;
            }
            for (int i = 0; i < lane.size(); i++) {
                SpanKind kind = lane.kind(i);
                boolean counts = main ? kind == SpanKind.RUNNING || kind == SpanKind.READY : kind != SpanKind.JOINING;
                if (counts) {
                    intervals.add(lane.startNanos(i), lane.endNanos(i));
                }
            }
        }
        return intervals.count();
    }

    /** Returns how many tasks ran, on average over the run: true parallelism. 0 for a run without length. */
    public static double average(Trace trace) {
        long ran = 0;
        for (int core = 0; core < trace.cores(); core++) {
            Lane lane = trace.coreLane(core);
            for (int i = 0; i < lane.size(); i++) {
                ran += lane.kind(i) == SpanKind.RUNNING ? lane.endNanos(i) - lane.startNanos(i) : 0;
            }
        }
        return trace.endNanos() == 0 ? 0 : (double) ran / trace.endNanos();
    }

    /** Collects intervals in two growing columns. */
    private static final class Intervals {
        private long[] starts = new long[64];
        private long[] ends = new long[64];
        private int size;

        void add(long start, long end) {
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, size * 2);
                ends = Arrays.copyOf(ends, size * 2);
            }
            starts[size] = start;
            ends[size++] = end;
        }

        StepFunction count() {
            return StepFunction.counting(Arrays.copyOf(starts, size), Arrays.copyOf(ends, size));
        }
    }
}
