package org.coreograph.engine;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A task's thread, which runs only when it is given its turn. The thread is created when its first turn comes: a task
 * that only waits in the ready queue costs none.
 *
 * <p>{@link #give} by one thread and {@link #await} by the task's own are the only hand-over there is; what the giver
 * wrote before is seen by the task after. Turns are counted as they are given and as they are taken, so that none is
 * lost where two threads give one, as at the end of a run, and so that taking one needs no fence.
 */
final class Turn implements Runnable {
    /** Counts in a field rather than in an object of its own: there may be a million turns. */
    private static final AtomicIntegerFieldUpdater<Turn> GIVEN =
            AtomicIntegerFieldUpdater.newUpdater(Turn.class, "given");

    private final TaskThreads threads;
    private final String name;
    private final Runnable body;
    private volatile @Nullable Thread thread;
    private volatile int given;

    /** How many turns have been taken; used by the task's thread alone. */
    private int taken;

    Turn(TaskThreads threads, String name, Runnable body) {
        this.threads = threads;
        this.name = name;
        this.body = body;
    }

    /**
     * Lets the task's thread go on, or starts it.
     *
     * @throws ExhaustedException if there can be no more threads; then there is none here
     */
    void give() {
        Thread its = thread;
        if (its == null) {
            begin();
        } else {
            give(its);
        }
    }

    /** Lets the task's thread go on, if there is one, to find out that the run is over. */
    void giveLast() {
        Thread its = thread;
        if (its != null) {
            give(its);
        }
    }

    private void give(Thread its) {
        GIVEN.getAndIncrement(this);
        LockSupport.unpark(its);
    }

    private void begin() {
        Thread its = threads.unstarted(name, this);
        thread = its;
        boolean started = false;
        try {
            threads.start(its);
            started = true;
        } finally {
            if (!started) {
                thread = null;
            }
        }
    }

    /** What its thread does. */
    @Override
    public void run() {
        try {
            body.run();
        } finally {
            threads.ended();
        }
    }

    /** Waits, on the task's own thread, until it is given its turn. */
    void await() {
        boolean interrupted = false;
        while (given == taken) {
            LockSupport.park(this);
            // A program may have interrupted the thread: with that noted, parking works again.
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        taken++;
    }

    /** Waits a while for the thread to end; doesn't wait for one that hasn't begun. */
    void awaitEnd(long nanos) throws InterruptedException {
        Thread its = thread;
        if (its != null && its.getState() != Thread.State.NEW) {
            its.join(Duration.ofNanos(nanos));
        }
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
