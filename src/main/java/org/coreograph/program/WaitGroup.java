package org.coreograph.program;

import java.util.ArrayDeque;
import java.util.Queue;
import org.coreograph.model.ObjectInfo;
import org.coreograph.model.ObjectKind;
import org.coreograph.model.WaitKind;

/** Waits for a number of tasks to be done, as Go's {@code sync.WaitGroup}. */
public final class WaitGroup {
    private final Kernel kernel;
    private final Waitable waitable;
    private final Queue<Integer> waiters = new ArrayDeque<>();
    private long outstanding;

    WaitGroup(Kernel kernel) {
        this.kernel = kernel;
        this.waitable = kernel.waitable(ObjectInfo.of(ObjectKind.WAIT_GROUP, ""));
    }

    /**
     * Adds to the number of tasks waited for; call it before the tasks are started.
     *
     * @throws IllegalStateException if the number would fall below 0
     */
    public void add(long tasks) {
        kernel.enter();
        try {
            if (outstanding + tasks < 0) {
                throw new IllegalStateException("a wait group was done " + -(outstanding + tasks) + " more than added");
            }
            outstanding += tasks;
            if (outstanding == 0) {
                waiters.forEach(kernel::wake);
                waiters.clear();
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

    /** Blocks until as many are done as were added. Named so because {@code wait} is taken in Java. */
    public void await() {
        kernel.enter();
        try {
            if (outstanding > 0) {
                waiters.add(kernel.current());
                kernel.block(WaitKind.JOIN, waitable);
            }
        } finally {
            kernel.exit();
        }
    }
}
