package org.coreograph.engine;

import java.util.Arrays;
import java.util.function.LongConsumer;
import org.coreograph.model.EventSink;
import org.coreograph.model.Settings;
import org.coreograph.model.SliceEnd;
import org.coreograph.model.WaitKind;
import org.coreograph.program.Waitable;
import org.coreograph.scheduler.Policy;
import org.coreograph.scheduler.Ready;
import org.coreograph.scheduler.SeededDraws;
import org.jspecify.annotations.Nullable;

/**
 * The cores under the measured clock: which task is on which, and since when. It gives tasks their turns and writes down
 * what they did; it has no clock of its own and is told the time. All of it is guarded by the kernel's lock.
 *
 * <p>Whoever frees a core, by blocking, ending or giving way, takes the next task from the queue and gives it its turn.
 * The time from then until that task's thread really goes on ({@link #begin}) is the hand-over.
 *
 * <p>Ends of quanta are looked after only while somebody waits. Until then they count as having followed one another,
 * and are brought up to date when somebody does ({@link #watchQuanta}).
 *
 * <p>What needs the trace throws {@link org.coreograph.model.TraceFullException} where that is full.
 */
final class MeasuredCores {
    /** The time of what doesn't come. */
    static final long NEVER = Long.MAX_VALUE;

    /** What is due within this is done at once, rather than after a moment's sleep. */
    private static final long MAX_SLACK_NANOS = 20_000;

    private final EventSink.Writer offCore;
    private final LongConsumer alarm;
    private final Policy policy;
    private final long quantumNanos;
    private final long slackNanos;

    private final TaskTable<MeasuredTask> tasks;

    // What each core does. The task is null while it is idle; a slice that hasn't begun yet starts never.
    private final @Nullable MeasuredTask[] onCore;
    private final int[] lastTask;
    private final EventSink.Writer[] writers;
    private final long[] freed;
    private final long[] sliceStart;
    private final long[] quantumEnd;
    private final CoreSet idle;
    private final Timers timers;

    /** @param alarm is told when {@link #due} must be called at the latest */
    MeasuredCores(TaskTable<MeasuredTask> tasks, Settings settings, EventSink sink, LongConsumer alarm) {
        this.tasks = tasks;
        int cores = settings.cores();
        this.alarm = alarm;
        offCore = sink.offCore();
        timers = new Timers(tasks);
        policy = Policy.of(settings, new SeededDraws(settings.seed(), "policy"));
        quantumNanos = settings.policy().usesQuantum() ? settings.quantumNanos() : Policy.UNLIMITED;
        slackNanos = Math.min(MAX_SLACK_NANOS, quantumNanos / 64);
        onCore = new MeasuredTask[cores];
        lastTask = new int[cores];
        Arrays.fill(lastTask, EventSink.NONE);
        writers = new EventSink.Writer[cores];
        freed = new long[cores];
        sliceStart = new long[cores];
        quantumEnd = new long[cores];
        idle = new CoreSet(cores);
        for (int core = 0; core < cores; core++) {
            writers[core] = sink.core(core);
            idle.add(core);
        }
    }

    // ---- Tasks ----

    /** Takes in a task that was created. */
    void declare(MeasuredTask task) {
        policy.declare(task.id, task.spec);
    }

    /** Has a task arrive at a time, or now if that has passed. */
    void arriveAt(long nanos, MeasuredTask task, long now) {
        if (nanos <= now) {
            arrive(task, now);
        } else {
            setTimer(nanos, task);
        }
    }

    private void arrive(MeasuredTask task, long now) {
        task.arrived = true;
        offCore.arrived(now, task.id);
        ready(task, now);
    }

    /** Queues a task, or gives it an idle core. */
    void ready(MeasuredTask task, long now) {
        policy.add(task.id, Ready.WOKEN, task.readyFrom, now);
        if (!idle.isEmpty()) {
            int core = idle.takeLowest();
            freed[core] = now;
            dispatch(core, tasks.get(policy.take(core, now)));
        } else if (policy.size() == 1 && quantumNanos != Policy.UNLIMITED) {
            watchQuanta(now);
        }
    }

    /** Notes that a task that was dispatched really runs now; does nothing for a main without a core. */
    void begin(MeasuredTask task, long now) {
        int core = task.core;
        if (core == KernelTask.NO_CORE) {
            return;
        }
        sliceStart[core] = now;
        quantumEnd[core] = quantumNanos == Policy.UNLIMITED ? NEVER : now + quantumNanos;
        writers[core].running(dispatchedNanos(task, core), now, task.id);
        if (policy.size() > 0) {
            alarm.accept(quantumEnd[core]);
        }
    }

    /** Puts a task whose quantum is over behind those that wait; returns false where nobody does, and it keeps its core. */
    boolean giveWay(MeasuredTask task, long now) {
        task.want(false);
        int core = task.core;
        if (policy.size() == 0) {
            quantumEnd[core] = now + quantumNanos;
            return false;
        }
        cut(task, core, SliceEnd.PREEMPTED, now);
        task.core = KernelTask.NO_CORE;
        policy.add(task.id, Ready.QUANTUM_OVER, core, now);
        dispatch(core, tasks.get(policy.take(core, now)));
        return true;
    }

    /** Blocks a task until a time, or until it is woken before. */
    void leaveUntil(long nanos, MeasuredTask task, WaitKind kind, @Nullable Waitable on, long now) {
        setTimer(nanos, task);
        leave(task, kind, on, now);
    }

    /** Blocks a task: it leaves its core, if it has one. */
    void leave(MeasuredTask task, WaitKind kind, @Nullable Waitable on, long now) {
        task.block(kind, on, now);
        free(task, SliceEnd.BLOCKED, now);
    }

    /** Makes a blocked task ready, or lets main go on. */
    void wake(MeasuredTask task, int waker, int core, long now) {
        timers.cancel(task);
        task.whenTimeIsUp = null;
        task.readyFrom = core;
        task.wokenNanos = now;
        task.unblock(writer(core), waker, now);
        if (task.isMain()) {
            task.turn.give();
        } else {
            ready(task, now);
        }
    }

    /** Ends a task: it leaves its core, if it has one. */
    void end(MeasuredTask task, boolean failed, long now) {
        task.ended = true;
        writer(task.core).ended(now, task.id, failed);
        free(task, SliceEnd.ENDED, now);
    }

    /** Returns whether no task runs or is ready, and none will by itself; main without a core aside. */
    boolean atRest() {
        return idle.size() == onCore.length && timers.earliest() == Timers.NEVER;
    }

    // ---- Cores ----

    private EventSink.Writer writer(int core) {
        return core == KernelTask.NO_CORE ? offCore : writers[core];
    }

    private void dispatch(int core, MeasuredTask task) {
        onCore[core] = task;
        task.board(core, lastTask[core]);
        lastTask[core] = task.id;
        sliceStart[core] = NEVER;
        quantumEnd[core] = NEVER;
        task.want(false);
        task.turn.give();
    }

    /** Ends the slice of a task and hands its core on; does nothing for a main that has none. */
    private void free(MeasuredTask task, SliceEnd why, long now) {
        int core = task.core;
        if (core == KernelTask.NO_CORE) {
            return;
        }
        cut(task, core, why, now);
        task.core = KernelTask.NO_CORE;
        onCore[core] = null;
        if (policy.size() > 0) {
            dispatch(core, tasks.get(policy.take(core, now)));
        } else {
            idle.add(core);
        }
    }

    private void cut(MeasuredTask task, int core, SliceEnd why, long now) {
        task.ran(writers[core], dispatchedNanos(task, core), sliceStart[core], now, why);
        freed[core] = now;
    }

    /** Returns when the hand-over to the task on a core began; for one that needed none, when its slice did. */
    private long dispatchedNanos(MeasuredTask task, int core) {
        return task.switched() ? freed[core] : sliceStart[core];
    }

    /** Writes down what was under way when the run ended. */
    void close(long end) {
        for (int core = 0; core < onCore.length; core++) {
            MeasuredTask task = onCore[core];
            if (task != null && sliceStart[core] != NEVER) {
                cut(task, core, SliceEnd.CUT, end);
            } else if (task != null && task.switched()) {
                task.switchCut(writers[core], freed[core], end);
            }
        }
        for (int id = 0; id < tasks.size(); id++) {
            tasks.get(id).stuck(offCore, end);
        }
    }

    // ---- What comes with time ----

    private void setTimer(long nanos, MeasuredTask task) {
        timers.set(task, nanos);
        alarm.accept(nanos);
    }

    private void watchQuanta(long now) {
        long earliest = NEVER;
        for (int core = 0; core < onCore.length; core++) {
            if (onCore[core] != null) {
                long late = now - quantumEnd[core];
                if (late > 0) {
                    quantumEnd[core] += (late + quantumNanos - 1) / quantumNanos * quantumNanos;
                }
                earliest = Math.min(earliest, quantumEnd[core]);
            }
        }
        alarm.accept(earliest);
    }

    /** Wakes sleepers, has tasks arrive, and asks tasks whose quantum is over to give way; returns when to look again. */
    long due(long now) {
        while (timers.earliest() <= now) {
            MeasuredTask task = tasks.get(timers.take());
            if (task.arrived) {
                if (task.whenTimeIsUp != null) {
                    task.timedOut = true;
                    task.whenTimeIsUp.run();
                }
                wake(task, EventSink.NONE, KernelTask.NO_CORE, now);
            } else {
                arrive(task, now);
            }
        }
        return Math.min(timers.earliest(), dueQuanta(now));
    }

    private long dueQuanta(long now) {
        long next = NEVER;
        if (policy.size() == 0 || quantumNanos == Policy.UNLIMITED) {
            return next;
        }
        for (int core = 0; core < onCore.length; core++) {
            MeasuredTask task = onCore[core];
            if (task == null) {
                continue;
            }
            if (quantumEnd[core] <= now + slackNanos) {
                task.want(true);
                quantumEnd[core] = NEVER;
                // Another slice begins in a moment, and its quantum ends no earlier than this.
                next = Math.min(next, now + quantumNanos);
            } else {
                next = Math.min(next, quantumEnd[core]);
            }
        }
        return next;
    }
}
