package org.coreograph.benchmark;

import java.util.concurrent.TimeUnit;
import org.coreograph.trace.Trace;
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
 * Many tasks that wait at the same time ({@link ParkedTasks}) in a process that must stay below 1 GB: with a heap of 768
 * MB the run has to come to its end. The score is how long it takes, from its start to its trace; the counters are
 * the most that the whole process has had in memory, or 0 where the platform doesn't tell, and what the finished trace
 * takes of the heap for each task.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(value = 3, jvmArgsAppend = "-Xmx768m")
public class TaskMemoryLimitBenchmark {
    private static final double MEGABYTE = 1e6;

    @Param({"SIMULATED_200000", "MEASURED_200000", "SIMULATED_PLATFORM_5000", "MEASURED_PLATFORM_5000"})
    private ParkedTasks tasks;

    /** What was found. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Found {
        public double peakMegabytes;
        public double traceBytesEach;
    }

    @Benchmark
    public Trace run(Found found) throws InterruptedException {
        long before = ProcessMemory.heapBytes();
        Trace trace = tasks.run();
        found.peakMegabytes = ProcessMemory.peakBytes() / MEGABYTE;
        found.traceBytesEach = (double) (ProcessMemory.heapBytes() - before) / tasks.count();
        return trace;
    }
}
