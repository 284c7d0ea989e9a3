package org.coreograph.model;

import org.jspecify.annotations.Nullable;

/**
 * Where the engine writes what happened. The engine never knows who reads it.
 *
 * <p>Each writer is used by one thread at a time; different writers may be used at once. What declares something, and
 * what returns a writer, may be called from any thread at any time.
 */
public interface EventSink {
    /** The task id of main, which starts the others. */
    int MAIN = 0;

    /** Stands where a task or an object is asked for and there is none. */
    int NONE = -1;

    /** Declares a task, before any event of it. Ids are given out from 0 without gaps. */
    void declareTask(int task, int parent, String name);

    /** Declares something that tasks share, such as a channel. Ids are given out from 0 without gaps. */
    void declareObject(int object, ObjectInfo info);

    /** Returns the number of a text, for {@link ValueKind#TEXT}; the same for the same text. */
    int declareText(String text);

    /**
     * Returns the writer of a core. A core is part of the run from the first time it is asked for, and with it all below
     * it; until when one that comes later was not there is told by {@link Writer#off}.
     */
    Writer core(int core);

    /** Returns the writer for what happens on no core: arrivals, timers, and all that main does. */
    Writer offCore();

    /**
     * Takes events in the order in which they end. One thread at a time writes, also while the run is being ended.
     *
     * <p>Every method but the hints throws {@link TraceFullException} where the trace has reached its limit, or is over.
     */
    interface Writer {
        /** A task arrived: from now on it is ready or blocked, until it runs. */
        void arrived(long atNanos, int task);

        /**
         * A slice ended. It may have no length: a dispatch that blocks at once.
         *
         * @param dispatchedNanos when the core began to change to the task: from then to the start is its switch, or the
         *     hand-over on the measured clock; equal to the start where there was none
         * @param wait what kind of waiting began, or null where the task didn't block
         * @param object what the task blocked on, or {@link EventSink#NONE}
         * @param switched whether the core ran another task before, so that the slice counts as a switch
         * @param migrated whether the task last ran on another core
         */
        void ran(
                long dispatchedNanos,
                long startNanos,
                long endNanos,
                int task,
                SliceEnd why,
                @Nullable WaitKind wait,
                int object,
                boolean switched,
                boolean migrated);

        /**
         * A switch to a task was cut short before its slice began, and there is no slice.
         *
         * @param counts whether the core ran another task before, so that it counts as a switch of this one
         */
        void switched(long startNanos, long endNanos, int task, boolean counts);

        /**
         * What the platform tells of the slice written just before by this writer; -1 for what it doesn't tell.
         *
         * @param cpuNanos how long a processor worked for the task
         * @param osThread the operating system's id of the thread
         * @param processor on which the slice ended
         */
        void facts(long cpuNanos, long osThread, int processor);

        /** The core was switched off. */
        void off(long startNanos, long endNanos);

        /**
         * A task stopped being blocked, and is ready.
         *
         * @param object what it was blocked on, or {@link EventSink#NONE}
         * @param waker the task that woke it, or {@link EventSink#NONE} for a timer
         */
        void blocked(long startNanos, long endNanos, int task, WaitKind kind, int object, int waker);

        /** The run ended while a task was blocked. */
        void stuck(long startNanos, long endNanos, int task, WaitKind kind, int object);

        /**
         * A task did something that can be seen. Of one instant only what is written by the same writer keeps its order:
         * an engine under which several cores act at one instant writes it all {@link EventSink#offCore}.
         *
         * @param object to which it was done, or {@link EventSink#NONE}
         * @param value by the action, as its kind says
         */
        void did(long atNanos, int task, Action action, int object, ValueKind kind, long value);

        /** A task returned or threw. */
        void ended(long atNanos, int task, boolean failed);

        /**
         * A slice began; told so that a reader can see it while it lasts. A hint, and not part of the record.
         *
         * @param dispatchedNanos when the core began to change to the task, as {@link #ran} is told later
         */
        void running(long dispatchedNanos, long startNanos, int task);

        /** The core was switched off; told so that a reader can see it while it lasts. A hint, as {@link #running} is. */
        void offSince(long startNanos);
    }
}
