package org.coreograph.benchmark;

import java.util.concurrent.TimeUnit;
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

    /** Bytes of a bare thread and of a task, each while it waits. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class BytesEach {
        public double bare;
        public double task;
    }

    @Benchmark
    public void waiting(BytesEach bytes) throws InterruptedException {
        long[] meanwhile = new long[1];
        long before = bytes();
        tasks.whileBareThreadsWait(() -> meanwhile[0] = bytes());
        bytes.bare = each(meanwhile[0] - before);
        before = bytes();
        tasks.whileWaiting(() -> meanwhile[0] = bytes());
        bytes.task = each(meanwhile[0] - before);
    }

    private static long bytes() {
        return ProcessMemory.heapBytes() + ProcessMemory.nativeBytes();
    }

    private double each(long bytes) {
        return (double) bytes / tasks.count();
    }
}
