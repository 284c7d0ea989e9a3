package org.coreograph.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.coreograph.trace.Lane;
import org.coreograph.trace.TaskTimes;
import org.coreograph.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a run. Definitions follow Silberschatz, Galvin and Gagne, Operating System Concepts, chapter 5:
 * response is first run minus arrival, turnaround is finish minus arrival.
 *
 * <p>On every core busy + switch + idle + off = the run's length; for every task ready + run + blocked = turnaround, or the
 * time from its arrival to the run's end where it didn't finish.
 *
 * @param workNanos how long tasks ran, on all cores together
 */
public record Statistics(
        long makespanNanos,
        long contextSwitches,
        long migrations,
        long workNanos,
        List<CoreTimes> cores,
        List<TaskFigures> tasks) {

    public record CoreTimes(int core, long busyNanos, long switchNanos, long idleNanos, long offNanos) {}

    /** What a summary says of a task; null for what never happened. */
    public record TaskFigures(
            int id,
            String name,
            long arrivalNanos,
            @Nullable Long firstRunNanos,
            @Nullable Long finishNanos,
            @Nullable Long responseNanos,
            @Nullable Long turnaroundNanos,
            long readyNanos,
            long runNanos,
            long blockedNanos,
            int switches,
            int migrations,
            boolean failed) {}

    /** Computes them; main and tasks that hadn't arrived when the run ended are left out where they never ran. */
    public static Statistics of(Trace trace) {
        List<CoreTimes> cores = new ArrayList<>(trace.cores());
        long work = 0;
        for (int core = 0; core < trace.cores(); core++) {
            CoreTimes times = coreTimes(trace, core);
            cores.add(times);
            work += times.busyNanos;
        }
        List<TaskFigures> tasks = new ArrayList<>(trace.tasks().size());
        long switches = 0;
        long migrations = 0;
        for (int task = 0; task < trace.tasks().size(); task++) {
            TaskTimes times = trace.times().get(task);
            switches += times.switches();
            migrations += times.migrations();
            if (trace.listed(task)) {
                tasks.add(figures(trace, task, times));
            }
        }
        return new Statistics(trace.endNanos(), switches, migrations, work, List.copyOf(cores), List.copyOf(tasks));
    }

    /** Returns the mean of a time over all tasks; none where there is no task, or it never came for one of them. */
    public OptionalDouble mean(Function<TaskFigures, @Nullable Long> nanos) {
        double sum = 0;
        for (TaskFigures task : tasks) {
            Long one = nanos.apply(task);
            if (one == null) {
                return OptionalDouble.empty();
            }
            sum += one;
        }
        return tasks.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sum / tasks.size());
    }

    /** Returns pure work over makespan, so that a run's own switches don't flatter it; 0 for a run without length. */
    double workOverTime() {
        return makespanNanos == 0 ? 0 : (double) workNanos / makespanNanos;
    }

    private static CoreTimes coreTimes(Trace trace, int core) {
        long busy = 0;
        long switching = 0;
        long off = 0;
        Lane lane = trace.coreLane(core);
        for (int i = 0; i < lane.size(); i++) {
            long length = lane.endNanos(i) - lane.startNanos(i);
            switch (lane.kind(i)) {
                case RUNNING -> busy += length;
                case SWITCHING -> switching += length;
                case OFF -> off += length;
                case READY, SLEEPING, IO, JOINING, BLOCKED ->
                    throw new IllegalStateException(lane.kind(i) + " on a core");
            }
        }
        return new CoreTimes(core, busy, switching, trace.endNanos() - busy - switching - off, off);
    }

    private static TaskFigures figures(Trace trace, int task, TaskTimes times) {
        long ready = 0;
        long run = 0;
        long blocked = 0;
        Lane lane = trace.taskLane(task);
        for (int i = 0; i < lane.size(); i++) {
            long length = lane.endNanos(i) - lane.startNanos(i);
            switch (lane.kind(i)) {
                case RUNNING -> run += length;
                case READY, SWITCHING -> ready += length;
                case SLEEPING, IO, JOINING, BLOCKED -> blocked += length;
                case OFF -> throw new IllegalStateException("a task was off");
            }
        }
        return new TaskFigures(
                task,
                trace.tasks().get(task).name(),
                times.arrivalNanos(),
                unlessNever(times.firstRunNanos()),
                unlessNever(times.finishNanos()),
                since(times.arrivalNanos(), times.firstRunNanos()),
                since(times.arrivalNanos(), times.finishNanos()),
                ready,
                run,
                blocked,
                times.switches(),
                times.migrations(),
                times.failed());
    }

    private static @Nullable Long unlessNever(long nanos) {
        return nanos == TaskTimes.NEVER ? null : nanos;
    }

    private static @Nullable Long since(long arrivalNanos, long nanos) {
        return nanos == TaskTimes.NEVER ? null : nanos - arrivalNanos;
    }
}
