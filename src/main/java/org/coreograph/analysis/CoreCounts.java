package org.coreograph.analysis;

import org.coreograph.trace.Lane;
import org.coreograph.trace.SpanKind;
import org.coreograph.trace.Trace;

/**
 * How many cores there were over a run: the same number at any time, unless it changed while the run went on.
 *
 * @param least at any time
 * @param most at any time
 */
public record CoreCounts(int least, int most) {
    /** Counts the cores that were on. */
    static CoreCounts of(Trace trace) {
        int offs = 0;
        for (int core = 0; core < trace.cores(); core++) {
            Lane lane = trace.coreLane(core);
            for (int i = 0; i < lane.size(); i++) {
                offs += lane.kind(i) == SpanKind.OFF ? 1 : 0;
            }
        }
        return offs == 0 ? new CoreCounts(trace.cores(), trace.cores()) : of(trace, offs);
    }

    private static CoreCounts of(Trace trace, int offs) {
        long[] starts = new long[offs];
        long[] ends = new long[offs];
        int found = 0;
        for (int core = 0; core < trace.cores(); core++) {
            Lane lane = trace.coreLane(core);
            for (int i = 0; i < lane.size(); i++) {
                if (lane.kind(i) == SpanKind.OFF) {
                    starts[found] = lane.startNanos(i);
                    ends[found++] = lane.endNanos(i);
                }
            }
        }
        StepFunction off = StepFunction.counting(starts, ends);
        int leastOff = off.valueAt(0);
        for (int i = 0; i < off.size(); i++) {
            leastOff = off.atNanos(i) < trace.endNanos() ? Math.min(leastOff, off.value(i)) : leastOff;
        }
        return new CoreCounts(trace.cores() - off.max(), trace.cores() - leastOff);
    }

    /** Returns it in words, such as {@code 2 to 4 cores}. */
    public String title() {
        if (least != most) {
            return least + " to " + most + " cores";
        }
        return most == 1 ? "1 core" : most + " cores";
    }
}
