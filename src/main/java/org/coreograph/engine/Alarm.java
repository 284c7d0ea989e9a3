package org.coreograph.engine;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * A thread that does what is due at a time. What it does it does under a lock of the owner's, and under that lock it is
 * told of earlier times.
 */
final class Alarm {
    private final LongSupplier clock;
    private final LongSupplier whatIsDue;
    private final Thread thread;
    private volatile boolean ended;

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

    /** Notes when the thread looks again, whatever was planned; called under the owner's lock. */
    long planned(long nanos) {
        plannedNanos = nanos;
        return nanos;
    }

    /** Ends the thread. */
    void end() {
        ended = true;
        LockSupport.unpark(thread);
    }

    private void run() {
        ThreadFacts.PLATFORM.wakeOnTime();
        while (!ended) {
            long next = whatIsDue.getAsLong();
            if (ended) {
                // Waiting for the owner's lock may have used up the wake-up that told so.
                return;
            }
            if (next == MeasuredCores.NEVER) {
                LockSupport.park(this);
            } else {
                long wait = next - clock.getAsLong();
                if (wait > 0) {
                    LockSupport.parkNanos(this, wait);
                }
            }
        }
    }
}
