package org.coreograph.engine;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A run's own thread: it does what is due at a time, or when somebody outside asks for it, and what comes after the end.
 * What it does it does under a lock of the owner's, and under that lock it is told of earlier times.
 */
final class Alarm {
    private final LongSupplier clock;
    private final LongSupplier whatIsDue;
    private final Thread thread;
    private volatile @Nullable Runnable epilogue;

    /** When the thread looks again at the latest; guarded by the owner's lock. */
    private long plannedNanos = MeasuredCores.NEVER;

    /**
     * @param clock tells the time
     * @param whatIsDue does what is due, under the owner's lock, and returns when to look again, having told
     *     {@link #planned}
     */
    Alarm(LongSupplier clock, LongSupplier whatIsDue) {
        this.clock = clock;
        this.whatIsDue = whatIsDue;
        thread = Thread.ofPlatform().daemon().name("coreograph-timer").unstarted(this::run);
    }

    /** Starts the thread. */
    void start() {
        thread.start();
    }

    /** Makes sure that the thread looks at a time, or before; called under the owner's lock. */
    void at(long nanos) {
        if (nanos < plannedNanos) {
            plannedNanos = nanos;
            LockSupport.unpark(thread);
        }
    }

    /** Has the thread look now. */
    void now() {
        LockSupport.unpark(thread);
    }

    /** Notes when the thread looks again, whatever was planned; called under the owner's lock. */
    long planned(long nanos) {
        plannedNanos = nanos;
        return nanos;
    }

    /** Ends the thread, once it has done what is left to do. */
    void end(Runnable whatIsLeft) {
        epilogue = whatIsLeft;
        LockSupport.unpark(thread);
    }

    private void run() {
        ThreadFacts.PLATFORM.wakeOnTime();
        Runnable last = epilogue;
        while (last == null) {
            long next = whatIsDue.getAsLong();
            last = epilogue;
            // Waiting for the owner's lock may have used up the wake-up that told of the end: it is looked for here.
            if (last == null) {
                sleepUntil(next);
                last = epilogue;
            }
        }
        last.run();
    }

    private void sleepUntil(long nanos) {
        if (nanos == MeasuredCores.NEVER) {
            LockSupport.park(this);
            return;
        }
        long wait = nanos - clock.getAsLong();
        if (wait > 0) {
            LockSupport.parkNanos(this, wait);
        }
    }
}
