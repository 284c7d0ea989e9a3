package org.coreograph.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The simulated clock beside what else runs code in virtual time on the JVM: coroutines on the scheduler of
 * kotlinx-coroutines-test. The same programs ({@link VirtualWorkload}) with the same delays; that they ended at the same
 * time, after as many events, in the same order, is checked in every run.
 *
 * <p>It isn't a limit but a peer, and does less: its tasks are continuations on one stack, so that nothing is handed from
 * thread to thread, and have to be written as such. It has no cores, so a task that is due just runs, and it keeps no
 * record. The engine's tasks are plain Java on threads of their own, and each event goes through the core's queue and
 * into the trace: the slice, the wait before it, and what
 * is sent and received.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(VirtualWorkload.EVENTS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(2)
public class VirtualTimeBenchmark {
    @Param
    private VirtualWorkload workload;

    private VirtualResult expected;

    /** Runs it once on the other side too. */
    @Setup
    public void agree() throws InterruptedException {
        expected = workload.inCoroutines();
        check(workload.inEngine());
    }

    @Benchmark
    public VirtualResult engine() throws InterruptedException {
        return check(workload.inEngine());
    }

    @Benchmark
    public VirtualResult coroutines() {
        return check(workload.inCoroutines());
    }

    private VirtualResult check(VirtualResult result) {
        if (result.events() != VirtualWorkload.EVENTS || !result.equals(expected)) {
            throw new IllegalStateException(result + " where the coroutines gave " + expected);
        }
        return result;
    }
}
