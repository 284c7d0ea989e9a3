package org.coreograph.engine;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The lock that guards a measured run. Turns are given once it has been left, so that who gets one needn't wait for who
 * gives it: {@link #leave} is the only way out.
 */
final class KernelLock {
    private final ReentrantLock lock = new ReentrantLock();
    private final Runnable beforeLeaving;
    private final Supplier<@Nullable MeasuredTask> toGive;
    private final Consumer<MeasuredTask> give;

    /**
     * @param beforeLeaving is done with the lock held, each time it is left
     * @param toGive returns, with the lock held, the first of those that are to be given their turn; or null
     * @param give gives one its turn, without the lock
     */
    KernelLock(Runnable beforeLeaving, Supplier<@Nullable MeasuredTask> toGive, Consumer<MeasuredTask> give) {
        this.beforeLeaving = beforeLeaving;
        this.toGive = toGive;
        this.give = give;
    }

    void enter() {
        lock.lock();
    }

    /** Leaves the lock, and then gives their turn to those who got a core, or whom main waited for. */
    void leave() {
        beforeLeaving.run();
        MeasuredTask task = toGive.get();
        lock.unlock();
        while (task != null) {
            // Once it has its turn it may be handed another: the link is read before.
            MeasuredTask next = task.nextHanded;
            give.accept(task);
            task = next;
        }
    }

    boolean isMine() {
        return lock.isHeldByCurrentThread();
    }

    /** Does something with the lock held. */
    void with(Runnable action) {
        enter();
        try {
            action.run();
        } finally {
            leave();
        }
    }
}
