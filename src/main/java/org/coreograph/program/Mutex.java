package org.coreograph.program;

import java.util.ArrayDeque;
import java.util.Queue;
import org.coreograph.model.EventSink;
import org.coreograph.model.ObjectInfo;
import org.coreograph.model.ObjectKind;
import org.coreograph.model.WaitKind;

/**
 * Mutual exclusion, handed over first in, first out: the unlocker keeps its core and the new owner becomes ready. Not
 * reentrant, as in Go: who locks twice waits for itself.
 */
public final class Mutex {
    private final Kernel kernel;
    private final Waitable waitable;
    private final Queue<Integer> waiters = new ArrayDeque<>();

    Mutex(Kernel kernel, String name) {
        this.kernel = kernel;
        this.waitable = kernel.waitable(ObjectInfo.of(ObjectKind.MUTEX, name));
    }

    /** Blocks until the caller owns the mutex. */
    public void lock() {
        kernel.enter();
        try {
            int me = kernel.current();
            if (waitable.holder() == EventSink.NONE) {
                waitable.heldBy(me);
            } else {
                waiters.add(me);
                kernel.block(WaitKind.LOCK, waitable);
            }
        } finally {
            kernel.exit();
        }
    }

    /**
     * Hands the mutex to the task that has waited longest, or frees it.
     *
     * @throws IllegalStateException if the caller doesn't own it
     */
    public void unlock() {
        kernel.enter();
        try {
            if (waitable.holder() != kernel.current()) {
                throw new IllegalStateException(waitable.name() + " was unlocked by a task that doesn't own it");
            }
            Integer next = waiters.poll();
            waitable.heldBy(next == null ? EventSink.NONE : next);
            if (next != null) {
                kernel.wake(next);
            }
        } finally {
            kernel.exit();
        }
    }
}
