package org.coreograph.scheduler;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.random.RandomGenerator;
import org.coreograph.model.TaskSpec;

/**
 * At each dispatch one ticket is drawn among those of all ready tasks (Waldspurger and Weihl, Lottery Scheduling:
 * Flexible Proportional-Share Resource Management, OSDI 1994).
 */
final class Lottery implements Policy {
    private final long quantumNanos;
    private final RandomGenerator random;
    private final List<Integer> tickets = new ArrayList<>();
    private final TaskQueue queue = new TaskQueue();
    private long total;

    Lottery(long quantumNanos, RandomGenerator random) {
        this.quantumNanos = quantumNanos;
        this.random = random;
    }

    @Override
    public void declare(int task, TaskSpec spec) {
        tickets.add(spec.tickets());
    }

    @Override
    public void add(int task, Ready why, int core, long nowNanos) {
        queue.add(task);
        total += tickets.get(task);
    }

    @Override
    public int take(int core, long nowNanos) {
        if (total == 0) {
            throw new NoSuchElementException("no task is ready");
        }
        long left = random.nextLong(total);
        int place = 0;
        while (left >= tickets.get(queue.get(place))) {
            left -= tickets.get(queue.get(place++));
        }
        return takeAny(core, place);
    }

    @Override
    public int takeAny(int core, int place) {
        int task = queue.takeAny(place);
        total -= tickets.get(task);
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
}
