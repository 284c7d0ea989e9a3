package org.coreograph.scheduler;

import java.util.random.RandomGenerator;
import org.coreograph.model.MemoryKind;
import org.coreograph.model.RuntimeKind;
import org.coreograph.model.SettingName;
import org.coreograph.model.Settings;
import org.coreograph.model.TaskSpec;

/**
 * A scheduling policy with its queue of ready tasks, one for each run. The engine tells it what becomes of tasks, and
 * asks it who runs next and for how long. Not thread-safe.
 *
 * <p>On shared memory cores may come and go while a run goes on: what is queued at one that went is for the others, and one
 * that comes has a number that may not have been seen before.
 *
 * <p>For each task the engine calls {@link #declare} once, then again and again {@link #add} and {@link #take}, then
 * {@link #ran} with the length of what it ran, and, as things go, {@link #quantumOver}, {@link #blocked} or {@link #ended}.
 */
public interface Policy {
    /** The quantum of a policy that doesn't preempt. */
    long UNLIMITED = Long.MAX_VALUE;

    /** The time of what doesn't come. */
    long NEVER = Long.MAX_VALUE;

    /** Stands where a core is asked for and there is none. */
    int NO_CORE = -1;

    /** Says what was declared of a task, before anything else is said of it. Ids come from 0 without gaps. */
    default void declare(int task, TaskSpec spec) {}

    /**
     * Queues a task that became ready.
     *
     * @param core the core of the task that started or woke it, or its own for one that leaves a core; or
     *     {@link #NO_CORE} where main or a timer did
     */
    void add(int task, Ready why, int core, long nowNanos);

    /**
     * Takes the task that is to run next on a core.
     *
     * @throws java.util.NoSuchElementException if none is ready for it
     */
    int take(int core, long nowNanos);

    /**
     * Takes one of the tasks that are ready for a core, whatever its turn: for a random interleaving.
     *
     * @param place from 0 to {@code size(core) - 1}, in the order of the queue
     */
    int takeAny(int core, int place);

    /** Returns the core that a task is placed on, or {@link #NO_CORE} where every core may take it. */
    default int home(int task) {
        return NO_CORE;
    }

    /** Returns how many tasks are ready. */
    int size();

    /** Returns how many of the ready tasks a core could take. */
    default int size(int core) {
        return size();
    }

    /**
     * Returns how long a task may run, from when it is dispatched or begins a new quantum, or {@link #UNLIMITED}. Each
     * policy has quanta for all tasks or for none.
     */
    long quantumNanos(int task);

    /**
     * Returns whether the end of a quantum matters also where nobody waits. Otherwise the engine needn't look, and tells
     * of no {@link #quantumOver} then.
     */
    default boolean watchesQuanta() {
        return false;
    }

    /** Returns whether the policy goes by how long tasks ran; otherwise the engine doesn't call {@link #ran}. */
    default boolean countsRunTime() {
        return false;
    }

    /** Says that a task ran for a time, which has not been told before. It may still be running. */
    default void ran(int task, long nanos) {}

    /** Says that a running task's quantum is over; it is queued next, or begins a new quantum where it is. */
    default void quantumOver(int task) {}

    /** Says that a running task blocked. */
    default void blocked(int task) {}

    /** Says that a running task ended. */
    default void ended(int task) {}

    /** Returns whether a ready task takes the core of a running one at once where its {@link #rank} is smaller. */
    default boolean displaces() {
        return false;
    }

    /** Returns the rank of a running task, for policies that displace: the smaller goes first. */
    default long rank(int task) {
        return 0;
    }

    /** Returns the rank of the task that {@link #take} would give to a core; there must be one. */
    default long bestRank(int core) {
        return 0;
    }

    /** Returns when {@link #tick} is to be called at the latest, or {@link #NEVER}. */
    default long nextTickNanos() {
        return NEVER;
    }

    /** Does what comes with time: raises whom waited long, or lifts all to the top. */
    default void tick(long nowNanos) {}

    /**
     * Makes the policy that settings ask for.
     *
     * @param random where draws come from
     */
    static Policy of(Settings settings, RandomGenerator random) {
        return settings.memory() == MemoryKind.DISTRIBUTED
                ? new PerCore(settings, random)
                : onSharedMemory(settings, random);
    }

    /** Makes the policy that serves all cores that have one memory. */
    private static Policy onSharedMemory(Settings settings, RandomGenerator random) {
        return switch (settings.policy()) {
            case FCFS -> new FirstComeFirstServed();
            case ROUND_ROBIN -> new RoundRobin(settings.quantumNanos());
            case LOTTERY -> new Lottery(settings.quantumNanos(), random);
            case SJF -> new ShortestJobFirst();
            case STCF -> new ShortestTimeToCompletionFirst();
            case PRIORITY -> new PriorityFirst(settings.quantumNanos(), settings.number(SettingName.PRIORITY_AGING));
            case MLFQ -> new FeedbackQueue(settings);
            case FAIR -> new FairShare(settings);
            case WORK_STEALING ->
                new WorkStealing(settings.cores(), settings.quantumNanos(), settings.runtime() == RuntimeKind.GO);
        };
    }
}
