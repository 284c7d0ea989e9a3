package org.coreograph.engine;

import org.coreograph.model.EventSink;
import org.coreograph.model.Settings;
import org.coreograph.model.SliceEnd;
import org.coreograph.model.WaitKind;
import org.coreograph.program.Waitable;
import org.jspecify.annotations.Nullable;

/**
 * What happens when under the simulated clock. Data only, with no thread and no lock; whoever has the kernel's token
 * uses it.
 *
 * <p><b>Time</b> moves only in {@link #toNextEvent}, to the earliest event, and in {@link #goesOn}. Events are data, not
 * threads: the end of a task's declared computation and of its quantum are one time a core ({@link CoreEvents}), arrivals
 * and wake-ups are {@link Timers}. A preemption within a declared computation wakes no thread.
 *
 * <p><b>One instant</b> goes through the steps (a) to (d), again and again while code can run at it: (a) code runs,
 * main's first, then in core order; (b) arrivals and wake-ups are queued, in order of id; (c) if more tasks wait than
 * cores are idle, the tasks whose quantum ended give up their cores, otherwise they begin a new quantum; (d) idle cores,
 * lowest first, take from the queue. The last three are the {@link Dispatcher}'s.
 *
 * <p>What needs the trace throws {@link org.coreograph.model.TraceFullException} where that is full.
 */
final class SimulatedCores {
    /** How long a run can be, so that no sum of times overflows: some 73 years. */
    static final long MAX_NANOS = Long.MAX_VALUE / 4;

    private final EventSink.Writer offCore;
    private final TaskTable<SimulatedTask> tasks;
    private final Dispatcher dispatcher;
    private final Timers timers;

    /** Who arrived or woke at this instant, or is a main that wants a core. */
    private final IdBatch arrivals = new IdBatch();

    private long nowNanos;
    private boolean mainHasCode;

    SimulatedCores(TaskTable<SimulatedTask> tasks, Settings settings, EventSink sink) {
        this.tasks = tasks;
        timers = new Timers(tasks);
        offCore = sink.offCore();
        dispatcher = new Dispatcher(tasks, settings, sink);
    }

    long nowNanos() {
        return nowNanos;
    }

    // ---- Tasks ----

    /** Takes in a task that was created. */
    void declare(SimulatedTask task) {
        dispatcher.declare(task);
    }

    /** Has a task arrive at a time, or at this instant if that has passed; the starter's core is where it comes from. */
    void arriveAt(long nanos, SimulatedTask task, int core) {
        task.readyFrom = core;
        if (nanos <= nowNanos) {
            arrivals.add(task.id);
        } else {
            timers.set(task, nanos);
        }
    }

    /** Declares that a task computes for a time from now on; a main without a core wants one by that. */
    void compute(SimulatedTask task, long nanos) {
        if (task.core == KernelTask.NO_CORE) {
            task.remainingNanos = nanos;
            arrivals.add(task.id);
        } else {
            dispatcher.compute(task.core, nanos, nowNanos);
        }
    }

    /**
     * Lets a task that is on a core compute for a time at once, if nothing else happens before it is over or together
     * with its end.
     *
     * @return whether that was so; otherwise nothing happened
     */
    boolean goesOn(SimulatedTask task, long nanos) {
        long end = nowNanos + nanos;
        boolean alone = task.core != KernelTask.NO_CORE
                && end <= MAX_NANOS
                && end < timers.earliest()
                && arrivals.isEmpty()
                && !mainHasCode
                && dispatcher.goesOn(task.core, nowNanos, end);
        if (alone) {
            nowNanos = end;
        }
        return alone;
    }

    /** Blocks a task until a time has passed. */
    void pause(SimulatedTask task, WaitKind kind, long nanos) {
        timers.set(task, nowNanos + nanos);
        leave(task, kind, null);
    }

    /** Blocks a task until it is woken or a time has passed. */
    void leaveUntil(SimulatedTask task, WaitKind kind, Waitable on, long nanos, Runnable whenTimeIsUp) {
        task.timedOut = false;
        task.whenTimeIsUp = whenTimeIsUp;
        timers.set(task, nowNanos + nanos);
        leave(task, kind, on);
    }

    /** Blocks a task: it leaves its core, if it has one. */
    void leave(SimulatedTask task, WaitKind kind, @Nullable Waitable on) {
        task.block(kind, on, nowNanos);
        task.remainingNanos = 0;
        free(task, SliceEnd.BLOCKED);
    }

    /** Has a task that is on a core give it up at this instant if others wait for it, as at the end of its quantum. */
    void giveWay(SimulatedTask task) {
        dispatcher.giveWay(task.core, nowNanos);
    }

    /** Returns how many tasks are ready that a core could take. */
    int ready(int core) {
        return dispatcher.ready(core);
    }

    /** Puts a task that is on a core behind the others, and gives its core to the one at a place in the queue. */
    void letGoFirst(SimulatedTask task, int place) {
        dispatcher.letGoFirst(task.core, place, nowNanos);
    }

    /** Makes a blocked task ready, or lets main go on. */
    void wake(SimulatedTask task, int waker, int core) {
        timers.cancel(task);
        task.whenTimeIsUp = null;
        task.readyFrom = core;
        task.unblock(dispatcher.writer(core), waker, nowNanos);
        if (task.isMain()) {
            mainHasCode = true;
        } else {
            arrivals.add(task.id);
        }
    }

    /** Ends a task: it leaves its core, if it has one. */
    void end(SimulatedTask task, boolean failed) {
        task.ended = true;
        dispatcher.writer(task.core).ended(nowNanos, task.id, failed);
        free(task, SliceEnd.ENDED);
    }

    private void free(SimulatedTask task, SliceEnd why) {
        if (task.core != KernelTask.NO_CORE) {
            dispatcher.leave(task, why, nowNanos);
        }
    }

    // ---- Instants ----

    /** Returns the next task with code to run at this instant, or null where none has any left. */
    @Nullable
    SimulatedTask nextCode() {
        SimulatedTask next = takeCode();
        if (next == null && (!arrivals.isEmpty() || dispatcher.isUnsettled(nowNanos))) {
            dispatcher.settle(arrivals, nowNanos);
            next = takeCode();
        }
        return next;
    }

    /** Step (a). */
    private @Nullable SimulatedTask takeCode() {
        if (mainHasCode) {
            mainHasCode = false;
            return tasks.main();
        }
        return dispatcher.hasCode() ? dispatcher.takeCode(tasks.main()) : null;
    }

    /** Lets time pass until something happens; returns false where nothing ever will. */
    boolean toNextEvent() {
        long event = Math.min(dispatcher.nextEventNanos(), timers.earliest());
        if (event == CoreEvents.NEVER) {
            return false;
        }
        nowNanos = Math.min(event, dispatcher.nextTickNanos());
        dispatcher.collect(nowNanos);
        while (timers.earliest() == nowNanos) {
            ring(tasks.get(timers.take()));
        }
        return true;
    }

    /** Does what a task's timer is for. */
    private void ring(SimulatedTask task) {
        if (!task.arrived) {
            arrivals.add(task.id);
            return;
        }
        if (task.whenTimeIsUp != null) {
            task.timedOut = true;
            task.whenTimeIsUp.run();
        }
        wake(task, EventSink.NONE, KernelTask.NO_CORE);
    }

    /** Writes down what was under way when the run ended. */
    void close() {
        dispatcher.close(nowNanos);
        for (int id = 0; id < tasks.size(); id++) {
            tasks.get(id).stuck(offCore, nowNanos);
        }
    }
}
