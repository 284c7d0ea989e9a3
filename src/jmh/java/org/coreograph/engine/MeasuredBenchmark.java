package org.coreograph.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.coreograph.benchmark.CheckedRuns;
import org.coreograph.model.Clock;
import org.coreograph.model.Durations;
import org.coreograph.model.Settings;
import org.coreograph.model.ThreadKind;
import org.coreograph.trace.Lane;
import org.coreograph.trace.SpanKind;
import org.coreograph.trace.TraceRecorder;
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
 * The measured clock beside the same rounds of the same work without an engine: two tasks that count, taking turns on
 * one core, then side by side on two.
 *
 * <p>The bare run does the rounds on a bare thread of the same kind, or on two, with as many carriers, no polling, no
 * turns and no trace. Bare and measured, one core and two, come right after each other in every iteration, and a ratio
 * is taken within an iteration: what else the machine does changes both. The iterations' own score is the time of all
 * four; the four are its counters, in microseconds.
 *
 * <p>On one core there is a gap between two slices, in which the core is handed over. Two more counters are the median
 * and the 99th percentile of the gaps in an iteration, as its trace shows them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 7)
@Fork(2)
public class MeasuredBenchmark {
    private static final int TASKS = 2;
    private static final int ROUNDS_A_TASK = 300_000_000;
    private static final int ROUNDS_A_CALL = 1_000_000;

    @Param({"VIRTUAL", "PLATFORM"})
    private ThreadKind threads;

    @Param({"10", "1"})
    private int quantumMillis;

    /** What the parts of an iteration took, in microseconds, and the gaps on one core, in nanoseconds. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Figures {
        public long bareOne;
        public long bareTwo;
        public long measuredOne;
        public long measuredTwo;
        public long medianGapNanos;
        public long longGapNanos;
    }

    /** A run whose time is taken. */
    private interface Part {
        void run() throws InterruptedException;
    }

    @Benchmark
    public void countOnOneCoreAndTwo(Figures figures) throws InterruptedException {
        figures.bareOne = micros(() -> bare(1));
        TraceRecorder oneCore = new TraceRecorder(1);
        figures.measuredOne = micros(() -> measured(1, oneCore));
        figures.bareTwo = micros(() -> bare(2));
        figures.measuredTwo = micros(() -> measured(2, new TraceRecorder(2)));
        long[] gaps = gapsNanos(oneCore);
        figures.medianGapNanos = gaps[gaps.length / 2];
        figures.longGapNanos = gaps[(gaps.length * 99 + 99) / 100 - 1];
    }

    /** Returns how long it took from one slice to the next, sorted. */
    private static long[] gapsNanos(TraceRecorder recorder) {
        Lane lane = recorder.snapshot(0).coreLane(0);
        int[] slices = IntStream.range(0, lane.size())
                .filter(span -> lane.kind(span) == SpanKind.RUNNING)
                .toArray();
        long[] gaps = IntStream.range(1, slices.length)
                .mapToLong(slice -> lane.startNanos(slices[slice]) - lane.endNanos(slices[slice - 1]))
                .sorted()
                .toArray();
        if (gaps.length == 0) {
            throw new IllegalStateException("the tasks took no turns");
        }
        return gaps;
    }

    private static long micros(Part part) throws InterruptedException {
        long start = System.nanoTime();
        part.run();
        return (System.nanoTime() - start) / Durations.MICRO;
    }

    private void measured(int cores, TraceRecorder recorder) throws InterruptedException {
        Settings settings = Settings.DEFAULTS
                .withClock(Clock.MEASURED)
                .withThreads(threads)
                .withCores(cores)
                .withQuantumNanos(quantumMillis * Durations.MILLI);
        CheckedRuns.run(
                machine -> {
                    for (int task = 0; task < TASKS; task++) {
                        machine.start("task", () -> machine.count(ROUNDS_A_TASK));
                    }
                },
                settings,
                recorder);
    }

    private void bare(int threadCount) throws InterruptedException {
        CheckedRuns.setCarriers(threadCount + 1);
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < threadCount; i++) {
            Runnable count = () -> count(TASKS / threadCount * ROUNDS_A_TASK);
            all.add(
                    switch (threads) {
                        case PLATFORM -> Thread.ofPlatform().start(count);
                        case VIRTUAL -> Thread.ofVirtual().start(count);
                    });
        }
        for (Thread thread : all) {
            thread.join();
        }
    }

    private static void count(int rounds) {
        long state = 1;
        for (int done = 0; done < rounds; done += ROUNDS_A_CALL) {
            state = Work.rounds(state, ROUNDS_A_CALL);
        }
        Work.publish(state);
    }
}
