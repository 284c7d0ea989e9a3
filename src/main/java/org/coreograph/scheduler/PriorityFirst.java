package org.coreograph.scheduler;

import org.coreograph.model.TaskSpec;

/**
 * The smallest number is next, and takes the core of a larger one at once; equals take turns, and a task that lost its
 * core queues behind its equals (Silberschatz, Galvin and Gagne, Operating System Concepts, 5.3.4).
 *
 * <p>Aging: whenever a task has waited for a time, its number falls by one, to 0 at the lowest, until it has run; among
 * its new equals it keeps the place of when it was queued. A number below 0 stays what it is.
 */
final class PriorityFirst implements Policy {
    private final long quantumNanos;
    private final long agingNanos;
    private final TaskColumn declared = new TaskColumn();

    /** The numbers that count: as declared, or lowered by aging. */
    private final TaskColumn numbers = new TaskColumn();

    private final RankQueue queue = new RankQueue();

    /** Those of the queue that age, by when they do next. */
    private final RankQueue aging = new RankQueue();

    /** @param agingNanos how long a task waits for its number to fall, or 0 where it never does */
    PriorityFirst(long quantumNanos, long agingNanos) {
        this.quantumNanos = quantumNanos;
        this.agingNanos = agingNanos;
    }

    @Override
    public void declare(int task, TaskSpec spec) {
        declared.set(task, spec.priority());
    }

    @Override
    public void add(int task, Ready why, int core, long nowNanos) {
        long number = declared.get(task);
        numbers.set(task, number);
        queue.add(task, number);
        age(task, number, nowNanos);
    }

    private void age(int task, long number, long sinceNanos) {
        if (agingNanos > 0 && number > 0) {
            aging.add(task, sinceNanos + agingNanos);
        }
    }

    @Override
    public int take(int core, long nowNanos) {
        int task = queue.take();
        aging.remove(task);
        return task;
    }

    @Override
    public int takeAny(int core, int place) {
        int task = queue.takeAny(place);
        aging.remove(task);
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
    public boolean displaces() {
        return true;
    }

    @Override
    public long rank(int task) {
        return numbers.get(task);
    }

    @Override
    public long bestRank(int core) {
        return queue.bestRank();
    }

    @Override
    public long nextTickNanos() {
        return aging.size() == 0 ? NEVER : aging.bestRank();
    }

    @Override
    public void tick(long nowNanos) {
        while (nextTickNanos() <= nowNanos) {
            long dueNanos = nextTickNanos();
            int task = aging.take();
            long number = numbers.get(task) - 1;
            numbers.set(task, number);
            queue.improve(task, number);
            age(task, number, dueNanos);
        }
    }
}
