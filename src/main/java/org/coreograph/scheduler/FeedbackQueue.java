package org.coreograph.scheduler;

import java.util.List;
import java.util.NoSuchElementException;
import org.coreograph.model.SettingName;
import org.coreograph.model.Settings;

/**
 * The multi-level feedback queue (Corbató, Merwin-Daggett and Daley, An Experimental Time-Sharing System, 1962; with the
 * rules of Arpaci-Dusseau, Operating Systems: Three Easy Pieces, chapter 8). Tasks begin at the top, level 0. The first
 * of the highest level that has any runs, and takes the core of a task of a lower level at once.
 *
 * <p>At each level a task has an allotment, which all its run time there counts against. When that is used up the task
 * sinks by a level, at that instant; at the lowest it gets another. A slice is no longer than what is left of the
 * allotment, so that this is always the end of one.
 *
 * <p>A task whose core was taken goes to the head of its level, and has the rest of its quantum when it runs next. One
 * whose quantum is over, or that gave way, goes to the tail. After blocking a quantum is a full one, but the allotment is
 * what it was, unless it is set that blocking renews it. A boost lifts every task to the top with another allotment.
 */
final class FeedbackQueue implements Policy {
    private final long[] quanta;
    private final long[] allotments;
    private final boolean blockingRenews;
    private final long boostNanos;
    private long nextBoostNanos;

    private final TaskQueue[] queues;
    private int size;

    private final TaskColumn level = new TaskColumn();

    /** How long each task ran against its allotment, and since its quantum began. */
    private final TaskColumn used = new TaskColumn();

    private final TaskColumn ranOfQuantum = new TaskColumn();

    FeedbackQueue(Settings settings) {
        int levels = Math.toIntExact(settings.number(SettingName.MLFQ_LEVELS));
        List<Long> asked = settings.numbers(SettingName.MLFQ_QUANTA);
        quanta = perLevel(levels, asked.isEmpty() ? List.of(settings.quantumNanos()) : asked);
        List<Long> allotted = settings.numbers(SettingName.MLFQ_ALLOTMENTS);
        allotments = allotted.isEmpty() ? quanta : perLevel(levels, allotted);
        blockingRenews = settings.number(SettingName.MLFQ_STAY_ON_IO) == 1;
        boostNanos = settings.number(SettingName.MLFQ_BOOST);
        nextBoostNanos = boostNanos == 0 ? NEVER : boostNanos;
        queues = new TaskQueue[levels];
        for (int i = 0; i < levels; i++) {
            queues[i] = new TaskQueue();
        }
    }

    /** Spreads a list over the levels: its last value holds for those below. */
    private static long[] perLevel(int levels, List<Long> list) {
        long[] values = new long[levels];
        for (int i = 0; i < levels; i++) {
            values[i] = list.get(Math.min(i, list.size() - 1));
        }
        return values;
    }

    @Override
    public void add(int task, Ready why, int core, long nowNanos) {
        sinkIfUsedUp(task);
        TaskQueue queue = queues[levelOf(task)];
        switch (why) {
            case DISPLACED -> queue.addFirst(task);
            case ARRIVED, WOKEN, QUANTUM_OVER, YIELDED -> {
                ranOfQuantum.set(task, 0);
                queue.add(task);
            }
        }
        size++;
    }

    private int levelOf(int task) {
        return (int) level.get(task);
    }

    @Override
    public int take(int core, long nowNanos) {
        return takeAny(core, 0);
    }

    @Override
    public int takeAny(int core, int place) {
        int left = place;
        for (TaskQueue queue : queues) {
            if (left < queue.size()) {
                int task = queue.takeAny(left);
                size--;
                return task;
            }
            left -= queue.size();
        }
        throw new NoSuchElementException("no task is ready at place " + place + " of " + size);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public long quantumNanos(int task) {
        int at = levelOf(task);
        long rest = quanta[at] - ranOfQuantum.get(task);
        return Math.min(rest > 0 ? rest : quanta[at], allotments[at] - used.get(task));
    }

    @Override
    public boolean watchesQuanta() {
        return true;
    }

    @Override
    public boolean countsRunTime() {
        return true;
    }

    @Override
    public void ran(int task, long nanos) {
        used.add(task, nanos);
        ranOfQuantum.add(task, nanos);
    }

    /**
     * Has a task sink that used up its allotment: not before it is known what it does next, since one that blocks just
     * then may stay.
     */
    private void sinkIfUsedUp(int task) {
        int at = levelOf(task);
        if (used.get(task) >= allotments[at]) {
            level.set(task, Math.min(at + 1, queues.length - 1));
            used.set(task, 0);
        }
    }

    @Override
    public void quantumOver(int task) {
        sinkIfUsedUp(task);
        ranOfQuantum.set(task, 0);
    }

    @Override
    public void blocked(int task) {
        if (blockingRenews) {
            used.set(task, 0);
        } else {
            sinkIfUsedUp(task);
        }
    }

    @Override
    public boolean displaces() {
        return true;
    }

    @Override
    public long rank(int task) {
        return level.get(task);
    }

    @Override
    public long bestRank(int core) {
        int at = 0;
        while (queues[at].size() == 0) {
            at++;
        }
        return at;
    }

    @Override
    public long nextTickNanos() {
        return nextBoostNanos;
    }

    @Override
    public void tick(long nowNanos) {
        if (nowNanos < nextBoostNanos) {
            return;
        }
        nextBoostNanos = (nowNanos / boostNanos + 1) * boostNanos;
        for (int lower = 1; lower < queues.length; lower++) {
            while (queues[lower].size() > 0) {
                queues[0].add(queues[lower].take());
            }
        }
        level.clear();
        used.clear();
        ranOfQuantum.clear();
    }
}
