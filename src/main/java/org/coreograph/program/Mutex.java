package org.coreograph.program;

import java.util.concurrent.atomic.AtomicInteger;
import org.coreograph.model.Action;
import org.coreograph.model.EventSink;
import org.coreograph.model.ObjectKind;
import org.coreograph.model.WaitKind;

/**
 * Mutual exclusion, handed over first in, first out: the unlocker keeps its core and the new owner becomes ready. Not
 * reentrant, as in Go: who locks twice waits for itself.
 *
 * <p>The state is one number: the owner, or {@link #FREE}, and a bit that says that others wait. While nobody waits,
 * locking and unlocking are one atomic change each. Who finds the mutex taken sets the bit within a step, and blocks
 * within the same step; from then on the owner can't let go by an atomic change of its own, and has to enter a step,
 * where it finds the waiting task. So no wake-up is lost. While the bit is set the state changes within steps only.
 */
public final class Mutex extends Primitive {
    private static final int FREE = EventSink.NONE;
    private static final int OTHERS_WAIT = 1 << 30;

    private final AtomicInteger state = new AtomicInteger(FREE);
    private final Waiters waiters;

    Mutex(Kernel kernel, String name) {
        super(kernel, ObjectKind.MUTEX, name, 1);
        waiters = new Waiters(kernel, WaitKind.LOCK, waitable);
        waitable.heldBy(() -> Waitable.one(owner(state.get())));
    }

    /** Blocks until the caller owns the mutex. */
    public void lock() {
        int me = kernel.touch();
        if (state.compareAndSet(FREE, me)) {
            note(me, Action.LOCK);
        } else {
            lockWithinAStep(me);
        }
    }

    private void lockWithinAStep(int me) {
        kernel.enter();
        try {
            while (!state.compareAndSet(FREE, me)) {
                int taken = state.get();
                if (taken != FREE && state.compareAndSet(taken, taken | OTHERS_WAIT)) {
                    waiters.await(me);
                    return;
                }
            }
            note(me, Action.LOCK);
        } finally {
            kernel.exit();
        }
    }

    /** Locks the mutex if nobody owns it; returns whether that was so. */
    public boolean tryLock() {
        int me = kernel.touch();
        boolean locked = state.compareAndSet(FREE, me);
        if (locked) {
            note(me, Action.LOCK);
        }
        return locked;
    }

    /**
     * Hands the mutex to the task that has waited longest, or frees it.
     *
     * @throws IllegalStateException if the caller doesn't own it
     */
    public void unlock() {
        int me = kernel.touch();
        if (state.compareAndSet(me, FREE)) {
            note(me, Action.UNLOCK);
            return;
        }
        kernel.enter();
        try {
            release(me, "unlocked");
        } finally {
            kernel.exit();
        }
    }

    /**
     * Does what unlocking does, within a step.
     *
     * @param what what the caller wanted, which needs that it owns the mutex
     */
    void release(int me, String what) {
        int before = state.get();
        if (owner(before) != me) {
            throw new IllegalStateException(waitable.name() + " was " + what + " by " + kernel.taskName(me)
                    + (before == FREE
                            ? ", but nobody has locked it"
                            : ", but belongs to " + kernel.taskName(owner(before))));
        }
        note(me, Action.UNLOCK);
        int next = waiters.wakeFirst();
        state.set(next == EventSink.NONE || waiters.isEmpty() ? next : next | OTHERS_WAIT);
        if (next != EventSink.NONE) {
            note(next, Action.LOCK);
        }
    }

    private static int owner(int state) {
        return state == FREE ? EventSink.NONE : state & ~OTHERS_WAIT;
    }
}
