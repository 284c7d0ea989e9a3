package org.coreograph.picture;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.coreograph.analysis.Parallelism;
import org.coreograph.analysis.RunReport;
import org.coreograph.analysis.Stalls;
import org.coreograph.analysis.TimeLens;
import org.coreograph.trace.Lane;
import org.coreograph.trace.SpanKind;
import org.coreograph.trace.Trace;
import org.jspecify.annotations.Nullable;

/** What it takes a walk through a run to say of it, remembered as long as the run is. Not thread-safe. */
final class RunFacts {
    private final Map<Trace, String> manners = new WeakHashMap<>();
    private final Map<Trace, Stalls> stalls = new WeakHashMap<>();
    private final Map<Trace, Set<SpanKind>> states = new WeakHashMap<>();
    private final Map<Trace, Seen> seen = new WeakHashMap<>();

    /** A run through the time lens. */
    private record Seen(long lensNanos, Stretches stretches, String words) {}

    /** Returns the time that tasks lost through no doing of theirs; nothing of a simulated run. */
    Stalls stalls(RunReport run) {
        return stalls.computeIfAbsent(run.trace(), trace -> run.stalls());
    }

    /** Returns the states that tasks are in at some time, in their own order. */
    Set<SpanKind> states(Trace trace) {
        return states.computeIfAbsent(trace, RunFacts::statesIn);
    }

    private static Set<SpanKind> statesIn(Trace trace) {
        Set<SpanKind> found = EnumSet.noneOf(SpanKind.class);
        for (int task = 0; task < trace.tasks().size(); task++) {
            Lane lane = trace.listed(task) ? trace.taskLane(task) : Lane.EMPTY;
            for (int i = 0; i < lane.size(); i++) {
                found.add(lane.kind(i));
            }
        }
        return found;
    }

    /** Returns how the tasks shared the cores. */
    String manner(Trace trace) {
        return manners.computeIfAbsent(trace, RunWords::manner);
    }

    /** Returns in which stretches tasks seem to run. */
    Stretches stretches(Trace trace, long lensNanos) {
        return seen(trace, lensNanos).stretches;
    }

    /** Returns what the lens makes of a run. */
    String throughLens(Trace trace, long lensNanos) {
        return seen(trace, lensNanos).words;
    }

    private Seen seen(Trace trace, long lensNanos) {
        @Nullable Seen known = seen.get(trace);
        if (known != null && known.lensNanos == lensNanos) {
            return known;
        }
        Stretches stretches = Stretches.of(trace, lensNanos);
        String words = "apparent parallelism " + Figures.twoDecimals(TimeLens.apparent(trace, lensNanos)) + ", true "
                + Figures.twoDecimals(Parallelism.average(trace));
        Seen fresh = new Seen(lensNanos, stretches, words);
        seen.put(trace, fresh);
        return fresh;
    }
}
