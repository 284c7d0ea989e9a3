package org.coreograph.engine;

import java.util.Arrays;
import java.util.Objects;
import org.coreograph.model.EventSink;
import org.coreograph.model.Settings;
import org.coreograph.model.SliceEnd;
import org.coreograph.model.TieRule;
import org.coreograph.model.WaitKind;
import org.coreograph.program.Waitable;
import org.coreograph.scheduler.Policy;
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
 * which the next one ends, which is computed when it is asked for ({@link #roll}). So a task alone on its core costs no
 * events, however short the quantum.
 *
 * <p>What needs the trace throws {@link org.coreograph.model.TraceFullException} where that is full.
 */
final class SimulatedCores {
    /** How long a run can be, so that no sum of times overflows: some 73 years. */
    static final long MAX_NANOS = Long.MAX_VALUE / 4;

    private final EventSink.Writer offCore;
    private final Policy policy;
    private final long quantumNanos;
    private final long switchCostNanos;
    private final boolean preemptedFirst;

    private final TaskTable<SimulatedTask> tasks;
    private long nowNanos;

    // What each core does. The task is null while it is idle.
    private final @Nullable SimulatedTask[] onCore;
    private final int[] lastTask;
    private final EventSink.Writer[] writers;
    private final long[] dispatched;
    private final long[] sliceStart;
    private final long[] workEnd;
    private final long[] quantumEnd;
    private final CoreSet idle;

    /** Cores whose task has code to run at this instant. */
    private final CoreSet code;

    /** Cores whose task used up its quantum at this instant and wants more time. */
    private final CoreSet spent;

    private boolean mainHasCode;
    private final IdBatch arrivals = new IdBatch();
    private final CoreEvents coreEvents;
    private final Timers timers = new Timers();

    /** Whether the ends of quanta are among the cores' events. */
    private boolean watchingQuanta;

    /** The last instant at which step (c) was taken: a quantum that ended then has been dealt with. */
    private long settledNanos = -1;

    SimulatedCores(TaskTable<SimulatedTask> tasks, Settings settings, EventSink sink) {
        this.tasks = tasks;
        int cores = settings.cores();
        offCore = sink.offCore();
        policy = Policy.of(settings);
        quantumNanos = policy.quantumNanos();
        switchCostNanos = settings.switchCostNanos();
        preemptedFirst = settings.ties() == TieRule.PREEMPTED_FIRST;
        onCore = new SimulatedTask[cores];
        lastTask = new int[cores];
        Arrays.fill(lastTask, EventSink.NONE);
        writers = new EventSink.Writer[cores];
        dispatched = new long[cores];
        sliceStart = new long[cores];
        workEnd = new long[cores];
        quantumEnd = new long[cores];
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

    /** Has a task arrive at a time, or at this instant if that has passed. */
    void arriveAt(long nanos, SimulatedTask task) {
        if (nanos <= nowNanos) {
            arrivals.add(task.id);
        } else {
            timers.add(nanos, task.id);
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
        // While nobody waited the task may have gone on past the ends of quanta.
        roll(core);
        if (quantumEnd[core] == nowNanos && settledNanos != nowNanos) {
            spent.add(core);
            coreEvents.set(core, workEnd[core]);
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
                && arrivals.isEmpty()
                && code.isEmpty()
                && !mainHasCode
                && spent.isEmpty()
                && (policy.size() == 0 || (idle.isEmpty() && nowNanos < quantumEnd[core] && end <= quantumEnd[core]));
        if (alone) {
            nowNanos = end;
        }
        return alone;
    }

    /** Blocks a task until a time has passed. */
    void sleep(SimulatedTask task, long nanos) {
        timers.add(nowNanos + nanos, task.id);
        leave(task, WaitKind.SLEEP, null);
    }

    /** Blocks a task: it leaves its core, if it has one. */
    void leave(SimulatedTask task, WaitKind kind, @Nullable Waitable on) {
        task.block(kind, on, nowNanos);
        task.remainingNanos = 0;
        free(task, SliceEnd.BLOCKED);
    }

    /** Makes a blocked task ready, or lets main go on. */
    void wake(SimulatedTask task, int waker, int core) {
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
        if (next == null && (!arrivals.isEmpty() || !spent.isEmpty() || (policy.size() > 0 && !idle.isEmpty()))) {
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
        nowNanos = time;
        collect(time);
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
        if (main.core != KernelTask.NO_CORE && code.contains(main.core)) {
            code.remove(main.core);
            return main;
        }
        return onCore[code.takeLowest()];
    }

    /** Steps (b), (c) and (d). */
    private void settle() {
        arrivals.sort();
        boolean contended = policy.size() + arrivals.size() > idle.size();
        if (contended) {
            watchQuanta();
        }
        if (contended && preemptedFirst) {
            preemptSpent();
            queueArrivals();
        } else {
            queueArrivals();
            if (contended) {
                preemptSpent();
            } else {
                renewSpent();
            }
        }
        settledNanos = nowNanos;
        while (policy.size() > 0 && !idle.isEmpty()) {
            dispatch(idle.takeLowest(), tasks.get(policy.take()));
        }
    }

    private void queueArrivals() {
        for (int i = 0; i < arrivals.size(); i++) {
            SimulatedTask task = tasks.get(arrivals.get(i));
            if (!task.arrived) {
                task.arrived = true;
                offCore.arrived(nowNanos, task.id);
            }
            policy.add(task.id);
        }
        arrivals.clear();
    }

    private void preemptSpent() {
        while (!spent.isEmpty()) {
            int core = spent.takeLowest();
            SimulatedTask task = Objects.requireNonNull(onCore[core]);
            task.remainingNanos = workEnd[core] - nowNanos;
            free(task, SliceEnd.PREEMPTED);
            policy.add(task.id);
        }
    }

    private void renewSpent() {
        if (!spent.isEmpty()) {
            // Nobody waits for these cores: their quanta are watched again when somebody does.
            watchingQuanta = false;
        }
        while (!spent.isEmpty()) {
            int core = spent.takeLowest();
            quantumEnd[core] = nowNanos + quantumNanos;
            coreEvents.set(core, workEnd[core]);
        }
    }

    /** Begins to watch the quanta of all busy cores, and finds those that end now. */
    private void watchQuanta() {
        if (watchingQuanta || quantumNanos == Policy.UNLIMITED) {
            return;
        }
        watchingQuanta = true;
        for (int core = 0; core < onCore.length; core++) {
            if (onCore[core] == null || spent.contains(core)) {
                continue;
            }
            roll(core);
            if (quantumEnd[core] == nowNanos) {
                if (settledNanos != nowNanos) {
                    spent.add(core);
                } else {
                    quantumEnd[core] += quantumNanos;
                }
            }
            coreEvents.set(core, nextEvent(core));
        }
    }

    /** Brings the end of a quantum that nobody watched up to date: each began when the one before ended. */
    private void roll(int core) {
        long late = nowNanos - quantumEnd[core];
        if (late > 0) {
            quantumEnd[core] += (late + quantumNanos - 1) / quantumNanos * quantumNanos;
        }
    }

    private long nextEvent(int core) {
        return watchingQuanta && quantumEnd[core] > nowNanos
                ? Math.min(workEnd[core], quantumEnd[core])
                : workEnd[core];
    }

    private void dispatch(int core, SimulatedTask task) {
        onCore[core] = task;
        task.board(core, lastTask[core]);
        lastTask[core] = task.id;
        long start = task.switched() ? nowNanos + switchCostNanos : nowNanos;
        dispatched[core] = nowNanos;
        sliceStart[core] = start;
        workEnd[core] = start + task.remainingNanos;
        quantumEnd[core] = quantumNanos == Policy.UNLIMITED ? Policy.UNLIMITED : start + quantumNanos;
        if (workEnd[core] == nowNanos) {
            code.add(core);
        } else {
            coreEvents.set(core, nextEvent(core));
        }
    }

    /** Takes what happens at a time out of the events. */
    private void collect(long time) {
        while (coreEvents.earliest() == time) {
            int core = coreEvents.earliestCore();
            if (workEnd[core] == time) {
                code.add(core);
                coreEvents.set(core, CoreEvents.NEVER);
            } else {
                spent.add(core);
                coreEvents.set(core, workEnd[core]);
            }
        }
        while (timers.earliest() == time) {
            SimulatedTask task = tasks.get(timers.take());
            if (task.arrived) {
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
        cut(task, core, why);
        task.core = KernelTask.NO_CORE;
        onCore[core] = null;
        coreEvents.set(core, CoreEvents.NEVER);
        idle.add(core);
    }

    private void cut(SimulatedTask task, int core, SliceEnd why) {
        long start = sliceStart[core];
        if (start > nowNanos) {
            // The run ends while the core still switches: there is no slice.
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
