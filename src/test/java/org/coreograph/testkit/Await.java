package org.coreograph.testkit;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what has to come, and fails where it doesn't within a time that no working machine needs. */
public final class Await {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Await() {}

    /** Waits until a condition holds. */
    public static void until(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("waited in vain for: " + what);
            }
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(50));
        }
    }

    /** Waits until threads have ended. */
    public static void end(Collection<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            if (!thread.join(LIMIT)) {
                throw new AssertionError("still alive: " + thread);
            }
        }
    }
}
