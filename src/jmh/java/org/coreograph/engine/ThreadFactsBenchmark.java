package org.coreograph.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What asking the platform costs, beside the JVM's own clocks; with {@code -prof gc} it also says that nothing is made. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ThreadFactsBenchmark {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final SliceMeter meter = new SliceMeter(ThreadFacts.PLATFORM);

    @Benchmark
    public long cpuTime() {
        return ThreadFacts.PLATFORM.cpuNanos();
    }

    @Benchmark
    public long cpuTimeByTheJvm() {
        return threads.getCurrentThreadCpuTime();
    }

    @Benchmark
    public long osThread() {
        return ThreadFacts.PLATFORM.osThread();
    }

    @Benchmark
    public int processor() {
        return ThreadFacts.PLATFORM.processor();
    }

    /** All that a slice pays for its facts. */
    @Benchmark
    public long slice() {
        meter.begin();
        meter.end();
        return meter.cpuNanos();
    }

    @Benchmark
    public long nanoTime() {
        return System.nanoTime();
    }
}
