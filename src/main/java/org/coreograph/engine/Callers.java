package org.coreograph.engine;

import org.jspecify.annotations.Nullable;

/**
 * Finds the task whose thread is calling. A thread-local or a scoped value would take more memory of each task than all
 * else that the engine keeps of it, and only the few that are on a core can call at all.
 *
 * <p>Each task leaves word of itself where its thread's number says, whenever it begins to run. Two that run at the same
 * time and whose numbers lead to the same place overwrite each other's word: then the cores are looked through. A word
 * may be old, or another's; whether it is the caller's is asked of the task itself. So no order between threads matters,
 * and nothing here is guarded.
 */
final class Callers {
    /** A power of two, and many times as many as run at once on most machines. */
    private static final int PLACES = 1 << 10;

    private final @Nullable MeasuredTask[] byThread = new MeasuredTask[PLACES];
    private final Places running;

    /** @param running where tasks are seen to run, main without a core among them */
    Callers(Places running) {
        this.running = running;
    }

    private static int place() {
        return (int) Thread.currentThread().threadId() & (PLACES - 1);
    }

    /** Notes, on its own thread, that a task runs from now on. */
    void runs(MeasuredTask me) {
        byThread[place()] = me;
    }

    /** Returns the task that the calling thread is, or null if it is no task that runs. */
    @Nullable
    MeasuredTask calling() {
        MeasuredTask likely = byThread[place()];
        return likely != null && likely.turn.isMine() ? likely : search();
    }

    private @Nullable MeasuredTask search() {
        for (int place = 0; place < running.places(); place++) {
            if (running.task(place) instanceof MeasuredTask task && task.turn.isMine()) {
                return task;
            }
        }
        return null;
    }
}
