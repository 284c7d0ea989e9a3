package org.coreograph.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import org.coreograph.model.EventSink;
import org.coreograph.model.Settings;
import org.coreograph.model.SliceEnd;
import org.coreograph.model.WaitKind;
import org.coreograph.program.Waitable;
import org.coreograph.scheduler.Policy;
import org.coreograph.scheduler.Ready;
import org.jspecify.annotations.Nullable;

/**
 * The cores under the measured clock: which task is on which, and since when. It says whose turn it is and writes down
 * what they did; it has no clock of its own and is told the time. All of it is guarded by the kernel's lock.
 *
 * <p>Whoever frees a core, by blocking, ending or giving way, takes the next task from the queue, which is given its turn
 * once the lock is left ({@link #takeHanded}). The time from then until that task's thread really goes on
 * ({@link #begin}) is the hand-over. Who is asked to give way is up to {@link Preemption}.
 *
 * <p>What needs the trace throws {@link org.coreograph.model.TraceFullException} where that is full.
 */
final class MeasuredCores {
    /** The time of what doesn't come. */
    static final long NEVER = MeasuredCore.NEVER;

    private final TaskTable<MeasuredTask> tasks;
    private final EventSink sink;
    private final EventSink.Writer offCore;
    private final LongConsumer alarm;
    private final Policy policy;
    private final Preemption preemption;
    private final Timers timers;

    /** Every core that ever was; read without the lock too, for what is seen of them. */
    private final List<MeasuredCore> cores = new CopyOnWriteArrayList<>();

    /** Cores that are on and have no task. */
    private final CoreSet idle = new CoreSet(Settings.MAX_CORES);

    private int off;

    /** Those that are to be given their turn, linked in order; the last is meaningless where there is no first. */
    private @Nullable MeasuredTask firstHanded;

    private @Nullable MeasuredTask lastHanded;

    /** @param alarm is told when {@link #due} must be called at the latest */
    MeasuredCores(TaskTable<MeasuredTask> tasks, Settings settings, Policy policy, EventSink sink, LongConsumer alarm) {
        this.tasks = tasks;
        this.sink = sink;
        this.policy = policy;
        this.alarm = alarm;
        offCore = sink.offCore();
        timers = new Timers(tasks);
        preemption = new Preemption(policy, settings, cores, alarm);
        for (int core = 0; core < settings.cores(); core++) {
            cores.add(new MeasuredCore(core, sink.core(core), true));
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
        queue(task, Ready.ARRIVED, task.readyFrom, now);
    }

    /** Queues a main that wants a core, or gives it one. */
    void wantsCore(MeasuredTask main, long now) {
        queue(main, Ready.WOKEN, main.readyFrom, now);
    }

    /** Queues a task, or gives it a core if one is idle. */
    private void queue(MeasuredTask task, Ready why, int from, long now) {
        // Where it starts may depend on how far those that run have come.
        preemption.countAll(now);
        add(task, why, from, now);
        int home = policy.home(task.id);
        if (home == Policy.NO_CORE ? !idle.isEmpty() : idle.contains(home)) {
            MeasuredCore core = cores.get(home == Policy.NO_CORE ? idle.takeLowest() : home);
            idle.remove(core.index);
            core.freed(now);
            dispatch(core, now);
        } else {
            preemption.waits(home, now);
        }
        preemption.watchTicks();
    }

    private void add(MeasuredTask task, Ready why, int from, long now) {
        task.queued = true;
        policy.add(task.id, why, from, now);
    }

    /** Returns the meter of the slice that the calling thread's task is in; null for a main without a core. */
    @Nullable
    SliceMeter meter(MeasuredTask task) {
        return task.core == KernelTask.NO_CORE ? null : cores.get(task.core).meter();
    }

    /** Notes that a task that was dispatched really runs now; does nothing for a main without a core. */
    void begin(MeasuredTask task, long now) {
        if (task.core != KernelTask.NO_CORE) {
            MeasuredCore core = cores.get(task.core);
            core.begin(task, now);
            preemption.beginQuantum(core, task, now);
        }
    }

    /**
     * Has a task that was asked to, or wants to, give way, if there is still anybody for whom.
     *
     * @param yields whether it wants to
     * @return whether it left its core
     */
    boolean giveWay(MeasuredTask task, boolean yields, long now) {
        MeasuredCore core = cores.get(task.core);
        boolean over = yields || core.isSpent();
        task.want(false);
        core.keep();
        if (!core.isOn()) {
            leaveCore(core, task, SliceEnd.PREEMPTED, now);
            switchOff(core, now);
            queue(task, Ready.DISPLACED, core.index, now);
            return true;
        }
        if (over) {
            preemption.quantumOver(core, task, now);
        }
        if (over && policy.size(core.index) > 0) {
            preempt(core, task, Ready.QUANTUM_OVER, now);
            return true;
        }
        if (preemption.outranks(core, task, now)) {
            preempt(core, task, Ready.DISPLACED, now);
            return true;
        }
        if (over) {
            preemption.beginQuantum(core, task, now);
        }
        // One that waits may go before another task, if not before this one.
        preemption.displace(policy.home(task.id), now);
        return false;
    }

    /** Returns how many tasks are ready that a task's core could take. */
    int ready(MeasuredTask task) {
        return policy.size(task.core);
    }

    /** Puts a task behind the others, and gives its core to the one at a place in the queue. */
    void letGoFirst(MeasuredTask task, int place, long now) {
        MeasuredCore core = cores.get(task.core);
        int first = policy.takeAny(core.index, place);
        leaveCore(core, task, SliceEnd.PREEMPTED, now);
        add(task, Ready.YIELDED, core.index, now);
        dispatch(core, tasks.get(first));
        preemption.watchTicks();
    }

    /** Blocks a task until a time, or until it is woken before. */
    void leaveUntil(long nanos, MeasuredTask task, WaitKind kind, @Nullable Waitable on, long now) {
        setTimer(nanos, task);
        leave(task, kind, on, now);
    }

    /** Blocks a task: it leaves its core, if it has one. */
    void leave(MeasuredTask task, WaitKind kind, @Nullable Waitable on, long now) {
        task.block(kind, on, now);
        if (task.core != KernelTask.NO_CORE) {
            MeasuredCore core = cores.get(task.core);
            leaveCore(core, task, SliceEnd.BLOCKED, now);
            policy.blocked(task.id);
            handOn(core, now);
        }
    }

    /** Makes a blocked task ready, or lets main go on. */
    void wake(MeasuredTask task, int waker, int core, long now) {
        timers.cancel(task);
        task.whenTimeIsUp = null;
        task.readyFrom = core;
        task.wokenNanos = now;
        task.unblock(writer(core), waker, now);
        if (task.isMain()) {
            hand(task);
        } else {
            queue(task, Ready.WOKEN, core, now);
        }
    }

    /** Ends a task: it leaves its core, if it has one. */
    void end(MeasuredTask task, boolean failed, long now) {
        task.ended = true;
        writer(task.core).ended(now, task.id, failed);
        if (task.core != KernelTask.NO_CORE) {
            MeasuredCore core = cores.get(task.core);
            leaveCore(core, task, SliceEnd.ENDED, now);
            policy.ended(task.id);
            handOn(core, now);
        }
    }

    /** Returns whether no task runs or is ready, and none will by itself; main without a core aside. */
    boolean atRest() {
        return idle.size() + off == cores.size() && timers.earliest() == Timers.NEVER;
    }

    // ---- Cores ----

    /**
     * Changes the number of cores: those from 0 on are on, the others are off once the tasks on them have given way.
     */
    void setCores(int wanted, long now) {
        while (cores.size() < wanted) {
            cores.add(new MeasuredCore(cores.size(), sink.core(cores.size()), false));
            off++;
        }
        for (MeasuredCore core : cores) {
            if (core.index < wanted) {
                switchOn(core, now);
            } else {
                askToLeave(core, now);
            }
        }
    }

    private void switchOn(MeasuredCore core, long now) {
        boolean wasOff = core.isOff();
        core.on(now);
        if (wasOff) {
            off--;
            core.freed(now);
            handOn(core, now);
        }
    }

    private void askToLeave(MeasuredCore core, long now) {
        MeasuredTask task = core.task();
        if (task != null) {
            core.leave(task);
        } else if (!core.isOff()) {
            idle.remove(core.index);
            switchOff(core, now);
        }
    }

    private void switchOff(MeasuredCore core, long now) {
        core.off(now);
        off++;
    }

    /** Returns how many cores take tasks, or have one still. */
    int inUse() {
        return cores.size() - off;
    }

    /** Asks every task on a core to call, and returns their turns. */
    List<Turn> askAll() {
        List<Turn> running = new ArrayList<>();
        for (MeasuredCore core : cores) {
            MeasuredTask task = core.task();
            if (task != null) {
                task.want(true);
                running.add(task.turn);
            }
        }
        return running;
    }

    /** Returns the task that is seen to run on a core, or null; any thread may ask, of any core there could be. */
    @Nullable
    MeasuredTask seen(int core) {
        return core < cores.size() ? cores.get(core).seen() : null;
    }

    private EventSink.Writer writer(int core) {
        return core == KernelTask.NO_CORE ? offCore : cores.get(core).writer();
    }

    private void dispatch(MeasuredCore core, long now) {
        dispatch(core, tasks.get(policy.take(core.index, now)));
    }

    private void dispatch(MeasuredCore core, MeasuredTask task) {
        core.board(task);
        hand(task);
    }

    /** Has a task given its turn once the lock is left. */
    private void hand(MeasuredTask task) {
        task.nextHanded = null;
        if (firstHanded == null || lastHanded == null) {
            firstHanded = task;
        } else {
            lastHanded.nextHanded = task;
        }
        lastHanded = task;
    }

    /** Returns the first of those that are to be given their turn now, linked to the others; or null for none. */
    @Nullable
    MeasuredTask takeHanded() {
        MeasuredTask first = firstHanded;
        firstHanded = null;
        return first;
    }

    private void preempt(MeasuredCore core, MeasuredTask task, Ready why, long now) {
        leaveCore(core, task, SliceEnd.PREEMPTED, now);
        add(task, why, core.index, now);
        dispatch(core, now);
        preemption.watchTicks();
    }

    /** Ends the slice of a task, which leaves its core. */
    private void leaveCore(MeasuredCore core, MeasuredTask task, SliceEnd why, long now) {
        preemption.count(core, now);
        core.cut(task, why, now);
    }

    /** Gives a core that has no task to the next, if it takes any. */
    private void handOn(MeasuredCore core, long now) {
        if (!core.isOn()) {
            switchOff(core, now);
        } else if (policy.size(core.index) > 0) {
            dispatch(core, now);
        } else {
            idle.add(core.index);
        }
    }

    /** Writes down what was under way when the run ended. */
    void close(long end) {
        for (MeasuredCore core : cores) {
            core.close(end);
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

    /**
     * Wakes sleepers, has tasks arrive, lets the policy do what it does by itself, and asks tasks whose quantum is over
     * to give way; returns when to look again.
     */
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
        return Math.min(timers.earliest(), preemption.due(now));
    }
}
