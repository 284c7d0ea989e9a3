package org.coreograph.engine;

import java.util.Arrays;
import java.util.Objects;
import org.coreograph.model.EventSink;
import org.coreograph.model.MemoryKind;
import org.coreograph.model.SettingName;
import org.coreograph.model.Settings;
import org.coreograph.model.SliceEnd;
import org.coreograph.model.TieRule;
import org.coreograph.model.WaitKind;
import org.coreograph.program.Waitable;
import org.coreograph.scheduler.Policy;
import org.coreograph.scheduler.Ready;
import org.coreograph.scheduler.SeededDraws;
import org.jspecify.annotations.Nullable;

/**
 * The cores under the simulated clock: which task is on which, since when and until when. Data only, with no thread and
 * no lock; whoever has the kernel's token uses it.
 *
 * <p><b>Time</b> moves only in {@link #toNextEvent}, to the earliest event, and in {@link #goesOn}. Events are data, not
 * threads: the end of a task's declared computation and of its quantum are one time a core ({@link CoreEvents}), arrivals
 * and wake-ups are {@link Timers}. A preemption within a declared computation wakes no thread.
 *
 * <p><b>One instant</b> goes through the steps (a) to (d), again and again while code can run at it: (a) code runs,
 * main's first, then in core order; (b) arrivals and wake-ups are queued, in order of id; (c) if more tasks wait than
 * cores are idle, the tasks whose quantum ended give up their cores, otherwise they begin a new quantum; (d) idle cores,
 * lowest first, take from the queue.
 *
 * <p><b>Quanta are watched only while somebody waits.</b> Otherwise a quantum that ends changes nothing but the time at
 * which the next one ends, which is computed when it is asked for ({@link Quanta#catchUp}). So a task alone on its core costs no
 * events, however short the quantum.
 *
 * <p>What needs the trace throws {@link org.coreograph.model.TraceFullException} where that is full.
 */
final class SimulatedCores {
    /** How long a run can be, so that no sum of times overflows: some 73 years. */
    static final long MAX_NANOS = Long.MAX_VALUE / 4;

    private final EventSink.Writer offCore;
    private final Policy policy;
    private final long switchCostNanos;
    private final long migrationCostNanos;
    private final boolean preemptedFirst;

    /** Whether each core has tasks of its own, so that nobody waits for a core but those that are placed on it. */
    private final boolean placed;

    // What the policy asks for; read once, since it is on every task's way.
    private final boolean countsRunTime;
    private final boolean displaces;

    private final TaskTable<SimulatedTask> tasks;
    private long nowNanos;

    // What each core does. The task is null while it is idle.
    private final @Nullable SimulatedTask[] onCore;
    private final int[] lastTask;
    private final EventSink.Writer[] writers;
    private final long[] dispatched;
    private final long[] sliceStart;
    private final long[] workEnd;
    private final Quanta quanta;

    /** Up to when the policy knows of each core's task how long it ran. */
    private final long[] counted;

    private final CoreSet idle;

    /** Cores whose task has code to run at this instant. */
    private final CoreSet code;

    /** Cores whose task used up its quantum at this instant and wants more time. */
    private final CoreSet spent;

    private boolean mainHasCode;
    private final IdBatch arrivals = new IdBatch();
    private final CoreEvents coreEvents;
    private final Timers timers;

    /** Tasks that were taken for cores that aren't free yet, in the order in which they were taken. */
    private final IdBatch taken = new IdBatch();

    /** Whether the ends of quanta are among the cores' events, and whether they always are. */
    private boolean watchingQuanta;

    private final boolean alwaysWatching;

    /** The last instant at which step (c) was taken: a quantum that ended then has been dealt with. */
    private long settledNanos = -1;

    /** When the policy does something by itself. */
    private long nextTickNanos = Policy.NEVER;

    SimulatedCores(TaskTable<SimulatedTask> tasks, Settings settings, EventSink sink) {
        this.tasks = tasks;
        int cores = settings.cores();
        timers = new Timers(tasks);
        offCore = sink.offCore();
        policy = Policy.of(settings, new SeededDraws(settings.seed(), "policy"));
        switchCostNanos = settings.switchCostNanos();
        migrationCostNanos = settings.number(SettingName.COST_MIGRATION);
        preemptedFirst = settings.ties() == TieRule.PREEMPTED_FIRST;
        placed = settings.memory() == MemoryKind.DISTRIBUTED;
        countsRunTime = policy.countsRunTime();
        displaces = policy.displaces();
        quanta = new Quanta(policy, settings, cores);
        alwaysWatching = placed || !quanta.areEqual();
        watchingQuanta = alwaysWatching;
        onCore = new SimulatedTask[cores];
        lastTask = new int[cores];
        Arrays.fill(lastTask, EventSink.NONE);
        writers = new EventSink.Writer[cores];
        dispatched = new long[cores];
        sliceStart = new long[cores];
        workEnd = new long[cores];
        counted = new long[cores];
        idle = new CoreSet(cores);
        code = new CoreSet(cores);
        spent = new CoreSet(cores);
        coreEvents = new CoreEvents(cores);
        for (int core = 0; core < cores; core++) {
            writers[core] = sink.core(core);
            idle.add(core);
        }
    }

    long nowNanos() {
        return nowNanos;
    }

    // ---- Tasks ----

    /** Takes in a task that was created. */
    void declare(SimulatedTask task) {
        policy.declare(task.id, task.spec);
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
        int core = task.core;
        if (core == KernelTask.NO_CORE) {
            task.remainingNanos = nanos;
            arrivals.add(task.id);
            return;
        }
        workEnd[core] = nowNanos + nanos;
        if (!alwaysWatching) {
            // While nobody waited the task may have gone on past the ends of quanta.
            quanta.catchUp(core, nowNanos);
        }
        if (quanta.end(core) == nowNanos && settledNanos != nowNanos) {
            spent.add(core);
        } else {
            coreEvents.set(core, nextEvent(core));
        }
    }

    /**
     * Lets a task that is on a core compute for a time at once, if nothing else happens before it is over or together
     * with its end. While others wait no core may be idle, since they get it at this instant, and the task's quantum must
     * not be over before; ending together with it is no preemption.
     *
     * @return whether that was so; otherwise nothing happened
     */
    boolean goesOn(SimulatedTask task, long nanos) {
        int core = task.core;
        if (core == KernelTask.NO_CORE) {
            return false;
        }
        long end = nowNanos + nanos;
        boolean alone = end <= MAX_NANOS
                && end < coreEvents.earliest()
                && end < timers.earliest()
                && end < nextTickNanos
                && arrivals.isEmpty()
                && code.isEmpty()
                && !mainHasCode
                && spent.isEmpty()
                && (policy.size() == 0 ? !alwaysWatching || within(core, end) : idle.isEmpty() && within(core, end));
        if (alone) {
            nowNanos = end;
        }
        return alone;
    }

    /** Returns whether a time comes before a core's quantum is over, or together with its end. */
    private boolean within(int core, long end) {
        return nowNanos < quanta.end(core) && end <= quanta.end(core);
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

    /** Has a task give up its core at this instant if others wait for it, as at the end of its quantum. */
    void giveWay(SimulatedTask task) {
        int core = task.core;
        workEnd[core] = nowNanos;
        spent.add(core);
    }

    /** Returns how many tasks are ready that a core could take. */
    int ready(int core) {
        return policy.size(core);
    }

    /** Puts a task behind the others, and gives its core to the one at a place in the queue. */
    void letGoFirst(SimulatedTask task, int place) {
        int core = task.core;
        SimulatedTask first = tasks.get(policy.takeAny(core, place));
        task.remainingNanos = 0;
        free(task, SliceEnd.PREEMPTED);
        policy.add(task.id, Ready.YIELDED, core, nowNanos);
        idle.remove(core);
        dispatch(core, first);
    }

    /** Blocks a task: it leaves its core, if it has one. */
    void leave(SimulatedTask task, WaitKind kind, @Nullable Waitable on) {
        task.block(kind, on, nowNanos);
        task.remainingNanos = 0;
        if (task.core != KernelTask.NO_CORE) {
            free(task, SliceEnd.BLOCKED);
            policy.blocked(task.id);
        }
    }

    /** Makes a blocked task ready, or lets main go on. */
    void wake(SimulatedTask task, int waker, int core) {
        timers.cancel(task);
        task.whenTimeIsUp = null;
        task.readyFrom = core;
        task.unblock(writer(core), waker, nowNanos);
        if (task.isMain()) {
            mainHasCode = true;
        } else {
            arrivals.add(task.id);
        }
    }

    private EventSink.Writer writer(int core) {
        return core == KernelTask.NO_CORE ? offCore : writers[core];
    }

    /** Ends a task: it leaves its core, if it has one. */
    void end(SimulatedTask task, boolean failed) {
        task.ended = true;
        writer(task.core).ended(nowNanos, task.id, failed);
        free(task, SliceEnd.ENDED);
    }

    // ---- Instants ----

    /** Returns the next task with code to run at this instant, or null where none has any left. */
    @Nullable
    SimulatedTask nextCode() {
        SimulatedTask next = takeCode();
        if (next == null
                && (!arrivals.isEmpty()
                        || !spent.isEmpty()
                        || (policy.size() > 0 && !idle.isEmpty())
                        || nextTickNanos <= nowNanos)) {
            settle();
            next = takeCode();
        }
        return next;
    }

    /** Lets time pass until something happens; returns false where nothing ever will. */
    boolean toNextEvent() {
        long time = Math.min(coreEvents.earliest(), timers.earliest());
        if (time == CoreEvents.NEVER) {
            return false;
        }
        nowNanos = Math.min(time, nextTickNanos);
        collect(nowNanos);
        return true;
    }

    /** Step (a). */
    private @Nullable SimulatedTask takeCode() {
        SimulatedTask main = tasks.main();
        if (mainHasCode) {
            mainHasCode = false;
            return main;
        }
        if (code.isEmpty()) {
            return null;
        }
        int core = main.core;
        if (core != KernelTask.NO_CORE && code.contains(core)) {
            code.remove(core);
        } else {
            core = code.takeLowest();
        }
        coreEvents.set(core, CoreEvents.NEVER);
        return onCore[core];
    }

    /** Steps (b), (c) and (d). */
    private void settle() {
        if (nextTickNanos <= nowNanos) {
            tick();
        }
        arrivals.sort();
        boolean contended = policy.size() + arrivals.size() > idle.size();
        if (contended) {
            watchQuanta();
        }
        if (preemptedFirst) {
            endQuanta(contended);
            queueArrivals();
        } else {
            queueArrivals();
            endQuanta(contended);
        }
        settledNanos = nowNanos;
        if (placed) {
            dispatchPlaced();
        } else if (displaces) {
            dispatchByRank(KernelTask.NO_CORE);
        } else {
            while (policy.size() > 0 && !idle.isEmpty()) {
                int core = idle.takeLowest();
                dispatch(core, tasks.get(policy.take(core, nowNanos)));
            }
        }
        nextTickNanos = policy.nextTickNanos();
    }

    private void queueArrivals() {
        for (int i = 0; i < arrivals.size(); i++) {
            SimulatedTask task = tasks.get(arrivals.get(i));
            Ready why = task.arrived ? Ready.WOKEN : Ready.ARRIVED;
            if (!task.arrived) {
                task.arrived = true;
                offCore.arrived(nowNanos, task.id);
            }
            policy.add(task.id, why, task.readyFrom, nowNanos);
        }
        arrivals.clear();
    }

    /** Step (c): tasks whose quantum is over leave their cores for those that wait, or begin another where they are. */
    private void endQuanta(boolean contended) {
        if (!spent.isEmpty() && !contended && !alwaysWatching) {
            // Nobody waits for these cores: their quanta are watched again when somebody does.
            watchingQuanta = false;
        }
        while (!spent.isEmpty()) {
            int core = spent.takeLowest();
            SimulatedTask task = Objects.requireNonNull(onCore[core]);
            count(core);
            policy.quantumOver(task.id);
            if (placed ? waitsFor(core) : contended) {
                giveUp(core, task, Ready.QUANTUM_OVER);
            } else {
                beginQuantum(core, nowNanos);
                if (workEnd[core] == nowNanos) {
                    code.add(core);
                } else {
                    coreEvents.set(core, nextEvent(core));
                }
            }
        }
    }

    /** Returns whether tasks wait, or are about to, that are placed on a busy core. */
    private boolean waitsFor(int core) {
        if (policy.size(core) > 0) {
            return true;
        }
        for (int i = 0; i < arrivals.size(); i++) {
            if (policy.home(arrivals.get(i)) == core) {
                return true;
            }
        }
        return false;
    }

    /** Takes a task's core away. */
    private void giveUp(int core, SimulatedTask task, Ready why) {
        task.remainingNanos = workEnd[core] - Math.max(nowNanos, sliceStart[core]);
        free(task, SliceEnd.PREEMPTED);
        policy.add(task.id, why, core, nowNanos);
    }

    private void dispatchPlaced() {
        for (int core = 0; core < onCore.length; core++) {
            if (policy.size(core) == 0) {
                continue;
            }
            if (displaces) {
                dispatchByRank(core);
            } else if (idle.contains(core)) {
                idle.remove(core);
                dispatch(core, tasks.get(policy.take(core, nowNanos)));
            }
        }
    }

    /**
     * Gives the tasks of the best ranks the idle cores, and then the cores of running tasks of worse ranks: of the worst
     * rank first, of equal ones the highest core. Then they are dispatched in the order of their ranks.
     *
     * @param only the core that this is about, or {@link KernelTask#NO_CORE} for all
     */
    private void dispatchByRank(int only) {
        taken.clear();
        int free = only == KernelTask.NO_CORE ? idle.size() : idle.contains(only) ? 1 : 0;
        int any = Math.max(0, only);
        countAll();
        while (policy.size(any) > 0) {
            if (taken.size() < free) {
                taken.add(policy.take(any, nowNanos));
                continue;
            }
            int worst = worstCore(only);
            SimulatedTask task = worst == KernelTask.NO_CORE ? null : onCore[worst];
            if (task == null || policy.bestRank(any) >= policy.rank(task.id)) {
                break;
            }
            taken.add(policy.take(any, nowNanos));
            giveUp(worst, task, Ready.DISPLACED);
            free++;
        }
        for (int i = 0; i < taken.size(); i++) {
            int core = only == KernelTask.NO_CORE ? idle.takeLowest() : only;
            idle.remove(core);
            dispatch(core, tasks.get(taken.get(i)));
        }
    }

    /** Returns the core whose task has the worst rank, the highest of several; or none where none is busy. */
    private int worstCore(int only) {
        int worst = KernelTask.NO_CORE;
        long worstRank = Long.MIN_VALUE;
        for (int core = 0; core < onCore.length; core++) {
            SimulatedTask task = onCore[core];
            if (task == null || (only != KernelTask.NO_CORE && core != only)) {
                continue;
            }
            long rank = policy.rank(task.id);
            if (rank >= worstRank) {
                worst = core;
                worstRank = rank;
            }
        }
        return worst;
    }

    /** Does what the policy does in time; the running tasks begin a quantum where their quanta matter. */
    private void tick() {
        countAll();
        policy.tick(nowNanos);
        for (int core = 0; core < onCore.length && policy.watchesQuanta(); core++) {
            if (onCore[core] != null && !spent.contains(core)) {
                beginQuantum(core, Math.max(nowNanos, sliceStart[core]));
                coreEvents.set(core, nextEvent(core));
            }
        }
    }

    private void countAll() {
        for (int core = 0; core < onCore.length; core++) {
            if (onCore[core] != null) {
                count(core);
            }
        }
    }

    /** Tells the policy how long a core's task ran since it was told last. */
    private void count(int core) {
        SimulatedTask task = onCore[core];
        if (countsRunTime && task != null && nowNanos > counted[core]) {
            policy.ran(task.id, nowNanos - counted[core]);
            counted[core] = nowNanos;
        }
    }

    private void beginQuantum(int core, long start) {
        quanta.begin(core, Objects.requireNonNull(onCore[core]).id, start);
    }

    /** Begins to watch the quanta of all busy cores, and finds those that end now. */
    private void watchQuanta() {
        if (watchingQuanta) {
            return;
        }
        watchingQuanta = true;
        for (int core = 0; core < onCore.length; core++) {
            if (onCore[core] == null || spent.contains(core) || quanta.end(core) == Policy.UNLIMITED) {
                continue;
            }
            quanta.catchUp(core, nowNanos);
            if (quanta.end(core) == nowNanos) {
                if (settledNanos != nowNanos) {
                    spent.add(core);
                } else {
                    quanta.follow(core);
                }
            }
            coreEvents.set(core, nextEvent(core));
        }
    }

    private long nextEvent(int core) {
        return watchingQuanta && quanta.end(core) > nowNanos
                ? Math.min(workEnd[core], quanta.end(core))
                : workEnd[core];
    }

    private void dispatch(int core, SimulatedTask task) {
        onCore[core] = task;
        task.board(core, lastTask[core]);
        lastTask[core] = task.id;
        long start = nowNanos;
        if (task.switched()) {
            start += switchCostNanos;
        }
        if (task.migrated()) {
            start += migrationCostNanos;
        }
        dispatched[core] = nowNanos;
        sliceStart[core] = start;
        counted[core] = start;
        workEnd[core] = start + task.remainingNanos;
        beginQuantum(core, start);
        if (workEnd[core] == nowNanos) {
            code.add(core);
        } else {
            coreEvents.set(core, nextEvent(core));
        }
    }

    /** Takes what happens at a time out of the events. */
    private void collect(long time) {
        if (coreEvents.earliest() == time) {
            for (int core = coreEvents.earliestFrom(0); core >= 0; core = coreEvents.earliestFrom(core + 1)) {
                if (workEnd[core] == time) {
                    code.add(core);
                } else {
                    spent.add(core);
                }
            }
        }
        while (timers.earliest() == time) {
            SimulatedTask task = tasks.get(timers.take());
            if (task.arrived) {
                if (task.whenTimeIsUp != null) {
                    task.timedOut = true;
                    task.whenTimeIsUp.run();
                }
                wake(task, EventSink.NONE, KernelTask.NO_CORE);
            } else {
                arrivals.add(task.id);
            }
        }
    }

    /** Ends the slice of a task and makes its core idle; does nothing for a main that has none. */
    private void free(SimulatedTask task, SliceEnd why) {
        int core = task.core;
        if (core == KernelTask.NO_CORE) {
            return;
        }
        count(core);
        cut(task, core, why);
        task.core = KernelTask.NO_CORE;
        onCore[core] = null;
        code.remove(core);
        idle.add(core);
    }

    private void cut(SimulatedTask task, int core, SliceEnd why) {
        long start = sliceStart[core];
        if (start > nowNanos) {
            // The run ends, or another takes the core, while that still switches: there is no slice.
            task.switchCut(writers[core], dispatched[core], nowNanos);
            return;
        }
        task.ran(writers[core], dispatched[core], start, nowNanos, why);
    }

    /** Writes down what was under way when the run ended. */
    void close() {
        for (int core = 0; core < onCore.length; core++) {
            SimulatedTask task = onCore[core];
            if (task != null) {
                cut(task, core, SliceEnd.CUT);
            }
        }
        for (int id = 0; id < tasks.size(); id++) {
            tasks.get(id).stuck(offCore, nowNanos);
        }
    }
}
