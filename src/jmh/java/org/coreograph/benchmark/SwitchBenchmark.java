package org.coreograph.benchmark;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.coreograph.model.Durations;
import org.coreograph.model.PolicyKind;
import org.coreograph.model.Settings;
import org.coreograph.model.ThreadKind;
import org.coreograph.program.Machine;
import org.coreograph.program.Program;
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
 * An event of the simulated clock at which another task's code goes on, beside the cheapest way there is to let another
 * thread go on.
 *
 * <p>{@link #turns}: tasks take turns on one core. Each declares a quantum again and again, so at each event the
 * running task has used its quantum up and asks for more, is preempted with a record in the trace, goes to the tail of
 * the queue, and the next is dispatched, whose code has to run: the token goes to another thread at every single event.
 * {@link #sideBySide}: the same without preemption, each task on a core of its own, their events one after the other;
 * of more tasks than there can be cores, as many at a time. {@link #sleeps}: the tasks sleep in turn, so that each event
 * is a wake-up, a dispatch on the one core and the block that ends it, with two records in the trace.
 *
 * <p>The limit, {@link #rawHandOff}: as many threads of the same kind in a ring, each of which unparks the next and
 * parks. It trusts that {@code park} never returns by itself, which nothing that has to be right can do, and does
 * nothing else. Both have one carrier, hand over equally often in an invocation, and start their threads within it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(SwitchBenchmark.EVENTS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(2)
public class SwitchBenchmark {
    /** A multiple of every number of tasks. */
    static final int EVENTS = 480_000;

    private static final Settings ONE_CORE = Settings.DEFAULTS.withThreads(ThreadKind.VIRTUAL);
    private static final long QUANTUM_NANOS = 10 * Durations.MICRO;

    @Param({"2", "64", "1000"})
    private int tasks;

    private int handOffs;

    @Setup
    public void oneCarrier() {
        CheckedRuns.setCarriers(1);
    }

    @Benchmark
    public long turns() throws InterruptedException {
        Settings settings = ONE_CORE.withQuantumNanos(QUANTUM_NANOS);
        return CheckedRuns.run(eachDoing(machine -> machine.compute(QUANTUM_NANOS)), settings);
    }

    @Benchmark
    public long sideBySide() throws InterruptedException {
        int cores = Math.min(tasks, Settings.MAX_CORES);
        Settings settings = ONE_CORE.withCores(cores).withPolicy(PolicyKind.FCFS);
        // Tasks begin a nanosecond apart, so what a task asks for ends after every other task's event.
        return CheckedRuns.run(eachDoing(machine -> machine.compute(tasks)), settings);
    }

    @Benchmark
    public long sleeps() throws InterruptedException {
        return CheckedRuns.run(eachDoing(machine -> machine.sleep(tasks)), ONE_CORE.withSwitchCostNanos(0));
    }

    private Program eachDoing(Consumer<Machine> again) {
        int rounds = EVENTS / tasks;
        return machine -> {
            for (int task = 0; task < tasks; task++) {
                machine.startAt(task, "task", () -> {
                    for (int round = 0; round < rounds; round++) {
                        again.accept(machine);
                    }
                });
            }
        };
    }

    @Benchmark
    public int rawHandOff() throws InterruptedException {
        int rounds = EVENTS / tasks;
        handOffs = 0;
        Thread[] ring = new Thread[tasks];
        for (int i = 0; i < tasks; i++) {
            int next = (i + 1) % tasks;
            ring[i] = Thread.ofVirtual().unstarted(() -> {
                for (int round = 0; round < rounds; round++) {
                    LockSupport.park();
                    handOffs++;
                    LockSupport.unpark(ring[next]);
                }
            });
        }
        for (Thread thread : ring) {
            thread.start();
        }
        LockSupport.unpark(ring[0]);
        for (Thread thread : ring) {
            thread.join();
        }
        if (handOffs != EVENTS) {
            throw new IllegalStateException("only " + handOffs + " hand-offs in order");
        }
        return handOffs;
    }
}
