package org.coreograph.viewmodel;

import org.coreograph.analysis.RunReport;
import org.coreograph.trace.Lane;

/** Finds the times at which something changes in a comparison: a task arrives, starts, stops, blocks, wakes or ends. */
final class Instants {
    private Instants() {}

    /** Returns the first change after a time, or the end of the comparison. */
    static long after(Shown shown, long nanos) {
        long best = shown.endNanos();
        for (RunReport run : shown.runs()) {
            for (int task = 0; task < run.trace().tasks().size(); task++) {
                Lane lane = run.trace().taskLane(task);
                int index = lane.firstEndingAfter(nanos);
                if (index < lane.size()) {
                    long start = lane.startNanos(index);
                    best = Math.min(best, start > nanos ? start : lane.endNanos(index));
                }
            }
        }
        return Math.max(best, nanos);
    }

    /** Returns the last change before a time, or 0. */
    static long before(Shown shown, long nanos) {
        long best = 0;
        for (RunReport run : shown.runs()) {
            for (int task = 0; task < run.trace().tasks().size(); task++) {
                Lane lane = run.trace().taskLane(task);
                int index = lane.firstEndingAfter(nanos - 1);
                if (index < lane.size() && lane.startNanos(index) < nanos) {
                    best = Math.max(best, lane.startNanos(index));
                } else if (index > 0) {
                    best = Math.max(best, lane.endNanos(index - 1));
                }
            }
        }
        return Math.min(best, nanos);
    }
}
