package org.coreograph.engine;

import java.util.Objects;
import org.coreograph.model.EventSink;
import org.coreograph.model.MemoryKind;
import org.coreograph.model.SettingName;
import org.coreograph.model.Settings;
import org.coreograph.model.SliceEnd;
import org.coreograph.model.TieRule;
import org.coreograph.scheduler.Policy;
import org.coreograph.scheduler.Ready;
import org.coreograph.scheduler.SeededDraws;
import org.jspecify.annotations.Nullable;

/**
 * Gives the simulated cores to ready tasks and takes them away: steps (b), (c) and (d) of an instant, as
 * {@link SimulatedCores} has them. Data only; whoever has the kernel's token uses it, and tells it the time.
 *
 * <p><b>Quanta are watched only while somebody waits.</b> Otherwise a quantum that ends changes nothing but the time at
 * which the next one ends, which is computed when it is asked for ({@link Quanta#catchUp}). So a task alone on its core
 * costs no events, however short the quantum. Where quanta differ from one another, or the policy goes by their ends,
 * they are watched always.
 *
 * <p><b>A core's next event</b> is changed once for a preemption: from when its event comes until the core is dispatched
 * again, or its task begins another quantum, the event stays where it was. No time passes in between.
 */
final class Dispatcher {
    private final EventSink.Writer offCore;
    private final Policy policy;
    private final Quanta quanta;
    private final long switchCostNanos;
    private final long migrationCostNanos;
    private final boolean preemptedFirst;

    /** Whether each core has tasks of its own, so that nobody waits for a core but those that are placed on it. */
    private final boolean placed;

    // What the policy asks for; read once, since it is on every task's way.
    private final boolean countsRunTime;
    private final boolean displaces;

    private final TaskTable<SimulatedTask> tasks;
    private final SimulatedCore[] cores;
    private final CoreSet idle;

    /** Cores whose task has code to run at this instant. */
    private final CoreSet code;

    /** Cores whose task used up its quantum at this instant and wants more time. */
    private final CoreSet spent;

    private final CoreEvents events;

    /** Tasks taken for cores that aren't free yet, in the order in which they were taken. */
    private final IdBatch taken = new IdBatch();

    /** Whether the ends of quanta are among the cores' events, and whether they always are. */
    private boolean watching;

    private final boolean alwaysWatching;

    /** The last instant that was settled: a quantum that ended then has been dealt with. */
    private long settledNanos = -1;

    /** When the policy does something by itself. */
    private long nextTickNanos = Policy.NEVER;

    Dispatcher(TaskTable<SimulatedTask> tasks, Settings settings, EventSink sink) {
        this.tasks = tasks;
        offCore = sink.offCore();
        policy = Policy.of(settings, new SeededDraws(settings.seed(), "policy"));
        switchCostNanos = settings.switchCostNanos();
        migrationCostNanos = settings.number(SettingName.COST_MIGRATION);
        preemptedFirst = settings.ties() == TieRule.PREEMPTED_FIRST;
        placed = settings.memory() == MemoryKind.DISTRIBUTED;
        countsRunTime = policy.countsRunTime();
        displaces = policy.displaces();
        int count = settings.cores();
        quanta = new Quanta(policy, settings, count);
        alwaysWatching = placed || !quanta.areEqual();
        watching = alwaysWatching;
        idle = new CoreSet(count);
        code = new CoreSet(count);
        spent = new CoreSet(count);
        events = new CoreEvents(count);
        cores = new SimulatedCore[count];
        for (int core = 0; core < count; core++) {
            cores[core] = new SimulatedCore(core, sink.core(core));
            idle.add(core);
        }
    }

    /** Takes in a task that was created. */
    void declare(SimulatedTask task) {
        policy.declare(task.id, task.spec);
    }

    EventSink.Writer writer(int core) {
        return core == KernelTask.NO_CORE ? offCore : cores[core].writer;
    }

    // ---- Time ----

    /** Returns when something happens on a core, or {@link CoreEvents#NEVER}. */
    long nextEventNanos() {
        return events.earliest();
    }

    /** Returns when the policy does something by itself, if anything else ever happens. */
    long nextTickNanos() {
        return nextTickNanos;
    }

    /** Finds the cores on which something happens at a time. */
    void collect(long now) {
        if (events.earliest() != now) {
            return;
        }
        for (int core = events.earliestFrom(0); core >= 0; core = events.earliestFrom(core + 1)) {
            if (cores[core].workEndNanos == now) {
                code.add(core);
            } else {
                spent.add(core);
            }
        }
    }

    /** Returns whether there is anything to {@link #settle} even if nobody arrives. */
    boolean isUnsettled(long now) {
        return !spent.isEmpty() || (policy.size() > 0 && !idle.isEmpty()) || nextTickNanos <= now;
    }

    // ---- Code ----

    boolean hasCode() {
        return !code.isEmpty();
    }

    /** Takes the task whose code runs next: main if it has any, else that of the lowest core; there must be one. */
    @Nullable
    SimulatedTask takeCode(SimulatedTask main) {
        int core = main.core;
        if (core != KernelTask.NO_CORE && code.contains(core)) {
            code.remove(core);
        } else {
            core = code.takeLowest();
        }
        events.set(core, CoreEvents.NEVER);
        return cores[core].task;
    }

    /** Notes that a core's task, whose code runs, computes for a time from now on. */
    void compute(int index, long nanos, long now) {
        SimulatedCore core = cores[index];
        core.workEndNanos = now + nanos;
        if (!alwaysWatching) {
            // While nobody waited the task may have gone on past the ends of quanta.
            quanta.catchUp(index, now);
        }
        if (quanta.end(index) == now && settledNanos != now) {
            spent.add(index);
        } else {
            events.set(index, nextEvent(core, now));
        }
    }

    /**
     * Returns whether a core's task, whose code runs, can compute until a time with nothing else happening on any core
     * before. While others wait no core may be idle, since they get it at this instant, and the task's quantum must not
     * be over before; ending together with it is no preemption.
     */
    boolean goesOn(int core, long now, long end) {
        if (end >= events.earliest() || end >= nextTickNanos || !code.isEmpty() || !spent.isEmpty()) {
            return false;
        }
        boolean alone = policy.size() == 0;
        boolean within = now < quanta.end(core) && end <= quanta.end(core);
        return alone ? within || !alwaysWatching : within && idle.isEmpty();
    }

    /** Has a core's task, whose code runs, leave it at this instant if others wait, as at the end of its quantum. */
    void giveWay(int core, long now) {
        cores[core].workEndNanos = now;
        spent.add(core);
    }

    /** Returns how many tasks are ready that a core could take. */
    int ready(int core) {
        return policy.size(core);
    }

    /** Puts a core's task, whose code runs, behind the others, and gives the core to the one at a place in the queue. */
    void letGoFirst(int index, int place, long now) {
        SimulatedCore core = cores[index];
        SimulatedTask task = Objects.requireNonNull(core.task);
        SimulatedTask first = tasks.get(policy.takeAny(index, place));
        core.workEndNanos = now;
        giveUp(core, task, Ready.YIELDED, now);
        dispatch(index, first, now);
        nextTickNanos = policy.nextTickNanos();
    }

    /** Takes a task that blocked or ended off its core. */
    void leave(SimulatedTask task, SliceEnd why, long now) {
        free(cores[task.core], task, why, now);
        if (why == SliceEnd.BLOCKED) {
            policy.blocked(task.id);
        } else {
            policy.ended(task.id);
        }
    }

    /** Writes down what was under way when the run ended. */
    void close(long now) {
        for (SimulatedCore core : cores) {
            if (core.task != null) {
                core.write(core.task, SliceEnd.CUT, now);
            }
        }
    }

    // ---- Settling an instant ----

    /** Steps (b), (c) and (d), with those that arrive or wake now. */
    void settle(IdBatch arrivals, long now) {
        if (nextTickNanos <= now) {
            tick(now);
        }
        if (!arrivals.isEmpty()) {
            // Where a task that arrives begins may depend on how long the others ran.
            countAll(now);
        }
        arrivals.sort();
        boolean contended = policy.size() + arrivals.size() > idle.size();
        if (contended) {
            watchQuanta(now);
        }
        if (preemptedFirst) {
            endQuanta(contended, arrivals, now);
            queue(arrivals, now);
        } else {
            queue(arrivals, now);
            endQuanta(contended, arrivals, now);
        }
        settledNanos = now;
        if (placed) {
            dispatchPlaced(now);
        } else if (displaces) {
            dispatchByRank(KernelTask.NO_CORE, now);
        } else {
            while (policy.size() > 0 && !idle.isEmpty()) {
                int core = idle.lowest();
                dispatch(core, tasks.get(policy.take(core, now)), now);
            }
        }
        nextTickNanos = policy.nextTickNanos();
    }

    /** Step (b). */
    private void queue(IdBatch arrivals, long now) {
        if (!arrivals.isEmpty()) {
            // Where one starts may depend on how far those that run have come.
            countAll(now);
        }
        for (int i = 0; i < arrivals.size(); i++) {
            SimulatedTask task = tasks.get(arrivals.get(i));
            Ready why = task.arrived ? Ready.WOKEN : Ready.ARRIVED;
            if (!task.arrived) {
                task.arrived = true;
                offCore.arrived(now, task.id);
            }
            policy.add(task.id, why, task.readyFrom, now);
        }
        arrivals.clear();
    }

    /** Step (c): tasks whose quantum is over leave their cores for those that wait, or begin another where they are. */
    private void endQuanta(boolean contended, IdBatch arrivals, long now) {
        if (!spent.isEmpty() && !contended && !alwaysWatching) {
            // Nobody waits for these cores: their quanta are watched again when somebody does.
            watching = false;
        }
        while (!spent.isEmpty()) {
            SimulatedCore core = cores[spent.takeLowest()];
            SimulatedTask task = Objects.requireNonNull(core.task);
            count(core, now);
            policy.quantumOver(task.id);
            if (placed ? waitsFor(core.index, arrivals) : contended) {
                giveUp(core, task, Ready.QUANTUM_OVER, now);
            } else {
                quanta.begin(core.index, task.id, now);
                awaitEvent(core, now);
            }
        }
    }

    /** Returns whether tasks wait, or are about to, that are placed on a busy core. */
    private boolean waitsFor(int core, IdBatch arrivals) {
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

    /** Step (d) where tasks are placed. */
    private void dispatchPlaced(long now) {
        for (int core = 0; core < cores.length; core++) {
            if (policy.size(core) == 0) {
                continue;
            }
            if (displaces) {
                dispatchByRank(core, now);
            } else if (idle.contains(core)) {
                dispatch(core, tasks.get(policy.take(core, now)), now);
            }
        }
    }

    /**
     * Step (d) where a better rank takes a core at once. The tasks of the best ranks get the idle cores, and then the
     * cores of running tasks of worse ranks: of the worst rank first, of equal ones the highest core. They are dispatched
     * in the order of their ranks.
     *
     * @param only the core that this is about, or {@link KernelTask#NO_CORE} for all
     */
    private void dispatchByRank(int only, long now) {
        boolean all = only == KernelTask.NO_CORE;
        int any = all ? 0 : only;
        int free = all ? idle.size() : idle.contains(only) ? 1 : 0;
        countAll(now);
        taken.clear();
        while (policy.size(any) > 0) {
            if (taken.size() < free) {
                taken.add(policy.take(any, now));
                continue;
            }
            SimulatedCore worst = all ? worst() : cores[only];
            SimulatedTask task = worst == null ? null : worst.task;
            if (worst == null || task == null || policy.bestRank(any) >= policy.rank(task.id)) {
                break;
            }
            taken.add(policy.take(any, now));
            giveUp(worst, task, Ready.DISPLACED, now);
            free++;
        }
        for (int i = 0; i < taken.size(); i++) {
            dispatch(all ? idle.lowest() : only, tasks.get(taken.get(i)), now);
        }
    }

    /** Returns the core whose task has the worst rank, the highest of several; null where none is busy. */
    private @Nullable SimulatedCore worst() {
        SimulatedCore worst = null;
        long worstRank = Long.MIN_VALUE;
        for (SimulatedCore core : cores) {
            if (core.task != null) {
                long rank = policy.rank(core.task.id);
                if (rank >= worstRank) {
                    worst = core;
                    worstRank = rank;
                }
            }
        }
        return worst;
    }

    /** Does what the policy does in time; where quanta matter, those under way are replaced by new ones. */
    private void tick(long now) {
        countAll(now);
        policy.tick(now);
        for (SimulatedCore core : cores) {
            if (policy.watchesQuanta() && core.task != null && !spent.contains(core.index)) {
                quanta.begin(core.index, core.task.id, Math.max(now, core.sliceStartNanos));
                events.set(core.index, nextEvent(core, now));
            }
        }
    }

    private void countAll(long now) {
        if (countsRunTime) {
            for (SimulatedCore core : cores) {
                count(core, now);
            }
        }
    }

    /** Tells the policy how long a core's task ran since it was told last. */
    private void count(SimulatedCore core, long now) {
        if (countsRunTime && core.task != null) {
            long run = core.takeRunNanos(now);
            if (run > 0) {
                policy.ran(core.task.id, run);
            }
        }
    }

    /** Begins to watch the quanta of all busy cores, and finds those that end now. */
    private void watchQuanta(long now) {
        if (watching) {
            return;
        }
        watching = true;
        for (SimulatedCore core : cores) {
            int index = core.index;
            if (core.task == null || spent.contains(index) || quanta.end(index) == Policy.UNLIMITED) {
                continue;
            }
            quanta.catchUp(index, now);
            if (quanta.end(index) == now) {
                if (settledNanos != now) {
                    spent.add(index);
                } else {
                    quanta.follow(index);
                }
            }
            events.set(index, nextEvent(core, now));
        }
    }

    private long nextEvent(SimulatedCore core, long now) {
        long quantumEnd = quanta.end(core.index);
        return watching && quantumEnd > now ? Math.min(core.workEndNanos, quantumEnd) : core.workEndNanos;
    }

    /** Waits for a core's next event; one whose work is done has code to run. */
    private void awaitEvent(SimulatedCore core, long now) {
        if (core.workEndNanos == now) {
            code.add(core.index);
        } else {
            events.set(core.index, nextEvent(core, now));
        }
    }

    // ---- Cores ----

    private void dispatch(int index, SimulatedTask task, long now) {
        idle.remove(index);
        SimulatedCore core = cores[index];
        core.dispatch(task, switchCostNanos, migrationCostNanos, now);
        quanta.begin(index, task.id, core.sliceStartNanos);
        awaitEvent(core, now);
    }

    /** Takes a task's core away. */
    private void giveUp(SimulatedCore core, SimulatedTask task, Ready why, long now) {
        task.remainingNanos = core.remainingNanos(now);
        free(core, task, SliceEnd.PREEMPTED, now);
        policy.add(task.id, why, core.index, now);
    }

    private void free(SimulatedCore core, SimulatedTask task, SliceEnd why, long now) {
        count(core, now);
        core.write(task, why, now);
        task.core = KernelTask.NO_CORE;
        core.task = null;
        code.remove(core.index);
        idle.add(core.index);
    }
}
