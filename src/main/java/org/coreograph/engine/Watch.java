package org.coreograph.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.coreograph.model.Durations;
import org.jspecify.annotations.Nullable;

/**
 * Notices tasks whose code goes on and on without a call to the machine, such as an empty loop without end. Nothing can be
 * done about one: only its own calls let the engine take its core away, or end it.
 *
 * <p>It has no thread and no clock: somebody looks now and then, such as a window once a frame, and says what time it is.
 * A task is told of when, look after look, it was seen at the same place with the same count of calls. Looks that are far
 * apart count for less than the time between them, since then perhaps nothing in this process got anywhere: it was
 * suspended, or the machine asleep. Thread-safe.
 */
final class Watch {
    /** How long a task may go without a call before it is told of. */
    static final long GRACE_NANOS = 250 * Durations.MILLI;

    /** How often one looks within the grace; what goes on for longer between two looks isn't counted. */
    private static final int LOOKS_A_GRACE = 4;

    private final Places places;
    private final long graceNanos;

    // What was seen at each place at the last look, when for the first time, and how much of the time since counts.
    private final @Nullable KernelTask[] task;
    private final long[] calls;
    private final long[] sinceNanos;
    private final long[] silentNanos;

    private long lastLookNanos;

    Watch(Places places, long graceNanos) {
        this.places = places;
        this.graceNanos = graceNanos;
        int count = places.places();
        task = new KernelTask[count];
        calls = new long[count];
        sinceNanos = new long[count];
        silentNanos = new long[count];
    }

    /**
     * A task that has made no call.
     *
     * @param forNanos for how long at least: since it was first seen so
     */
    record Silent(String task, long forNanos) {
        /** Says so for people. */
        String message() {
            double seconds = Math.floor(forNanos / (Durations.SECOND / 10.0)) / 10;
            return String.format(
                    Locale.ROOT,
                    "task %s has made no call for %.1f s: its code doesn't ask the machine for anything, so it can be"
                            + " neither preempted nor stopped",
                    task,
                    seconds);
        }
    }

    /** Looks at every place, at a time that never goes back; returns the tasks that have made no call for the grace. */
    synchronized List<Silent> look(long nowNanos) {
        List<Silent> silent = new ArrayList<>();
        long step = Math.min(nowNanos - lastLookNanos, graceNanos / LOOKS_A_GRACE);
        lastLookNanos = nowNanos;
        for (int place = 0; place < task.length; place++) {
            boolean another = sawAnother(place);
            KernelTask seen = task[place];
            if (another) {
                sinceNanos[place] = nowNanos;
                silentNanos[place] = 0;
            } else if (seen != null) {
                silentNanos[place] += step;
                if (silentNanos[place] >= graceNanos) {
                    silent.add(new Silent(seen.name, nowNanos - sinceNanos[place]));
                }
            }
        }
        return silent;
    }

    /** Looks at a place; returns whether a call was made there since the last look. */
    private boolean sawAnother(int place) {
        long before = places.calls(place);
        KernelTask now = places.task(place);
        // A call between the two: then task and count don't belong together, but that there was one is enough to know.
        boolean torn = places.calls(place) != before;
        boolean another = torn || !Objects.equals(now, task[place]) || before != calls[place];
        task[place] = torn ? null : now;
        calls[place] = before;
        return another;
    }
}
