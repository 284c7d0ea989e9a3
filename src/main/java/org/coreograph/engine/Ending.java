package org.coreograph.engine;

import java.util.List;
import org.coreograph.model.Outcome;
import org.coreograph.model.StuckTask;
import org.jspecify.annotations.Nullable;

/**
 * How a measured run ended, and whose threads ran then. What is done with it is done on the run's own thread, without the
 * lock; the run is closed by then, and nothing changes any more.
 */
record Ending(Outcome outcome, @Nullable String reason, long endNanos, List<StuckTask> stuck, List<Turn> running) {
    /** Has the threads that ran find out. */
    void tellRunning() {
        running.forEach(Turn::give);
    }

    /** Waits for the threads that ran to end, until a time by {@link System#nanoTime}. */
    void awaitRunning(long deadline) {
        for (Turn turn : running) {
            long left = deadline - System.nanoTime();
            try {
                if (left > 0) {
                    turn.awaitEnd(left);
                }
            } catch (InterruptedException e) {
                // Nobody interrupts this thread; if somebody did, the wait is over.
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Has every thread that there still is find out. */
    static void endThreads(TaskTable<? extends KernelTask> tasks) {
        for (int id = 0; id < tasks.size(); id++) {
            KernelTask task = tasks.get(id);
            if (!task.ended && task.turn.thread() != null && !task.turn.isMine()) {
                task.turn.give();
            }
        }
    }
}
