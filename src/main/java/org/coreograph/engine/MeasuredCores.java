package org.coreograph.engine;

import java.util.function.LongConsumer;
import org.coreograph.model.EventSink;
import org.coreograph.model.MemoryKind;
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
 * <p><b>Who gives way.</b> Nobody can take a core away from a thread. A task is asked, and gives way by itself at its
 * next look: because its quantum is over while others wait, or because one of a better rank waits. Whether that still
 * holds is asked again then.
 *
 * <p><b>Ends of quanta</b> are looked after only while somebody waits, or where the policy wants it. Otherwise they count
 * as having followed one another, and are brought up to date when somebody waits ({@link #watchQuanta}).
 *
 * <p>What needs the trace throws {@link org.coreograph.model.TraceFullException} where that is full.
 */
final class MeasuredCores {
    /** The time of what doesn't come. */
    static final long NEVER = MeasuredCore.NEVER;

    /** What is due within this, and this part of a quantum, is done at once rather than after a moment's sleep. */
    private static final long MAX_SLACK_NANOS = 20_000;

    private static final int SHARE_OF_SLACK = 64;

    private final EventSink.Writer offCore;
    private final LongConsumer alarm;
    private final Policy policy;
    private final Quanta quanta;

    /** Whether each core has tasks of its own, so that nobody waits for a core but those that are placed on it. */
    private final boolean placed;

    // What the policy asks for; read once, since it is on every task's way.
    private final boolean countsRunTime;
    private final boolean displaces;
    private final boolean watchesQuanta;

    private final TaskTable<MeasuredTask> tasks;
    private final MeasuredCore[] cores;
    private final CoreSet idle;
    private final Timers timers;

    /** @param alarm is told when {@link #due} must be called at the latest */
    MeasuredCores(TaskTable<MeasuredTask> tasks, Settings settings, EventSink sink, LongConsumer alarm) {
        this.tasks = tasks;
        this.alarm = alarm;
        offCore = sink.offCore();
        timers = new Timers(tasks);
        policy = Policy.of(settings, new SeededDraws(settings.seed(), "policy"));
        quanta = new Quanta(policy, settings, settings.cores());
        placed = settings.memory() == MemoryKind.DISTRIBUTED;
        countsRunTime = policy.countsRunTime();
        displaces = policy.displaces();
        watchesQuanta = policy.watchesQuanta();
        cores = new MeasuredCore[settings.cores()];
        idle = new CoreSet(cores.length);
        for (int core = 0; core < cores.length; core++) {
            cores[core] = new MeasuredCore(core, sink.core(core));
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
        ready(task, Ready.ARRIVED, now);
    }

    /** Queues a task that arrived or woke, or gives it a core. */
    void ready(MeasuredTask task, Ready why, long now) {
        // Where it starts may depend on how far those that run have come.
        countAll(now);
        policy.add(task.id, why, task.readyFrom, now);
        int home = policy.home(task.id);
        if (home == Policy.NO_CORE ? !idle.isEmpty() : idle.contains(home)) {
            MeasuredCore core = cores[home == Policy.NO_CORE ? idle.takeLowest() : home];
            idle.remove(core.index);
            core.freed(now);
            dispatch(core, now);
        } else {
            if (displaces) {
                displace(home, now);
            }
            watchQuanta(home, now);
        }
        if (policy.nextTickNanos() != Policy.NEVER) {
            alarm.accept(policy.nextTickNanos());
        }
    }

    /** Notes that a task that was dispatched really runs now; does nothing for a main without a core. */
    void begin(MeasuredTask task, long now) {
        if (task.core == KernelTask.NO_CORE) {
            return;
        }
        MeasuredCore core = cores[task.core];
        core.begin(task, now);
        beginQuantum(core, task, now);
    }

    /**
     * Has a task that was asked to, or wants to, give way, if there is still anybody for whom.
     *
     * @param yields whether it wants to
     * @return whether it left its core
     */
    boolean giveWay(MeasuredTask task, boolean yields, long now) {
        MeasuredCore core = cores[task.core];
        boolean over = yields || core.isSpent();
        task.want(false);
        core.keep();
        if (over) {
            quantumOver(core, task, now);
        }
        boolean waited = policy.size(core.index) > 0;
        if (waited && over) {
            preempt(core, task, Ready.QUANTUM_OVER, now);
        } else if (waited && displaces && outranks(core, task, now)) {
            preempt(core, task, Ready.DISPLACED, now);
        } else {
            if (over) {
                beginQuantum(core, task, now);
            }
            if (waited && displaces) {
                // The one that waits may go before another task, if not before this one.
                displace(policy.home(task.id), now);
            }
            return false;
        }
        return true;
    }

    /** Returns how many tasks are ready that a task's core could take. */
    int ready(MeasuredTask task) {
        return policy.size(task.core);
    }

    /** Puts a task behind the others, and gives its core to the one at a place in the queue. */
    void letGoFirst(MeasuredTask task, int place, long now) {
        MeasuredCore core = cores[task.core];
        int first = policy.takeAny(core.index, place);
        leaveCore(core, task, SliceEnd.PREEMPTED, now);
        policy.add(task.id, Ready.YIELDED, core.index, now);
        dispatch(core, tasks.get(first));
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
            MeasuredCore core = cores[task.core];
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
            task.turn.give();
        } else {
            ready(task, Ready.WOKEN, now);
        }
    }

    /** Ends a task: it leaves its core, if it has one. */
    void end(MeasuredTask task, boolean failed, long now) {
        task.ended = true;
        writer(task.core).ended(now, task.id, failed);
        if (task.core != KernelTask.NO_CORE) {
            MeasuredCore core = cores[task.core];
            leaveCore(core, task, SliceEnd.ENDED, now);
            policy.ended(task.id);
            handOn(core, now);
        }
    }

    /** Returns whether no task runs or is ready, and none will by itself; main without a core aside. */
    boolean atRest() {
        return idle.size() == cores.length && timers.earliest() == Timers.NEVER;
    }

    // ---- Cores ----

    private EventSink.Writer writer(int core) {
        return core == KernelTask.NO_CORE ? offCore : cores[core].writer();
    }

    private void dispatch(MeasuredCore core, long now) {
        dispatch(core, tasks.get(policy.take(core.index, now)));
    }

    private static void dispatch(MeasuredCore core, MeasuredTask task) {
        core.board(task);
        task.turn.give();
    }

    private void preempt(MeasuredCore core, MeasuredTask task, Ready why, long now) {
        leaveCore(core, task, SliceEnd.PREEMPTED, now);
        policy.add(task.id, why, core.index, now);
        dispatch(core, now);
    }

    /** Ends the slice of a task, which leaves its core. */
    private void leaveCore(MeasuredCore core, MeasuredTask task, SliceEnd why, long now) {
        count(core, now);
        core.cut(task, why, now);
    }

    /** Gives a core that a task left to the next. */
    private void handOn(MeasuredCore core, long now) {
        if (policy.size(core.index) > 0) {
            dispatch(core, now);
        } else {
            idle.add(core.index);
        }
    }

    /** Writes down what was under way when the run ended. */
    void close(long end) {
        for (MeasuredCore core : cores) {
            MeasuredTask task = core.task();
            if (task != null) {
                core.close(task, end);
            }
        }
        for (int id = 0; id < tasks.size(); id++) {
            tasks.get(id).stuck(offCore, end);
        }
    }

    // ---- Ranks ----

    /**
     * Asks tasks to give way, one for each that is ready, while one of a better rank waits: of the worst rank first, of
     * equal ones the highest core.
     *
     * @param home the core that this is about, or {@link Policy#NO_CORE} for all
     */
    private void displace(int home, long now) {
        int asked = 0;
        for (MeasuredCore core : cores) {
            if (concerns(home, core) && core.isOutranked()) {
                asked++;
            }
        }
        int any = Math.max(0, home);
        while (asked < policy.size(any)) {
            MeasuredCore worst = worst(home, now);
            MeasuredTask task = worst == null ? null : worst.task();
            if (worst == null || task == null || policy.bestRank(any) >= policy.rank(task.id)) {
                return;
            }
            worst.askOutranked(task);
            asked++;
        }
    }

    private static boolean concerns(int home, MeasuredCore core) {
        return home == Policy.NO_CORE || home == core.index;
    }

    /** Returns the core whose task has the worst rank of those not asked yet, the highest of several; null for none. */
    private @Nullable MeasuredCore worst(int home, long now) {
        MeasuredCore worst = null;
        long worstRank = Long.MIN_VALUE;
        for (MeasuredCore core : cores) {
            MeasuredTask task = core.task();
            if (task == null || core.isOutranked() || !concerns(home, core)) {
                continue;
            }
            count(core, now);
            long rank = policy.rank(task.id);
            if (rank >= worstRank) {
                worst = core;
                worstRank = rank;
            }
        }
        return worst;
    }

    /** Returns whether the best task that waits for a core goes before the one that is on it. */
    private boolean outranks(MeasuredCore core, MeasuredTask task, long now) {
        count(core, now);
        return policy.bestRank(core.index) < policy.rank(task.id);
    }

    private void countAll(long now) {
        if (countsRunTime) {
            for (MeasuredCore core : cores) {
                count(core, now);
            }
        }
    }

    /** Tells the policy how long a core's task ran since it was told last. */
    private void count(MeasuredCore core, long now) {
        MeasuredTask task = core.task();
        if (countsRunTime && task != null) {
            long nanos = core.takeRunNanos(now);
            if (nanos > 0) {
                policy.ran(task.id, nanos);
            }
        }
    }

    // ---- What comes with time ----

    private void setTimer(long nanos, MeasuredTask task) {
        timers.set(task, nanos);
        alarm.accept(nanos);
    }

    /** Returns whether a core's task runs within a quantum that ends, and hasn't been asked to give way for that. */
    private boolean hasQuantum(MeasuredCore core) {
        return core.isRunning() && !core.isSpent() && quanta.end(core.index) != Policy.UNLIMITED;
    }

    /** Returns whether the end of a core's quantum matters. */
    private boolean isWatched(MeasuredCore core) {
        return watchesQuanta || policy.size(core.index) > 0;
    }

    private void beginQuantum(MeasuredCore core, MeasuredTask task, long now) {
        long end = quanta.begin(core.index, task.id, now);
        if (end != Policy.UNLIMITED && isWatched(core)) {
            alarm.accept(end);
        }
    }

    /** Begins to watch the quanta of the cores that a task waits for, if it is the first that does. */
    private void watchQuanta(int home, long now) {
        if (watchesQuanta || policy.size(Math.max(0, home)) > 1) {
            return;
        }
        for (MeasuredCore core : cores) {
            if (concerns(home, core) && hasQuantum(core)) {
                quanta.catchUp(core.index, now);
                alarm.accept(quanta.end(core.index));
            }
        }
    }

    private void quantumOver(MeasuredCore core, MeasuredTask task, long now) {
        count(core, now);
        policy.quantumOver(task.id);
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
        if (policy.nextTickNanos() <= now) {
            tick(now);
        }
        return Math.min(Math.min(timers.earliest(), policy.nextTickNanos()), dueQuanta(now));
    }

    /** Lets the policy do what it does in time; running tasks begin a quantum where their quanta matter. */
    private void tick(long now) {
        countAll(now);
        policy.tick(now);
        for (MeasuredCore core : cores) {
            MeasuredTask task = core.task();
            if (watchesQuanta && task != null && hasQuantum(core)) {
                beginQuantum(core, task, now);
            }
            if (displaces && placed) {
                displace(core.index, now);
            }
        }
        if (displaces && !placed) {
            displace(Policy.NO_CORE, now);
        }
    }

    /** Asks tasks whose quantum is over to give way, or begins another where nobody waits; returns when to look again. */
    private long dueQuanta(long now) {
        long next = NEVER;
        for (MeasuredCore core : cores) {
            MeasuredTask task = core.task();
            if (task == null || !hasQuantum(core) || !isWatched(core)) {
                continue;
            }
            long length = quanta.length(core.index);
            if (quanta.end(core.index) > now + Math.min(MAX_SLACK_NANOS, length / SHARE_OF_SLACK)) {
                next = Math.min(next, quanta.end(core.index));
            } else if (policy.size(core.index) > 0) {
                core.askSpent(task);
                // Another slice begins in a moment, and its quantum ends hardly earlier than this.
                next = Math.min(next, now + length);
            } else {
                quantumOver(core, task, now);
                next = Math.min(next, quanta.begin(core.index, task.id, now));
            }
        }
        return next;
    }
}
