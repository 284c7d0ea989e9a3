package org.coreograph.scheduler;

import java.util.ArrayList;
import java.util.List;
import org.coreograph.model.TaskSpec;

/** What is left of the bursts that tasks declared. A burst ends whenever its task blocks, however long it was. */
final class Bursts {
    /** What is left where nothing is declared, or no longer: more than anything that is. */
    static final long UNDECLARED = Long.MAX_VALUE;

    private final List<List<Long>> declared = new ArrayList<>();

    /** Which of its bursts each task is in, from 0. */
    private final TaskColumn current = new TaskColumn();

    private final TaskColumn ran = new TaskColumn();

    void declare(TaskSpec spec) {
        declared.add(spec.burstNanos());
    }

    void ran(int task, long nanos) {
        ran.add(task, nanos);
    }

    void blocked(int task) {
        current.add(task, 1);
        ran.set(task, 0);
    }

    /** Returns what is left of a task's burst, 0 where that turned out longer than declared. */
    long leftNanos(int task) {
        List<Long> bursts = declared.get(task);
        int burst = (int) current.get(task);
        return burst < bursts.size() ? Math.max(0, bursts.get(burst) - ran.get(task)) : UNDECLARED;
    }
}
