package org.coreograph.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.coreograph.model.EventSink;
import org.coreograph.model.Outcome;
import org.coreograph.model.Settings;
import org.coreograph.model.SliceEnd;
import org.coreograph.model.StuckTask;
import org.coreograph.model.ThreadKind;
import org.coreograph.model.TieRule;
import org.coreograph.model.TraceFullException;
import org.coreograph.model.WaitKind;
import org.coreograph.program.Machine;
import org.coreograph.program.Program;
import org.coreograph.program.RunClosedError;
import org.coreograph.program.Task;
import org.coreograph.program.Waitable;
import org.coreograph.scheduler.Policy;
import org.jspecify.annotations.Nullable;

/**
 * The simulated clock: a discrete-event kernel that has no thread of its own.
 *
 * <p><b>The token.</b> Each task's code runs on the task's own thread, but only one thread runs at a time: the one with
 * the token. A task that declares time runs the kernel itself, until it finds the task whose code has to run next; if
 * that is another, it gives it the token and waits to get it back. So the order of everything comes from the kernel
 * alone and never from the JVM's scheduler, and nothing here needs a lock: the hand-over of the token orders memory.
 *
 * <p><b>Time</b> moves only in {@link #advance}, to the earliest event. Events are data, not threads: the end of a
 * task's declared computation and of its quantum are one time a core ({@link CoreEvents}), arrivals and wake-ups are
 * {@link Timers}. A preemption within a declared computation wakes no thread.
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
 * <p><b>The end.</b> {@link #phase} goes from running to stopping to over, and whoever moves it to over publishes the
 * end. From then on every call by a task of this run throws, so that its thread ends.
 */
final class SimulatedKernel extends AbstractKernel {
    private static final int RUNNING = 0;
    private static final int STOPPING = 1;
    private static final int OVER = 2;

    private final AtomicInteger phase = new AtomicInteger(RUNNING);
    private final Policy policy;
    private final long quantumNanos;
    private final long switchCostNanos;
    private final boolean preemptedFirst;
    private final ThreadKind threadKind;

    private SimulatedTask[] tasks = new SimulatedTask[16];
    private int taskCount;
    private int unfinished;
    private SimulatedTask current;

    private volatile long publishedNanos;
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

    SimulatedKernel(Program program, Settings settings, EventSink sink) {
        super(settings, sink);
        int cores = settings.cores();
        policy = Policy.of(settings);
        quantumNanos = policy.quantumNanos();
        switchCostNanos = settings.switchCostNanos();
        preemptedFirst = settings.ties() == TieRule.PREEMPTED_FIRST;
        threadKind = settings.threads();
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
        current = newTask(EventSink.NONE, "main", () -> program.run(new Machine(this)));
        current.arrived = true;
        sink.offCore().arrived(0, EventSink.MAIN);
    }

    // ---- The run as others see it ----

    @Override
    void start() {
        if (threadKind == ThreadKind.VIRTUAL) {
            // Only one thread runs at a time: one carrier makes each hand-over of the token cheap.
            Carriers.want(1);
        }
        current.turn.give();
    }

    @Override
    public void stop() {
        if (phase.compareAndSet(RUNNING, STOPPING)) {
            Thread.ofPlatform().daemon().name("coreograph-stop").start(() -> {
                // The task with the token stops the run at its next call; one that makes none is given up.
                if (!awaitEnd(GRACE_MILLIS)) {
                    SimulatedTask stuck = current;
                    end(Outcome.STOPPED, "stopped", List.of(), List.of(stuck.turn));
                }
            });
        }
    }

    @Override
    public long nowNanos() {
        return current.turn.isMine() ? nowNanos : publishedNanos;
    }

    // ---- What tasks call ----

    @Override
    public int current() {
        return caller().id;
    }

    /** Checks that the calling thread has the token of a run that goes on, and returns its task. */
    private SimulatedTask caller() {
        int now = phase.get();
        if (now == OVER) {
            throw new RunClosedError();
        }
        SimulatedTask me = current;
        if (!me.turn.isMine()) {
            throw new IllegalStateException("called by a thread that is no task of this run: "
                    + Thread.currentThread().getName());
        }
        if (now == STOPPING) {
            end(Outcome.STOPPED, "stopped", List.of(), List.of());
            throw new RunClosedError();
        }
        return me;
    }

    @Override
    public int start(long arrivalNanos, String name, Task body) {
        SimulatedTask parent = caller();
        SimulatedTask task = newTask(parent.id, name, body);
        if (arrivalNanos <= nowNanos) {
            arrivals.add(task.id);
        } else {
            timers.add(arrivalNanos, task.id);
        }
        return task.id;
    }

    private SimulatedTask newTask(int parent, String name, Task body) {
        int id = taskCount++;
        if (id == tasks.length) {
            tasks = Arrays.copyOf(tasks, id * 2);
        }
        SimulatedTask task = new SimulatedTask(this, threadKind, id, name, body);
        tasks[id] = task;
        unfinished++;
        sink.declareTask(id, parent, name);
        return task;
    }

    @Override
    public void count(long times) {
        compute(times);
    }

    @Override
    public void compute(long nanos, Runnable body) {
        if (nanos > 0) {
            compute(nanos);
        } else {
            caller();
        }
        body.run();
    }

    @Override
    public void compute(long nanos) {
        SimulatedTask me = caller();
        int core = me.core;
        if (core == SimulatedTask.NO_CORE) {
            // Only main: it wants a core now.
            me.remainingNanos = nanos;
            arrivals.add(me.id);
        } else {
            long end = nowNanos + nanos;
            if (goesOn(core, end)) {
                nowNanos = end;
                return;
            }
            workEnd[core] = end;
            // While nobody waited the task may have gone on past the ends of quanta.
            roll(core);
            if (quantumEnd[core] == nowNanos && settledNanos != nowNanos) {
                spent.add(core);
                coreEvents.set(core, end);
            } else {
                coreEvents.set(core, nextEvent(core));
            }
        }
        passOn(me);
    }

    /**
     * Returns whether nothing else happens before or at a time, so that the task on a core just goes on to it. While
     * others wait no core may be idle, since they get it at this instant, and its quantum must not be over before; ending
     * together with it is no preemption.
     */
    private boolean goesOn(int core, long end) {
        return end < coreEvents.earliest()
                && end < timers.earliest()
                && arrivals.isEmpty()
                && code.isEmpty()
                && !mainHasCode
                && spent.isEmpty()
                && (policy.size() == 0 || (idle.isEmpty() && nowNanos < quantumEnd[core] && end <= quantumEnd[core]));
    }

    @Override
    public void sleep(long nanos) {
        SimulatedTask me = caller();
        timers.add(nowNanos + nanos, me.id);
        leaveAndPassOn(me, WaitKind.SLEEP, null);
    }

    @Override
    public void enter() {
        caller();
    }

    @Override
    public void exit() {
        // A step needs no guard: only the thread with the token runs.
    }

    @Override
    public void block(WaitKind kind, Waitable on) {
        SimulatedTask me = caller();
        leaveAndPassOn(me, kind, on);
    }

    @Override
    public void wake(int id) {
        SimulatedTask waker = caller();
        try {
            wake(tasks[id], waker.id, waker.core);
        } catch (TraceFullException e) {
            throw full(e);
        }
    }

    private void wake(SimulatedTask task, int waker, int core) {
        WaitKind kind = Objects.requireNonNull(task.wait);
        writer(core).blocked(task.blockedNanos, nowNanos, task.id, kind, waker);
        task.wait = null;
        task.waitsFor = null;
        if (task.isMain()) {
            mainHasCode = true;
        } else {
            arrivals.add(task.id);
        }
    }

    private EventSink.Writer writer(int core) {
        return core == SimulatedTask.NO_CORE ? sink.offCore() : writers[core];
    }

    // ---- Threads ----

    /** A task's life, on its thread. */
    void runBody(SimulatedTask me) {
        try {
            me.body.run();
        } catch (Throwable e) {
            if (phase.get() == OVER) {
                return;
            }
            // This may be a RunClosedError too: of an earlier run, whose channels or mutexes the program still uses.
            failed(me.id, e);
            finish(me, true);
            return;
        }
        if (phase.get() != OVER) {
            finish(me, false);
        }
    }

    private void finish(SimulatedTask me, boolean itFailed) {
        try {
            caller();
            me.ended = true;
            unfinished--;
            writer(me.core).ended(nowNanos, me.id, itFailed);
            free(me, SliceEnd.ENDED);
            SimulatedTask next = advance();
            if (next != null) {
                current = next;
                next.turn.give();
            }
        } catch (RunClosedError e) {
            // The run was stopped meanwhile, and this thread ends here anyway.
            return;
        } catch (TraceFullException e) {
            end(Outcome.STOPPED, e.getMessage(), List.of(), List.of());
        } catch (RuntimeException | Error e) {
            publishFault(e);
            throw e;
        }
    }

    private void leaveAndPassOn(SimulatedTask me, WaitKind kind, @Nullable Waitable on) {
        try {
            leave(me, kind, on);
        } catch (TraceFullException e) {
            throw full(e);
        }
        passOn(me);
    }

    /** Ends the run because the trace is full; returns what to throw, so that the program can't mistake it for its own. */
    private RunClosedError full(TraceFullException e) {
        end(Outcome.STOPPED, e.getMessage(), List.of(), List.of());
        return new RunClosedError();
    }

    /** Runs the kernel on the calling task's thread until it is that task's turn again. */
    private void passOn(SimulatedTask me) {
        SimulatedTask next;
        try {
            next = advance();
        } catch (TraceFullException e) {
            throw full(e);
        } catch (RuntimeException e) {
            publishFault(e);
            throw e;
        }
        if (next == me) {
            current = me;
            return;
        }
        if (next != null) {
            current = next;
            next.turn.give();
            me.turn.await();
        }
        if (next == null || phase.get() == OVER) {
            throw new RunClosedError();
        }
    }

    // ---- The kernel ----

    /**
     * Lets time pass until a task's code has to run.
     *
     * @return that task, or null if the run is over
     */
    private @Nullable SimulatedTask advance() {
        while (true) {
            SimulatedTask next = nextCode();
            if (next != null) {
                return next;
            }
            if (!arrivals.isEmpty() || !spent.isEmpty() || (policy.size() > 0 && !idle.isEmpty())) {
                settle();
                if (!code.isEmpty()) {
                    continue;
                }
            }
            long time = Math.min(coreEvents.earliest(), timers.earliest());
            if (time == CoreEvents.NEVER) {
                endByItself();
                return null;
            }
            if (phase.get() != RUNNING) {
                end(Outcome.STOPPED, "stopped", List.of(), List.of());
                return null;
            }
            nowNanos = time;
            publishedNanos = time;
            collect(time);
        }
    }

    /** Step (a): returns the next task with code to run at this instant, or null. */
    private @Nullable SimulatedTask nextCode() {
        SimulatedTask main = tasks[EventSink.MAIN];
        if (mainHasCode) {
            mainHasCode = false;
            return main;
        }
        if (code.isEmpty()) {
            return null;
        }
        if (main.core != SimulatedTask.NO_CORE && code.contains(main.core)) {
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
            dispatch(idle.takeLowest(), tasks[policy.take()]);
        }
    }

    private void queueArrivals() {
        for (int i = 0; i < arrivals.size(); i++) {
            SimulatedTask task = tasks[arrivals.get(i)];
            if (!task.arrived) {
                task.arrived = true;
                sink.offCore().arrived(nowNanos, task.id);
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
        task.core = core;
        task.switched = lastTask[core] != EventSink.NONE && lastTask[core] != task.id;
        task.migrated = task.lastCore != SimulatedTask.NO_CORE && task.lastCore != core;
        task.lastCore = core;
        lastTask[core] = task.id;
        long start = task.switched ? nowNanos + switchCostNanos : nowNanos;
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
            SimulatedTask task = tasks[timers.take()];
            if (task.arrived) {
                wake(task, EventSink.NONE, SimulatedTask.NO_CORE);
            } else {
                arrivals.add(task.id);
            }
        }
    }

    /** Blocks a task: it leaves its core, if it has one. */
    private void leave(SimulatedTask task, WaitKind kind, @Nullable Waitable on) {
        task.wait = kind;
        task.waitsFor = on;
        task.blockedNanos = nowNanos;
        task.remainingNanos = 0;
        free(task, SliceEnd.BLOCKED);
    }

    /** Ends the slice of a task and makes its core idle; does nothing for a main that has none. */
    private void free(SimulatedTask task, SliceEnd why) {
        int core = task.core;
        if (core == SimulatedTask.NO_CORE) {
            return;
        }
        cut(task, core, why);
        task.core = SimulatedTask.NO_CORE;
        onCore[core] = null;
        coreEvents.set(core, CoreEvents.NEVER);
        idle.add(core);
    }

    private void cut(SimulatedTask task, int core, SliceEnd why) {
        long start = sliceStart[core];
        if (dispatched[core] < start) {
            writers[core].switched(dispatched[core], Math.min(start, nowNanos), task.id);
        }
        if (start > nowNanos) {
            // The run ends while the core still switches: there is no slice.
            return;
        }
        Waitable on = task.waitsFor;
        writers[core].ran(
                start,
                nowNanos,
                task.id,
                why,
                task.wait,
                on == null ? EventSink.NONE : on.id(),
                task.switched,
                task.migrated);
    }

    // ---- The end ----

    private void endByItself() {
        if (unfinished == 0) {
            String failure = failureReason(this::taskName);
            end(failure == null ? Outcome.COMPLETED : Outcome.FAILED, failure, List.of(), List.of());
            return;
        }
        Deadlock deadlock = new Deadlock();
        for (int id = 0; id < taskCount; id++) {
            Waitable waitsFor = tasks[id].waitsFor;
            if (waitsFor != null) {
                deadlock.add(id, waitsFor);
            }
        }
        List<StuckTask> links = deadlock.links();
        end(Outcome.DEADLOCK, Deadlock.reason(links, this::taskName), links, List.of());
    }

    private String taskName(int id) {
        return tasks[id].name;
    }

    /** Closes the run and says how it ended, unless that was done. */
    private void end(Outcome outcome, @Nullable String reason, List<StuckTask> stuck, List<Turn> givenUp) {
        if (phase.getAndSet(OVER) == OVER) {
            return;
        }
        long end = nowNanos;
        publishedNanos = end;
        try {
            closeSpans(end);
        } catch (TraceFullException e) {
            // The run ends because of just that, and the reason says so already.
            reason = e.getMessage();
        }
        publish(outcome, reason, end, stuck, givenUp);
        List<SimulatedTask> left = new ArrayList<>();
        for (int id = 0; id < taskCount; id++) {
            SimulatedTask task = tasks[id];
            if (!task.ended && task.turn.thread() != null && !task.turn.isMine()) {
                left.add(task);
            }
        }
        left.forEach(task -> task.turn.give());
    }

    /** Writes down what was under way when the run ended. */
    private void closeSpans(long end) {
        for (int core = 0; core < onCore.length; core++) {
            SimulatedTask task = onCore[core];
            if (task != null) {
                cut(task, core, SliceEnd.CUT);
            }
        }
        for (int id = 0; id < taskCount; id++) {
            SimulatedTask task = tasks[id];
            WaitKind kind = task.wait;
            if (kind != null) {
                sink.offCore().stuck(task.blockedNanos, end, id, kind);
            }
        }
    }
}
