package org.coreograph.testkit;

import java.util.List;

/**
 * A concurrent program as data, so that it can be drawn at random, shrunk, printed, and run by more than one
 * interpreter: {@link ScriptProgram} on the engine, {@link org.coreograph.testkit.oracle.Oracle} with none of the
 * engine's code. Times are in ticks.
 *
 * @param main what main does
 * @param mutexes how many mutexes there are, numbered from 0
 * @param capacities of the channels, numbered from 0
 */
public record Script(List<Step> main, int mutexes, List<Integer> capacities) {

    /** One thing that a task does. */
    public sealed interface Step {}

    public record Compute(int ticks) implements Step {
        @Override
        public String toString() {
            return "compute " + ticks;
        }
    }

    public record Sleep(int ticks) implements Step {
        @Override
        public String toString() {
            return "sleep " + ticks;
        }
    }

    /** Starts a task that arrives at a time, or now if that has passed. */
    public record Start(int arrival, Declared declared, List<Step> body) implements Step {
        public Start(int arrival, List<Step> body) {
            this(arrival, Declared.NOTHING, body);
        }

        @Override
        public String toString() {
            return "\n  at " + arrival + declared + body;
        }
    }

    /**
     * What is said of a task when it is started, true or not.
     *
     * @param bursts how long it computes, between one wait and the next; those beyond the last are undeclared
     * @param priority smaller runs first
     * @param tickets its share
     * @param core where it is placed with distributed memory, or -1 for in turn
     */
    public record Declared(List<Integer> bursts, int priority, int tickets, int core) {
        public static final Declared NOTHING = new Declared(List.of(), 0, 1, -1);

        @Override
        public String toString() {
            return equals(NOTHING) ? " " : " bursts " + bursts + " priority " + priority + " tickets " + tickets + " ";
        }
    }

    public record Lock(int mutex) implements Step {
        @Override
        public String toString() {
            return "lock " + mutex;
        }
    }

    public record Unlock(int mutex) implements Step {
        @Override
        public String toString() {
            return "unlock " + mutex;
        }
    }

    public record Send(int channel) implements Step {}

    public record Receive(int channel) implements Step {}

    /** Gives way to others that wait. */
    public record Yield() implements Step {}

    /** Throws. */
    public record Fail() implements Step {}

    /** Waits until every task that main itself started has reached its end; for main alone. */
    public record Join() implements Step {}

    /** A program whose main starts some tasks and does nothing else. */
    public static Script ofMain(List<Step> main) {
        return new Script(main, 2, List.of(0, 2));
    }

    /** Jobs that each compute once. */
    public static Script jobs(int[] arrivals, int... lengths) {
        Step[] starts = new Step[lengths.length];
        for (int i = 0; i < lengths.length; i++) {
            starts[i] = new Start(
                    arrivals[i], new Declared(List.of(lengths[i]), 0, 1, -1), List.of(new Compute(lengths[i])));
        }
        return ofMain(List.of(starts));
    }
}
