package org.coreograph.engine;

import java.util.List;
import java.util.function.LongSupplier;
import org.coreograph.model.Outcome;
import org.coreograph.model.Pause;
import org.coreograph.model.StuckTask;
import org.coreograph.model.TraceFullException;
import org.coreograph.program.RunClosedError;
import org.jspecify.annotations.Nullable;

/**
 * How a measured run ends. It is closed with the kernel's lock held: from then on nothing changes, and every call by a
 * task throws. The rest is done by the run's own thread without the lock: to let every thread find out, to give those
 * that ran some time for it, and to say how the run ended.
 */
final class MeasuredEnd {
    private final AbstractKernel kernel;
    private final TaskTable<MeasuredTask> tasks;
    private final MeasuredCores cores;
    private final Alarm alarm;
    private final GcPauses pauses = GcPauses.start();

    /** When the run began, by the system's clock. */
    private final LongSupplier originNanos;

    private volatile boolean closed;
    private volatile long endNanos = MeasuredCores.NEVER;

    private int unfinished;

    /**
     * When the last task ended so far. A main without a core ends when it was last woken: it declares no time, so what it
     * does then takes none, and a run is no longer than its tasks.
     */
    private long lastEndNanos;

    MeasuredEnd(
            AbstractKernel kernel,
            TaskTable<MeasuredTask> tasks,
            MeasuredCores cores,
            Alarm alarm,
            LongSupplier originNanos) {
        this.kernel = kernel;
        this.tasks = tasks;
        this.cores = cores;
        this.alarm = alarm;
        this.originNanos = originNanos;
    }

    /** Returns whether the run is closed; without the lock it is a hint. */
    boolean isClosed() {
        return closed;
    }

    /** Returns when the run ended, or {@link MeasuredCores#NEVER} while it hasn't. */
    long endNanos() {
        return endNanos;
    }

    // ---- With the lock held ----

    /** Notes that there is one more task. */
    void started() {
        unfinished++;
    }

    /** Notes that a task ended. */
    void finished(long nanos) {
        unfinished--;
        lastEndNanos = Math.max(lastEndNanos, nanos);
    }

    /** Closes the run if nothing can ever run again. */
    void ifNothingCanRun() {
        if (closed) {
            return;
        }
        if (unfinished == 0) {
            String failure = kernel.failureReason(kernel::taskName);
            close(failure == null ? Outcome.COMPLETED : Outcome.FAILED, failure, List.of(), lastEndNanos);
        } else if (!tasks.main().runsFree() && cores.atRest()) {
            Deadlock deadlock = tasks.deadlock();
            close(Outcome.DEADLOCK, deadlock.reason(), deadlock.links(), kernel.nowNanos());
        }
    }

    /** Closes the run because somebody wants that. */
    void onRequest() {
        close(Outcome.STOPPED, AbstractKernel.ON_REQUEST, List.of(), kernel.nowNanos());
    }

    /** Closes the run because it can't go on; returns what to throw, so that the program can't mistake it for its own. */
    RunClosedError by(Throwable e) {
        close(Outcome.STOPPED, kernel.reasonToStop(e), List.of(), kernel.nowNanos());
        return new RunClosedError();
    }

    /** Closes the run because the engine itself is at fault; returns what to throw. */
    RunClosedError byFault(Throwable fault) {
        if (!closed) {
            endNanos = kernel.nowNanos();
            closed = true;
            alarm.end(() -> {
                kernel.publishFault(fault);
                endThreads(tasks);
            });
        }
        return new RunClosedError();
    }

    /** Closes the run, unless it is, and writes down what is under way. */
    private void close(Outcome outcome, @Nullable String reason, List<StuckTask> stuck, long end) {
        if (closed) {
            return;
        }
        endNanos = end;
        closed = true;
        List<Turn> running = cores.askAll();
        MeasuredTask main = tasks.main();
        if (main.runsFree()) {
            running.add(main.turn);
        }
        running.removeIf(Turn::isMine);
        Outcome how = outcome;
        String why = reason;
        try {
            cores.close(end);
        } catch (TraceFullException | OutOfMemoryError e) {
            how = Outcome.STOPPED;
            why = kernel.reasonToStop(e);
        }
        Ending ending = new Ending(how, why, end, stuck, running);
        alarm.end(() -> conclude(ending));
    }

    // ---- On the run's own thread ----

    /** How a run ended, and whose threads ran then. */
    private record Ending(
            Outcome outcome, @Nullable String reason, long endNanos, List<StuckTask> stuck, List<Turn> running) {}

    private void conclude(Ending ending) {
        try {
            ending.running().forEach(Turn::giveLast);
            // The threads have their time while the pauses are looked up.
            long deadline = System.nanoTime() + AbstractKernel.GRACE_MILLIS * 1_000_000;
            List<Pause> found = pauses.stop(originNanos.getAsLong(), ending.endNanos());
            awaitEnd(ending.running(), deadline);
            kernel.publish(
                    ending.outcome(), ending.reason(), ending.endNanos(), ending.stuck(), ending.running(), found);
        } catch (RuntimeException | Error e) {
            kernel.publishFault(e);
            throw e;
        } finally {
            endThreads(tasks);
        }
    }

    private static void awaitEnd(List<Turn> running, long deadline) {
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

    /** Has every thread of a run that is over find that out, the calling one aside. */
    static void endThreads(TaskTable<? extends KernelTask> tasks) {
        for (int id = 0; id < tasks.size(); id++) {
            KernelTask task = tasks.get(id);
            if (!task.ended && !task.turn.isMine()) {
                task.turn.giveLast();
            }
        }
    }
}
