package org.coreograph.viewmodel.stage;

import java.util.List;

/** What is in an object, or how it stands, at a time. Immutable. */
public sealed interface ObjectState {
    /** Nothing is known: a trace of the measured clock doesn't tell what was done to objects. */
    record Unknown() implements ObjectState {}

    /** It hasn't been made yet. */
    record Unmade() implements ObjectState {}

    /** It is there, and all that can be said of it is who waits for it, as of a condition. */
    record There() implements ObjectState {}

    /**
     * A channel.
     *
     * @param size how many values are in it
     * @param oldest the values that come out of it next; not all where there are many
     */
    record Buffer(int size, List<String> oldest, boolean closed) implements ObjectState {
        public Buffer {
            oldest = List.copyOf(oldest);
        }
    }

    /**
     * A mutex, also one for reading and writing.
     *
     * @param owner the task that has it alone, or -1
     * @param readers the tasks that have it for reading, the one that has it longest first
     */
    record Held(int owner, List<Integer> readers) implements ObjectState {
        public Held {
            readers = List.copyOf(readers);
        }

        public boolean free() {
            return owner < 0 && readers.isEmpty();
        }
    }

    /**
     * A semaphore or a pool.
     *
     * @param left how many permits or things can be had
     * @param holders the tasks that have the others, as far as that can be told: what one task acquires another may give
     *     back
     */
    record Left(long left, List<Integer> holders) implements ObjectState {
        public Left {
            holders = List.copyOf(holders);
        }
    }

    /** A wait group or a barrier: how many tasks are still to be done or to come. Of a bus, how many messages it carried. */
    record Count(long count) implements ObjectState {}

    /**
     * A variable, an atomic, a file or an owned value.
     *
     * @param owner whose the value is, or -1 where that means nothing
     */
    record Contents(String value, int owner) implements ObjectState {}

    /** What is done once. */
    record Once(boolean done) implements ObjectState {}
}
