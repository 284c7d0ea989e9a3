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

    /** Gives way to others that wait. */
    public record Yield() implements Step {}

    /** Throws. */
    public record Fail() implements Step {}

    /** What the engine can do and the oracle doesn't model. */
    public sealed interface Unmodelled extends Step {}

    public record Send(int channel) implements Unmodelled {}

    public record Receive(int channel) implements Unmodelled {}

    public record TrySend(int channel) implements Unmodelled {}

    public record TryReceive(int channel) implements Unmodelled {}

    /** Closes a channel; whoever then sends, or closes it again, fails on purpose. */
    public record Close(int channel) implements Unmodelled {}

    /**
     * Sends to one of some channels, or receives from one of some.
     *
     * @param timeout until something else is done, or -1 for never
     * @param otherwise whether something else is done at once
     */
    public record Choose(List<Integer> sends, List<Integer> receives, int timeout, boolean otherwise)
            implements Unmodelled {}

    /** Does some steps while it has something; has it no longer when they have ended or failed. */
    public record Having(Thing thing, List<Step> body) implements Unmodelled {}

    /** What a task can have for a while. */
    public enum Thing {
        READ_LOCK,
        WRITE_LOCK,
        PERMIT,
        CONNECTION,
        /** Not really had: the steps are what is done once. */
        ONCE
    }

    /** Adds to what is shared, guarded and not. */
    public record Add() implements Unmodelled {}

    /** Meets another task. */
    public record Meet() implements Unmodelled {}

    /** Waits to be told. */
    public record Listen() implements Unmodelled {}

    /** Tells one that listens, or all. */
    public record Tell(boolean all) implements Unmodelled {}

    public record WaitForDevice(int ticks) implements Unmodelled {}

    public record GiveWay() implements Unmodelled {}

    /** Waits until every task that main itself started has reached its end; for main alone. */
    public record Join() implements Unmodelled {}

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
