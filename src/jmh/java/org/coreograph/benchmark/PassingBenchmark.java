package org.coreograph.benchmark;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.coreograph.model.Clock;
import org.coreograph.model.Settings;
import org.coreograph.model.ThreadKind;
import org.coreograph.program.Channel;
import org.coreograph.program.Program;
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
 * Two tasks that pass a value to and fro on the measured clock, on two cores and over unbuffered channels, beside the
 * same program with {@code java.util.concurrent}: two threads and two synchronous queues.
 *
 * <p>Both wait at every pass, so this is about waking another, which the plain program leaves to the JVM alone; the
 * engine frees a core, takes one and writes down both. In each iteration the plain program runs, then the engine; a
 * ratio is taken within an iteration. The score is the time of both, the two are its counters.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 10)
@Fork(2)
public class PassingBenchmark {
    private static final int ROUNDS = 20_000;

    /** In a round the value goes to and fro. */
    static final int PASSES = 2 * ROUNDS;

    private static final int CORES = 2;

    @Param({"VIRTUAL", "PLATFORM"})
    private ThreadKind threads;

    /** What the passes of an iteration took. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Nanos {
        public long bare;
        public long measured;
    }

    @Benchmark
    public void passes(Nanos nanos) throws InterruptedException, ExecutionException {
        nanos.bare = bare();
        nanos.measured = measured();
    }

    private long bare() throws InterruptedException, ExecutionException {
        CheckedRuns.setCarriers(CORES);
        SynchronousQueue<Integer> there = new SynchronousQueue<>();
        SynchronousQueue<Integer> back = new SynchronousQueue<>();
        long start = System.nanoTime();
        FutureTask<Integer> second = started(() -> {
            for (int round = 0; round < ROUNDS; round++) {
                back.put(there.take() + 1);
            }
            return ROUNDS;
        });
        FutureTask<Integer> first = started(() -> {
            int value = 0;
            for (int round = 0; round < ROUNDS; round++) {
                there.put(value);
                value = back.take();
            }
            return value;
        });
        check(first.get());
        second.get();
        return System.nanoTime() - start;
    }

    private FutureTask<Integer> started(Callable<Integer> body) {
        FutureTask<Integer> task = new FutureTask<>(body);
        switch (threads) {
            case VIRTUAL -> Thread.ofVirtual().start(task);
            case PLATFORM -> Thread.ofPlatform().start(task);
        }
        return task;
    }

    private long measured() throws InterruptedException {
        Settings settings =
                Settings.DEFAULTS.withClock(Clock.MEASURED).withThreads(threads).withCores(CORES);
        Program program = machine -> {
            Channel<Integer> there = machine.channel("there", 0);
            Channel<Integer> back = machine.channel("back", 0);
            machine.start("second", () -> {
                for (int round = 0; round < ROUNDS; round++) {
                    back.send(there.receive() + 1);
                }
            });
            machine.start("first", () -> {
                int value = 0;
                for (int round = 0; round < ROUNDS; round++) {
                    there.send(value);
                    value = back.receive();
                }
                check(value);
            });
        };
        return CheckedRuns.run(program, settings);
    }

    private static void check(int value) {
        if (value != ROUNDS) {
            throw new IllegalStateException("the value came back as " + value);
        }
    }
}
