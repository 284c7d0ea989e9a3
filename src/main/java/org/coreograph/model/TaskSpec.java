package org.coreograph.model;

import java.util.List;

/**
 * What is declared of a task when it is started. Policies go by it; nothing checks that the task keeps to it.
 *
 * @param arrivalNanos when it arrives since the run began; at once if that has passed
 * @param burstNanos how long it will compute until it blocks for the first time, then for the second, and so on; empty
 *     where nobody knows
 * @param priority a smaller number goes first
 * @param tickets its share: tickets in a lottery, weight in a fair share; 1 or more
 * @param core where it is placed in distributed memory, or {@link EventSink#NONE}: cores in turn, by id
 */
public record TaskSpec(String name, long arrivalNanos, List<Long> burstNanos, int priority, int tickets, int core) {
    /** @throws BadInputException if a value is out of its range; the message names it and the range */
    public TaskSpec {
        burstNanos = List.copyOf(burstNanos);
        checkTime("the arrival of " + name, arrivalNanos);
        for (long nanos : burstNanos) {
            checkTime("a burst of " + name, nanos);
        }
        if (tickets < 1) {
            throw new BadInputException("tickets of " + name + " must be 1 or more, but were " + tickets);
        }
        if (core < EventSink.NONE || core >= Settings.MAX_CORES) {
            throw new BadInputException(
                    "the core of " + name + " must be 0 to " + (Settings.MAX_CORES - 1) + ", but was " + core);
        }
    }

    /** Declares nothing but a name: the task arrives at once, and all else has its default. */
    public static TaskSpec named(String name) {
        return new TaskSpec(name, 0, List.of(), 0, 1, EventSink.NONE);
    }

    public TaskSpec arrivingAt(long nanos) {
        return new TaskSpec(name, nanos, burstNanos, priority, tickets, core);
    }

    public TaskSpec withBursts(List<Long> nanos) {
        return new TaskSpec(name, arrivalNanos, nanos, priority, tickets, core);
    }

    public TaskSpec withPriority(int number) {
        return new TaskSpec(name, arrivalNanos, burstNanos, number, tickets, core);
    }

    public TaskSpec withTickets(int share) {
        return new TaskSpec(name, arrivalNanos, burstNanos, priority, share, core);
    }

    public TaskSpec onCore(int place) {
        return new TaskSpec(name, arrivalNanos, burstNanos, priority, tickets, place);
    }

    private static void checkTime(String what, long nanos) {
        if (nanos < 0 || nanos > Durations.MAX_NANOS) {
            throw new BadInputException(what + " must be 0 to 86400s, but was " + nanos + "ns");
        }
    }
}
