package org.coreograph.benchmark;

import java.util.concurrent.TimeUnit;
import org.coreograph.model.Durations;
import org.coreograph.model.Settings;
import org.coreograph.program.Machine;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * An event of the simulated clock with no hand-off: a task declares time, its own event is the earliest, and it goes
 * on. Alone, or while 63 other tasks wait for its core and its quantum is watched.
 *
 * <p>The limit, {@link #bareClock}: the least that such an event is, adding the same costs to a time and looking
 * whether that reaches a horizon. Both draw the costs from the same generator, so that they aren't known ahead.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(EventBenchmark.EVENTS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(2)
public class EventBenchmark {
    static final int EVENTS = 1_000_000;

    private static final Settings LONG_QUANTUM = Settings.DEFAULTS.withQuantumNanos(Durations.MAX_NANOS);

    /** How many others are ready. */
    @State(Scope.Benchmark)
    public static class Others {
        @Param({"0", "63"})
        private int waiting;
    }

    private long nowNanos;
    private long horizonNanos = Long.MAX_VALUE;

    @Benchmark
    public long ownEvent(Others others) throws InterruptedException {
        return CheckedRuns.run(
                machine -> {
                    machine.start("task", () -> declareTimes(machine));
                    for (int i = 0; i < others.waiting; i++) {
                        machine.start("waiting", () -> {});
                    }
                },
                LONG_QUANTUM);
    }

    private static void declareTimes(Machine machine) {
        long random = 1;
        for (int event = 0; event < EVENTS; event++) {
            random = next(random);
            machine.compute(cost(random));
        }
    }

    @Benchmark
    public long bareClock() {
        nowNanos = 0;
        long random = 1;
        for (int event = 0; event < EVENTS; event++) {
            random = next(random);
            long end = nowNanos + cost(random);
            if (end >= horizonNanos) {
                throw new IllegalStateException("the horizon is never reached");
            }
            nowNanos = end;
        }
        return nowNanos;
    }

    private static long next(long random) {
        long x = random;
        x ^= x << 13;
        x ^= x >>> 7;
        return x ^ x << 17;
    }

    private static long cost(long random) {
        return 1 + (random & 1_023);
    }
}
