package org.coreograph.scheduler;

import org.coreograph.model.Settings;

/** A scheduling policy with its queue of ready tasks, one for each run. Not thread-safe. */
public interface Policy {
    /** The quantum of a policy that doesn't preempt. */
    long UNLIMITED = Long.MAX_VALUE;

    /** Returns the longest slice while others wait, in nanoseconds, or {@link #UNLIMITED}. */
    long quantumNanos();

    /** Queues a task that arrived, woke, or was preempted. */
    void add(int task);

    /**
     * Takes the task that is to run next.
     *
     * @throws java.util.NoSuchElementException if none is ready
     */
    int take();

    /** Returns how many tasks are ready. */
    int size();

    /** Makes the policy that settings ask for. */
    static Policy of(Settings settings) {
        return switch (settings.policy()) {
            case FCFS -> new FirstComeFirstServed();
            case ROUND_ROBIN -> new RoundRobin(settings.quantumNanos());
        };
    }
}
