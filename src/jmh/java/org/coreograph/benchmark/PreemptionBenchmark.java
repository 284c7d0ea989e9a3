package org.coreograph.benchmark;

import java.util.concurrent.TimeUnit;
import org.coreograph.model.Durations;
import org.coreograph.model.RunEnd;
import org.coreograph.model.Settings;
import org.coreograph.program.Program;
import org.coreograph.trace.TaskTimes;
import org.coreograph.trace.TraceRecorder;
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
 * A simulated preemption: the end of a quantum within a declared computation, where no thread is woken. 1,000 tasks
 * take turns on 64 cores in round robin, each in one long computation, with a record of every slice and every switch in
 * the trace. Creating the tasks and starting and ending their threads is within what is measured, as is memory for the
 * trace.
 *
 * <p>{@code arrivals}: {@code together}, all quanta end at the same instants, 64 at a time, as they do when tasks start
 * together; {@code apart}, each quantum ends at an instant of its own, as the limit's do.
 *
 * <p>The limit, {@link #bareLoop}: a heap, a ring and a log with nothing else ({@link BareScheduler}), as many
 * preemptions of as many tasks on as many cores, in memory that is there already.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(PreemptionBenchmark.PREEMPTIONS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(2)
public class PreemptionBenchmark {
    static final int PREEMPTIONS = 1_000_000;

    private static final int CORES = 64;
    private static final int TASKS = 1_000;
    private static final long QUANTUM_NANOS = 10 * Durations.MILLI;
    private static final int QUANTA_A_TASK = PREEMPTIONS / TASKS;
    private static final Settings SETTINGS = Settings.DEFAULTS.withCores(CORES).withQuantumNanos(QUANTUM_NANOS);

    private final BareScheduler bare = new BareScheduler(CORES, TASKS, QUANTUM_NANOS, PREEMPTIONS);

    /** What the engine runs, and whether tasks arrive {@code together} or {@code apart}. */
    @State(Scope.Benchmark)
    public static class Workload {
        @Param({"together", "apart"})
        private String arrivals;

        private Program program = machine -> {};

        /** Makes the program, and counts its preemptions once, so that a figure is for as many as it says. */
        @Setup
        public void prepare() throws InterruptedException {
            program = computing(arrivals.equals("apart") ? 997 : 0);
            TraceRecorder recorder = new TraceRecorder(CORES);
            RunEnd end = CheckedRuns.run(program, SETTINGS, recorder);
            int switches = recorder.snapshot(end.endNanos()).times().stream()
                    .mapToInt(TaskTimes::switches)
                    .sum();
            if (Math.abs(switches - PREEMPTIONS) > PREEMPTIONS / 100) {
                throw new IllegalStateException(switches + " switches where " + PREEMPTIONS + " were meant");
            }
        }
    }

    @Benchmark
    public long engine(Workload workload) throws InterruptedException {
        return CheckedRuns.run(workload.program, SETTINGS);
    }

    @Benchmark
    public long bareLoop() {
        return bare.run(QUANTUM_NANOS * QUANTA_A_TASK, PREEMPTIONS);
    }

    private static Program computing(long apartNanos) {
        // A little more than whole quanta, so that the last stretch isn't one.
        long workNanos = QUANTUM_NANOS * QUANTA_A_TASK + 1;
        return machine -> {
            for (int task = 0; task < TASKS; task++) {
                machine.startAt(task * apartNanos, "task", () -> machine.compute(workNanos));
            }
        };
    }
}
