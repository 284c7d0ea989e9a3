package org.coreograph.engine;

import java.util.concurrent.locks.LockSupport;
import org.coreograph.model.ThreadKind;
import org.jspecify.annotations.Nullable;

/**
 * A task's thread, which runs only when it is given its turn. The thread is created when its first turn comes: a task
 * that only waits in the ready queue costs none.
 *
 * <p>{@link #give} by one thread and {@link #await} by the task's own are the only hand-over there is; what the giver
 * wrote before is seen by the task after.
 */
final class Turn {
    private final ThreadKind kind;
    private final String name;
    private final Runnable body;
    private volatile @Nullable Thread thread;
    private volatile boolean given;

    Turn(ThreadKind kind, String name, Runnable body) {
        this.kind = kind;
        this.name = name;
        this.body = body;
    }

    /** Lets the task's thread go on, or starts it. */
    void give() {
        Thread its = thread;
        if (its == null) {
            its = switch (kind) {
                case PLATFORM -> Thread.ofPlatform().daemon().name(name).unstarted(body);
                case VIRTUAL -> Thread.ofVirtual().name(name).unstarted(body);
            };
            thread = its;
            its.start();
        } else {
            given = true;
            LockSupport.unpark(its);
        }
    }

    /** Waits, on the task's own thread, until it is given its turn. */
    void await() {
        boolean interrupted = false;
        while (!given) {
            LockSupport.park(this);
            // A program may have interrupted the thread: with that noted, parking works again.
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        given = false;
    }

    /** Returns whether the calling thread is the task's. */
    @SuppressWarnings("ReferenceEquality") // a thread is equal to itself alone, and this is on every task's way
    boolean isMine() {
        return Thread.currentThread() == thread;
    }

    /** Returns the thread, or null before the first turn. */
    @Nullable
    Thread thread() {
        return thread;
    }
}
