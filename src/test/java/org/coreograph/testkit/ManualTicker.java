package org.coreograph.testkit;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A clock that moves only when a test moves it. Thread-safe. */
public final class ManualTicker implements LongSupplier {
    private final AtomicLong nowNanos = new AtomicLong(1_000_000_000L);

    public void advance(long nanos) {
        nowNanos.addAndGet(nanos);
    }

    @Override
    public long getAsLong() {
        return nowNanos.get();
    }
}
