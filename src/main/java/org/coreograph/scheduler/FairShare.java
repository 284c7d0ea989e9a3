package org.coreograph.scheduler;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.coreograph.model.SettingName;
import org.coreograph.model.Settings;
import org.coreograph.model.TaskSpec;
import org.jspecify.annotations.Nullable;

/**
 * The task with the least virtual run time is next: its run time divided by its weight, so that over time each gets its
 * share. As in Linux's Completely Fair Scheduler (Molnár, 2007), after Stoica and others (A Proportional Share Resource
 * Allocation Algorithm for Real-Time, Time-Shared Systems, RTSS 1996) and stride scheduling (Waldspurger and Weihl,
 * 1995).
 *
 * <p>A task that arrives or wakes can't claim the time while it was away: it starts from the least virtual run time of
 * those that are ready or running, if its own is less. Unlike there, a quantum is what is set, however many wait, and a
 * task that wakes takes nobody's core.
 *
 * <p>A virtual time is worked out from all of the run time since the task started from somewhere, so that nothing is lost
 * to rounding from one slice to the next.
 */
final class FairShare implements Policy {
    private final long quantumNanos;
    private final List<Long> weightsById;

    // Of each task.
    private final TaskColumn weight = new TaskColumn();
    private final List<VirtualTime> startedFrom = new ArrayList<>();
    private final TaskColumn ranSince = new TaskColumn();

    private final RankQueue queue = new RankQueue();
    private final Set<Integer> running = new HashSet<>();

    FairShare(Settings settings) {
        quantumNanos = settings.quantumNanos();
        weightsById = settings.numbers(SettingName.FAIR_WEIGHTS);
    }

    @Override
    public void declare(int task, TaskSpec spec) {
        weight.set(task, task > 0 && task <= weightsById.size() ? weightsById.get(task - 1) : spec.tickets());
        startedFrom.add(VirtualTime.ZERO);
    }

    private VirtualTime timeOf(int task) {
        return startedFrom.get(task).after(ranSince.get(task), weight.get(task));
    }

    @Override
    public void add(int task, Ready why, int core, long nowNanos) {
        running.remove(task);
        switch (why) {
            case ARRIVED, WOKEN -> catchUp(task);
            case QUANTUM_OVER, DISPLACED, YIELDED -> {}
        }
        VirtualTime time = timeOf(task);
        queue.add(task, time.nanos(), time.fraction());
    }

    /** Has a task that was away start from the least time of those that were there, if it is behind it. */
    private void catchUp(int task) {
        VirtualTime least = null;
        for (int other : running) {
            least = least(least, timeOf(other));
        }
        if (queue.size() > 0) {
            least = least(least, timeOf(queue.first()));
        }
        if (least != null && timeOf(task).compareTo(least) < 0) {
            startedFrom.set(task, least);
            ranSince.set(task, 0);
        }
    }

    private static VirtualTime least(@Nullable VirtualTime one, VirtualTime other) {
        return one != null && one.compareTo(other) <= 0 ? one : other;
    }

    @Override
    public int take(int core, long nowNanos) {
        int task = queue.take();
        running.add(task);
        return task;
    }

    @Override
    public int takeAny(int core, int place) {
        int task = queue.takeAny(place);
        running.add(task);
        return task;
    }

    @Override
    public int size() {
        return queue.size();
    }

    @Override
    public long quantumNanos(int task) {
        return quantumNanos;
    }

    @Override
    public boolean countsRunTime() {
        return true;
    }

    @Override
    public void ran(int task, long nanos) {
        ranSince.add(task, nanos);
    }

    @Override
    public void blocked(int task) {
        running.remove(task);
    }

    @Override
    public void ended(int task) {
        running.remove(task);
    }
}
