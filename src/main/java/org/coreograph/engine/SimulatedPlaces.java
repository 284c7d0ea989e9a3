package org.coreograph.engine;

import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Where tasks' code is seen to run under the simulated clock: with the token, which one of them has. Whoever has it runs
 * the kernel too, which comes further in that time passes.
 */
final class SimulatedPlaces implements Places {
    private final Supplier<SimulatedTask> current;
    private final LongSupplier publishedNanos;

    /** @param publishedNanos how far the run has come; like the current task, a hint to any thread */
    SimulatedPlaces(Supplier<SimulatedTask> current, LongSupplier publishedNanos) {
        this.current = current;
        this.publishedNanos = publishedNanos;
    }

    @Override
    public int places() {
        return 1;
    }

    @Override
    public SimulatedTask task(int place) {
        return current.get();
    }

    @Override
    public long calls(int place) {
        return current.get().calls() + publishedNanos.getAsLong();
    }
}
