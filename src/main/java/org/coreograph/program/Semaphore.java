package org.coreograph.program;

import java.util.concurrent.atomic.AtomicInteger;
import org.coreograph.model.Action;
import org.coreograph.model.EventSink;
import org.coreograph.model.ObjectKind;
import org.coreograph.model.WaitKind;

/**
 * A number of permits that tasks acquire and release; who finds none waits, first in, first out. Any task may release,
 * also one that has acquired nothing, so a semaphore can signal as well as limit.
 *
 * <p>The state is the number of permits, or {@link #OTHERS_WAIT}, and then there are none. While nobody waits, acquiring
 * and releasing are one atomic change each. Who finds no permit says within a step that it waits, and blocks within the
 * same step; from then on a release has to enter a step, where it finds the waiting task and hands the permit to it. So
 * no wake-up is lost, and nobody overtakes.
 */
public final class Semaphore extends Primitive {
    private static final int OTHERS_WAIT = -1;

    private final AtomicInteger state;
    private final Waiters waiters;

    /** How many permits each task has; of no meaning once a task released what it hadn't acquired. */
    private final TaskCounts holders = new TaskCounts();

    private volatile boolean signals;

    Semaphore(Kernel kernel, String name, int permits) {
        if (permits < 0) {
            throw new IllegalArgumentException("a semaphore's permits must be 0 or more, but were " + permits);
        }
        super(kernel, ObjectKind.SEMAPHORE, name, permits);
        state = new AtomicInteger(permits);
        waiters = new Waiters(kernel, WaitKind.ACQUIRE, waitable);
        waitable.heldBy(() -> signals ? new int[0] : holders.tasks());
    }

    /** Blocks until there is a permit, and takes it. */
    public void acquire() {
        int me = kernel.touch();
        if (!take(me)) {
            acquireWithinAStep(me);
        }
    }

    private void acquireWithinAStep(int me) {
        kernel.enter();
        try {
            while (!take(me)) {
                int none = state.get();
                if (none <= 0 && state.compareAndSet(none, OTHERS_WAIT)) {
                    waiters.await(me);
                    return;
                }
            }
        } finally {
            kernel.exit();
        }
    }

    /** Takes a permit if there is one; returns whether there was. */
    public boolean tryAcquire() {
        return take(kernel.touch());
    }

    private boolean take(int me) {
        for (int permits = state.get(); permits > 0; permits = state.get()) {
            if (state.compareAndSet(permits, permits - 1)) {
                holders.add(me, 1);
                note(me, Action.ACQUIRE, permits - 1);
                return true;
            }
        }
        return false;
    }

    /** Hands a permit to the task that has waited longest, or adds it to those that are there. */
    public void release() {
        int me = kernel.touch();
        if (holders.of(me) > 0) {
            holders.add(me, -1);
        } else if (!signals) {
            signals = true;
        }
        for (int permits = state.get(); permits >= 0; permits = state.get()) {
            if (state.compareAndSet(permits, Math.addExact(permits, 1))) {
                note(me, Action.RELEASE, permits + 1);
                return;
            }
        }
        releaseWithinAStep(me);
    }

    /** Releases where others waited a moment ago; only a step changes that, so it stays as it is found here. */
    private void releaseWithinAStep(int me) {
        kernel.enter();
        try {
            int next = waiters.wakeFirst();
            if (next == EventSink.NONE) {
                note(me, Action.RELEASE, state.incrementAndGet());
                return;
            }
            note(me, Action.RELEASE, 1);
            if (waiters.isEmpty()) {
                state.set(0);
            }
            holders.add(next, 1);
            note(next, Action.ACQUIRE, 0);
        } finally {
            kernel.exit();
        }
    }
}
