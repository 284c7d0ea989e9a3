package org.coreograph.program;

import org.coreograph.model.Action;
import org.coreograph.model.ObjectKind;
import org.coreograph.model.WaitKind;

/**
 * Where tasks that own a mutex wait until another says that something has changed, as Go's {@code sync.Cond}. They let
 * go of the mutex meanwhile and lock it again before they go on, so another may have come first: who waits for
 * something, looks again in a loop.
 */
public final class Condition extends Primitive {
    private final Mutex mutex;
    private final Waiters waiters;

    Condition(Kernel kernel, String name, Mutex mutex) {
        super(kernel, ObjectKind.CONDITION, name, 0);
        this.mutex = mutex;
        waiters = new Waiters(kernel, WaitKind.CONDITION, waitable);
    }

    /**
     * Lets go of the mutex and blocks until it is told; then locks the mutex again. Named so because {@code wait} is
     * taken in Java.
     *
     * @throws IllegalStateException if the caller doesn't own the mutex
     */
    public void await() {
        int me = kernel.touch();
        kernel.enter();
        try {
            // One step: nobody can tell after the mutex is let go of and before this task waits.
            mutex.release(me, "to be waited with at " + waitable.name());
            waiters.await(me);
        } finally {
            kernel.exit();
        }
        mutex.lock();
    }

    /** Has the task that has waited longest go on; does nothing if nobody waits. The caller need not own the mutex. */
    public void signal() {
        int me = kernel.touch();
        kernel.enter();
        try {
            note(me, Action.SIGNAL);
            waiters.wakeFirst();
        } finally {
            kernel.exit();
        }
    }

    /** Has all tasks that wait go on, in the order in which they came. The caller need not own the mutex. */
    public void broadcast() {
        int me = kernel.touch();
        kernel.enter();
        try {
            note(me, Action.BROADCAST);
            waiters.wakeAll();
        } finally {
            kernel.exit();
        }
    }
}
