package org.coreograph.engine;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.coreograph.model.ThreadKind;
import org.jspecify.annotations.Nullable;

/**
 * A task's thread, which runs only when it is given its turn. The thread is created when its first turn comes: a task
 * that only waits in the ready queue costs none.
 *
 * <p>{@link #give} by one thread and {@link #await} by the task's own are the only hand-over there is; what the giver
 * wrote before is seen by the task after. Turns are counted as they are given and as they are taken, so that none is
 * lost where two threads give one, as at the end of a run, and so that taking one needs no fence.
 */
final class Turn {
    private final ThreadKind kind;
    private final String name;
    private final Runnable body;
    private volatile @Nullable Thread thread;
    private final AtomicInteger given = new AtomicInteger();

    /** How many turns have been taken; used by the task's thread alone. */
    private int taken;

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
            given.getAndIncrement();
            LockSupport.unpark(its);
        }
    }

    /** Waits, on the task's own thread, until it is given its turn. */
    void await() {
        boolean interrupted = false;
        while (given.get() == taken) {
            LockSupport.park(this);
            // A program may have interrupted the thread: with that noted, parking works again.
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        taken++;
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
