package org.coreograph.model;

import org.jspecify.annotations.Nullable;

/**
 * Where the engine writes what happened. The engine never knows who reads it.
 *
 * <p>Each writer is used by one thread at a time; different writers may be used at once. {@link #declareTask} and
 * {@link #declareObject} may be called from any thread.
 */
public interface EventSink {
    /** The task id of main, which starts the others. */
    int MAIN = 0;

    /** Stands where a task or an object is asked for and there is none. */
    int NONE = -1;

    /** Declares a task, before any event of it. Ids are given out from 0 without gaps. */
    void declareTask(int task, int parent, String name);

    /** Declares something that tasks can wait for, such as a channel. Ids are given out from 0 without gaps. */
    void declareObject(int object, String name);

    /** Returns the writer of a core. */
    Writer core(int core);

    /** Returns the writer for what happens on no core: arrivals, timers, and all that main does. */
    Writer offCore();

    /**
     * Takes events in the order in which they end.
     *
     * <p>Every method throws {@link TraceFullException} where the trace has reached its limit.
     */
    interface Writer {
        /** A task arrived: from now on it is ready or blocked, until it runs. */
        void arrived(long atNanos, int task);

        /** The core was busy changing to a task: its switch, or the hand-over on the measured clock. */
        void switched(long startNanos, long endNanos, int task);

        /**
         * A slice ended. It may have no length: a dispatch that blocks at once.
         *
         * @param wait what kind of waiting began, or null where the task didn't block
         * @param object what the task blocked on, or {@link EventSink#NONE}
         * @param switched whether the core ran another task before, so that the slice counts as a switch
         * @param migrated whether the task last ran on another core
         */
        void ran(
                long startNanos,
                long endNanos,
                int task,
                SliceEnd why,
                @Nullable WaitKind wait,
                int object,
                boolean switched,
                boolean migrated);

        /**
         * A task stopped being blocked, and is ready.
         *
         * @param waker the task that woke it, or {@link EventSink#NONE} for a timer
         */
        void blocked(long startNanos, long endNanos, int task, WaitKind kind, int waker);

        /** The run ended while a task was blocked. */
        void stuck(long startNanos, long endNanos, int task, WaitKind kind);

        /** A task returned or threw. */
        void ended(long atNanos, int task, boolean failed);

        /** A slice began; told so that a reader can see it while it lasts. Not part of the record. */
        void running(long startNanos, int task);
    }
}
