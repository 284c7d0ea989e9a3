package org.coreograph.program;

import java.util.ArrayDeque;
import java.util.Queue;
import org.coreograph.model.EventSink;
import org.coreograph.model.WaitKind;

/** The tasks that wait for something, first in, first out. Used within the kernel's steps only. */
final class Waiters {
    private final Kernel kernel;
    private final Waitable waitable;
    private final WaitKind kind;
    private final Queue<Integer> queue = new ArrayDeque<>();

    Waiters(Kernel kernel, WaitKind kind, Waitable waitable) {
        this.kernel = kernel;
        this.kind = kind;
        this.waitable = waitable;
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    /** Blocks the calling task behind the others, until it is woken. */
    void await(int me) {
        queue.add(me);
        kernel.block(kind, waitable);
    }

    /** Returns the task that has waited longest, and wakes it; or {@link EventSink#NONE}. */
    int wakeFirst() {
        Integer first = queue.poll();
        if (first == null) {
            return EventSink.NONE;
        }
        kernel.wake(first);
        return first;
    }

    /** Wakes all, in the order in which they came. */
    void wakeAll() {
        while (wakeFirst() != EventSink.NONE) {
            // Each goes on by itself.
        }
    }
}
