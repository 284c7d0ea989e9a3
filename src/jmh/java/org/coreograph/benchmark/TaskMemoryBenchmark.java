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
 * What a waiting task takes of memory, beside a bare thread of the same kind that is parked ({@link ParkedTasks}): the
 * heap after a collection and the JVM's memory besides it, less what there was before. A task has a name of its own, and
 * what the trace has of it by then is part of it. The score is the time of it all; the figures are the counters.
 *
 * <p>How much stack a waiting virtual thread keeps depends on how much of its code is compiled yet. After the warm-up
 * most of it is; {@link TaskMemoryLimitBenchmark} is the first run of a JVM.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 3)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms4g", "-Xmx4g", "-XX:NativeMemoryTracking=summary"})
public class TaskMemoryBenchmark {
    @Param
    private ParkedTasks tasks;

    /** Bytes of a bare thread, of a task that waits, and of a task's part in the trace when the run is over. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class BytesEach {
        public double bare;
        public double parked;
        public double traced;
    }

    @Benchmark
    public Trace parked(BytesEach bytes) throws InterruptedException {
        long[] meanwhile = new long[1];
        long before = bytes();
        tasks.runBare(() -> meanwhile[0] = bytes());
        bytes.bare = each(meanwhile[0] - before);

        before = bytes();
        long heapBefore = ProcessMemory.heapBytes();
        Trace trace = tasks.run(() -> meanwhile[0] = bytes());
        bytes.parked = each(meanwhile[0] - before);
        bytes.traced = each(ProcessMemory.heapBytes() - heapBefore);
        return trace;
    }

    private static long bytes() {
        return ProcessMemory.heapBytes() + ProcessMemory.nativeBytes();
    }

    private double each(long bytes) {
        return (double) bytes / tasks.count();
    }
}
