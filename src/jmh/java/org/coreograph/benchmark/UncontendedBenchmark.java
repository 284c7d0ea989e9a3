package org.coreograph.benchmark;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.coreograph.model.Clock;
import org.coreograph.model.Settings;
import org.coreograph.model.ThreadKind;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What tasks communicate with, on the measured clock and with nobody else there, beside its like in
 * {@code java.util.concurrent} on a bare thread of the same kind ({@link UncontendedOperation}).
 *
 * <p>In each iteration a bare thread does the operations, then the one task of a measured run. Both take the time
 * themselves, around the operations alone, and a ratio is taken within an iteration. The iterations' own score is the
 * time of both with all that is around them; the two are its counters.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 10)
@Measurement(iterations = 20)
@Fork(2)
public class UncontendedBenchmark {
    static final int OPERATIONS = 1_000_000;

    @Param
    private UncontendedOperation operation;

    @Param({"VIRTUAL", "PLATFORM"})
    private ThreadKind threads;

    /** What the operations of an iteration took. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Nanos {
        public long bare;
        public long measured;
    }

    @Benchmark
    public void operations(Nanos nanos) throws InterruptedException, ExecutionException {
        nanos.bare = bare();
        nanos.measured = measured();
    }

    private long bare() throws InterruptedException, ExecutionException {
        CheckedRuns.setCarriers(2);
        FutureTask<Long> loop = new FutureTask<>(() -> timed(operation.bare()));
        switch (threads) {
            case VIRTUAL -> Thread.ofVirtual().start(loop);
            case PLATFORM -> Thread.ofPlatform().start(loop);
        }
        return loop.get();
    }

    private long measured() throws InterruptedException {
        Settings settings = Settings.DEFAULTS.withClock(Clock.MEASURED).withThreads(threads);
        long[] nanos = new long[1];
        CheckedRuns.run(machine -> machine.start("task", () -> nanos[0] = timed(operation.inTask(machine))), settings);
        return nanos[0];
    }

    private static long timed(UncontendedOperation.Loop loop) throws InterruptedException {
        long start = System.nanoTime();
        long sum = loop.times(OPERATIONS);
        long end = System.nanoTime();
        if (sum != OPERATIONS) {
            throw new IllegalStateException(sum + " operations where " + OPERATIONS + " were meant");
        }
        return end - start;
    }
}
