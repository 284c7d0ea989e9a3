package org.coreograph.program;

import org.coreograph.model.Action;
import org.coreograph.model.ObjectKind;
import org.coreograph.model.WaitKind;

/** Waits for a number of tasks to be done, as Go's {@code sync.WaitGroup}. */
public final class WaitGroup extends Primitive {
    private final Waiters waiters;
    private long outstanding;

    WaitGroup(Kernel kernel) {
        super(kernel, ObjectKind.WAIT_GROUP, "", 0);
        waiters = new Waiters(kernel, WaitKind.JOIN, waitable);
    }

    /**
     * Adds to the number of tasks waited for; call it before the tasks are started.
     *
     * @throws IllegalStateException if the number would fall below 0
     */
    public void add(long tasks) {
        int me = kernel.touch();
        kernel.enter();
        try {
            long sum = Math.addExact(outstanding, tasks);
            if (sum < 0) {
                throw new IllegalStateException("a wait group was done " + -sum + " more than added");
            }
            outstanding = sum;
            note(me, Action.ADD, sum);
            if (sum == 0) {
                waiters.wakeAll();
            }
        } finally {
            kernel.exit();
        }
    }

    /**
     * Says that one task is done.
     *
     * @throws IllegalStateException if nobody was to be waited for
     */
    public void done() {
        add(-1);
    }

    /**
     * Blocks until as many are done as were added. Named so because {@code wait} is taken in Java.
     *
     * @throws IllegalStateException if they were done, but more were added before the caller could go on
     */
    public void await() {
        int me = kernel.touch();
        kernel.enter();
        try {
            if (outstanding == 0) {
                return;
            }
            waiters.await(me);
            if (outstanding != 0) {
                throw new IllegalStateException(
                        "a wait group was added to again before a task that waited for it went on:"
                                + " use another one, or wait until it has");
            }
        } finally {
            kernel.exit();
        }
    }
}
