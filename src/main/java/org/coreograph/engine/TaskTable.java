package org.coreograph.engine;

import java.util.ArrayList;
import java.util.List;

/** The tasks of a run, by id. Guarded as its kernel says. */
final class TaskTable<T extends KernelTask> {
    private final List<T> tasks = new ArrayList<>();

    /** Takes in a task whose id is {@link #size}; it neither arrives nor runs by that. */
    void add(T task) {
        tasks.add(task);
    }

    int size() {
        return tasks.size();
    }

    T get(int id) {
        return tasks.get(id);
    }

    T main() {
        return tasks.get(0);
    }

    /** Returns how a deadlock among those that are blocked comes about. */
    Deadlock deadlock() {
        Deadlock deadlock = new Deadlock(id -> get(id).name);
        for (T task : tasks) {
            if (task.waitsFor() != null) {
                deadlock.add(task.id, task.waitsFor());
            }
        }
        return deadlock;
    }
}
