package org.coreograph.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.coreograph.model.EventSink;
import org.coreograph.model.Outcome;
import org.coreograph.model.Settings;
import org.coreograph.model.SliceEnd;
import org.coreograph.model.StuckTask;
import org.coreograph.model.ThreadKind;
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
 * The measured clock: tasks really run at the same time, at most one a simulated core, and work takes what it takes.
 *
 * <p><b>Who runs.</b> A task that isn't on a core waits for its turn, so as many threads run as there are busy cores,
 * and main beside them. Whoever frees a core, by blocking, ending or giving way, takes the next task from the queue and
 * gives it its turn. The time from then until that task's thread really goes on is the hand-over, and is drawn.
 *
 * <p><b>Quanta.</b> A timer thread looks after the ends of quanta, only while somebody waits, and after sleepers. It
 * raises a flag that a working task polls every few microseconds; the task then gives way by itself. The timer takes a
 * little ahead what is due within {@link #slackNanos}, rather than sleep for a moment again.
 *
 * <p><b>Locking.</b> One lock guards all state, and is held for less than a microsecond at a time; nothing is called
 * with it but the sink's writers. A task enters it once for each primitive ({@link #enter}), and leaves it while it
 * waits for its turn. {@code closed} is written under the lock, and read without it as a hint.
 */
final class MeasuredKernel extends AbstractKernel {
    private static final long NEVER = Long.MAX_VALUE;
    private static final long MAX_SLACK_NANOS = 20_000;

    /** The task of a thread of this run; a thread of another run has none here. */
    private final ScopedValue<MeasuredTask> currentTask = ScopedValue.newInstance();

    private final ReentrantLock lock = new ReentrantLock();
    private final Policy policy;
    private final long quantumNanos;
    private final long slackNanos;
    private final ThreadKind threadKind;
    /** When main began, by the system's clock; 0 until then. */
    private volatile long originNanos;

    private final double roundsPerNano;

    private MeasuredTask[] tasks = new MeasuredTask[16];
    private int taskCount;
    private int unfinished;
    private final MeasuredTask main;

    private final @Nullable MeasuredTask[] onCore;
    private final int[] lastTask;
    private final EventSink.Writer[] writers;
    private final long[] freed;
    private final long[] sliceStart;
    private final long[] quantumEnd;
    private final CoreSet idle;

    private final Timers timers = new Timers();
    private final Thread timer;
    private long timerPlannedNanos = NEVER;

    /**
     * When the last task ended so far. A main without a core ends when it was last woken: it declares no time, so what it
     * does then takes none, and a run is no longer than its tasks.
     */
    private long lastEndNanos;

    private volatile boolean closed;
    private volatile long endNanos = NEVER;

    MeasuredKernel(Program program, Settings settings, EventSink sink) {
        super(settings, sink);
        int cores = settings.cores();
        policy = Policy.of(settings);
        quantumNanos = policy.quantumNanos();
        slackNanos = Math.min(MAX_SLACK_NANOS, quantumNanos / 64);
        threadKind = settings.threads();
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
        timer = Thread.ofPlatform().daemon().name("coreograph-timer").unstarted(this::runTimer);
        roundsPerNano = Work.roundsPerNano();
        main = newTask(EventSink.NONE, "main", () -> program.run(new Machine(this)));
        main.arrived = true;
        sink.offCore().arrived(0, EventSink.MAIN);
    }

    // ---- The run as others see it ----

    @Override
    void start() {
        if (threadKind == ThreadKind.VIRTUAL) {
            // One for each core, and one for main, which runs without a core.
            Carriers.want(settings.cores() + 1);
        }
        timer.start();
        main.turn.give();
    }

    @Override
    public void stop() {
        if (!closed) {
            Thread.ofPlatform().daemon().name("coreograph-stop").start(() -> {
                lock.lock();
                try {
                    close(Outcome.STOPPED, "stopped", List.of(), nowNanos());
                } finally {
                    lock.unlock();
                }
            });
        }
    }

    @Override
    public long nowNanos() {
        long origin = originNanos;
        return origin == 0 ? 0 : Math.min(endNanos, System.nanoTime() - origin);
    }

    // ---- What tasks call ----

    @Override
    public int current() {
        return caller().id;
    }

    private MeasuredTask caller() {
        if (closed) {
            throw new RunClosedError();
        }
        MeasuredTask me = currentTask.orElse(main);
        if (!me.turn.isMine()) {
            throw new IllegalStateException("called by a thread that is no task of this run: "
                    + Thread.currentThread().getName());
        }
        return me;
    }

    @Override
    public int start(long arrivalNanos, String name, Task body) {
        MeasuredTask parent = caller();
        enter();
        try {
            MeasuredTask task = newTask(parent.id, name, body);
            if (arrivalNanos <= nowNanos()) {
                guarded(() -> arrive(task));
            } else {
                addTimer(arrivalNanos, task);
            }
            return task.id;
        } finally {
            exit();
        }
    }

    private MeasuredTask newTask(int parent, String name, Task body) {
        int id = taskCount++;
        if (id == tasks.length) {
            tasks = Arrays.copyOf(tasks, id * 2);
        }
        MeasuredTask task = new MeasuredTask(this, threadKind, id, name, body);
        tasks[id] = task;
        unfinished++;
        sink.declareTask(id, parent, name);
        return task;
    }

    @Override
    public void compute(long nanos) {
        work(Math.max(1, Math.round(nanos * roundsPerNano)));
    }

    @Override
    public void count(long times) {
        work(times);
    }

    @Override
    public void compute(long nanos, Runnable body) {
        MeasuredTask me = caller();
        takeCore(me);
        body.run();
        if (me.isWanted()) {
            giveWay(me);
        }
    }

    /** Does rounds of work, and gives way in between when asked. */
    private void work(long rounds) {
        MeasuredTask me = caller();
        takeCore(me);
        long state = me.id + 1L;
        long left = rounds;
        while (left > 0) {
            int now = (int) Math.min(left, Work.ROUNDS_A_POLL);
            state = Work.rounds(state, now);
            left -= now;
            if (me.isWanted()) {
                giveWay(me);
            }
        }
        Work.publish(state);
    }

    /** Gets main a core, which it has none of until it declares time. */
    private void takeCore(MeasuredTask me) {
        if (me.core != MeasuredTask.NO_CORE) {
            return;
        }
        enter();
        try {
            ready(me);
            awaitTurn(me);
        } finally {
            exit();
        }
    }

    @Override
    public void sleep(long nanos) {
        MeasuredTask me = caller();
        enter();
        try {
            addTimer(nowNanos() + nanos, me);
            leave(me, WaitKind.SLEEP, null);
            awaitTurn(me);
        } finally {
            exit();
        }
    }

    @Override
    public void enter() {
        caller();
        lock.lock();
        if (closed) {
            lock.unlock();
            throw new RunClosedError();
        }
    }

    @Override
    public void exit() {
        lock.unlock();
    }

    @Override
    public void block(WaitKind kind, Waitable on) {
        MeasuredTask me = caller();
        leave(me, kind, on);
        awaitTurn(me);
    }

    @Override
    public void wake(int id) {
        MeasuredTask waker = caller();
        guarded(() -> wake(tasks[id], waker.id, waker.core));
    }

    // ---- Threads ----

    /** A task's life, on its thread. */
    void runBody(MeasuredTask me) {
        ScopedValue.where(currentTask, me).run(() -> {
            try {
                finish(me, runAndTellWhetherItFailed(me));
            } catch (RunClosedError e) {
                // The run is over, and with it this thread: there is nothing left to tell.
                return;
            }
        });
    }

    private boolean runAndTellWhetherItFailed(MeasuredTask me) {
        try {
            if (me.isMain()) {
                originNanos = System.nanoTime();
            } else {
                enter();
                try {
                    begin(me);
                } finally {
                    exit();
                }
            }
            me.body.run();
            return false;
        } catch (Throwable e) {
            if (closed) {
                throw new RunClosedError();
            }
            // This may be a RunClosedError too: of an earlier run, whose channels or mutexes the program still uses.
            failed(me.id, e);
            return true;
        }
    }

    private void finish(MeasuredTask me, boolean itFailed) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            me.ended = true;
            unfinished--;
            long now = me.core == MeasuredTask.NO_CORE ? me.wokenNanos : nowNanos();
            lastEndNanos = Math.max(lastEndNanos, now);
            guarded(() -> {
                writer(me.core).ended(now, me.id, itFailed);
                free(me, SliceEnd.ENDED, now);
            });
            endIfNothingCanRun();
        } finally {
            lock.unlock();
        }
    }

    /** Leaves the lock until it is this task's turn, and begins its slice. */
    private void awaitTurn(MeasuredTask me) {
        endIfNothingCanRun();
        lock.unlock();
        try {
            me.turn.await();
        } finally {
            lock.lock();
        }
        if (closed) {
            throw new RunClosedError();
        }
        begin(me);
    }

    /** Notes that a task that was dispatched really runs now; does nothing for a main without a core. */
    private void begin(MeasuredTask me) {
        int core = me.core;
        if (closed || core == MeasuredTask.NO_CORE) {
            return;
        }
        long now = nowNanos();
        sliceStart[core] = now;
        quantumEnd[core] = quantumNanos == Policy.UNLIMITED ? NEVER : now + quantumNanos;
        guarded(() -> {
            if (me.switched) {
                writers[core].switched(freed[core], now, me.id);
            }
            writers[core].running(now, me.id);
        });
        if (policy.size() > 0) {
            planTimer(quantumEnd[core]);
        }
    }

    /** Called by a working task that is wanted: its quantum is over, or the run is. */
    private void giveWay(MeasuredTask me) {
        enter();
        try {
            me.want(false);
            if (policy.size() == 0) {
                quantumEnd[me.core] = nowNanos() + quantumNanos;
                return;
            }
            guarded(() -> {
                int core = me.core;
                cut(me, core, SliceEnd.PREEMPTED, nowNanos());
                me.core = MeasuredTask.NO_CORE;
                policy.add(me.id);
                dispatch(core, tasks[policy.take()]);
            });
            awaitTurn(me);
        } finally {
            exit();
        }
    }

    // ---- The kernel: all below is called with the lock held ----

    private EventSink.Writer writer(int core) {
        return core == MeasuredTask.NO_CORE ? sink.offCore() : writers[core];
    }

    private void arrive(MeasuredTask task) {
        task.arrived = true;
        sink.offCore().arrived(nowNanos(), task.id);
        ready(task);
    }

    private void wake(MeasuredTask task, int waker, int core) {
        WaitKind kind = Objects.requireNonNull(task.wait);
        task.wokenNanos = nowNanos();
        writer(core).blocked(task.blockedNanos, task.wokenNanos, task.id, kind, waker);
        task.wait = null;
        task.waitsFor = null;
        if (task.isMain()) {
            task.turn.give();
        } else {
            ready(task);
        }
    }

    /** Queues a task, or gives it an idle core. */
    private void ready(MeasuredTask task) {
        policy.add(task.id);
        if (!idle.isEmpty()) {
            int core = idle.takeLowest();
            freed[core] = nowNanos();
            dispatch(core, tasks[policy.take()]);
        } else if (policy.size() == 1 && quantumNanos != Policy.UNLIMITED) {
            watchQuanta();
        }
    }

    /** Nobody waited until now: quanta began when the ones before ended, and are watched from here on. */
    private void watchQuanta() {
        long now = nowNanos();
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
        planTimer(earliest);
    }

    private void dispatch(int core, MeasuredTask task) {
        onCore[core] = task;
        task.core = core;
        task.switched = lastTask[core] != EventSink.NONE && lastTask[core] != task.id;
        task.migrated = task.lastCore != MeasuredTask.NO_CORE && task.lastCore != core;
        task.lastCore = core;
        lastTask[core] = task.id;
        sliceStart[core] = NEVER;
        quantumEnd[core] = NEVER;
        task.want(false);
        task.turn.give();
    }

    /** Blocks a task: it leaves its core, if it has one. */
    private void leave(MeasuredTask task, WaitKind kind, @Nullable Waitable on) {
        task.wait = kind;
        task.waitsFor = on;
        // One time for the end of the slice and the start of the wait: a task does one thing at a time.
        long now = nowNanos();
        task.blockedNanos = now;
        guarded(() -> free(task, SliceEnd.BLOCKED, now));
    }

    /** Ends the slice of a task and hands its core on. */
    private void free(MeasuredTask task, SliceEnd why, long now) {
        int core = task.core;
        if (core == MeasuredTask.NO_CORE) {
            return;
        }
        cut(task, core, why, now);
        task.core = MeasuredTask.NO_CORE;
        onCore[core] = null;
        if (policy.size() > 0) {
            dispatch(core, tasks[policy.take()]);
        } else {
            idle.add(core);
        }
    }

    private void cut(MeasuredTask task, int core, SliceEnd why, long now) {
        Waitable on = task.waitsFor;
        freed[core] = now;
        writers[core].ran(
                sliceStart[core],
                now,
                task.id,
                why,
                task.wait,
                on == null ? EventSink.NONE : on.id(),
                task.switched,
                task.migrated);
    }

    /** Writes to the trace; where that is full the run ends, and the calling task with it. */
    private void guarded(Runnable writes) {
        try {
            writes.run();
        } catch (TraceFullException e) {
            close(Outcome.STOPPED, e.getMessage(), List.of(), nowNanos());
            throw new RunClosedError();
        }
    }

    // ---- Timers ----

    private void addTimer(long nanos, MeasuredTask task) {
        timers.add(nanos, task.id);
        planTimer(nanos);
    }

    /** Makes sure that the timer looks again at a time. */
    private void planTimer(long nanos) {
        if (nanos < timerPlannedNanos) {
            timerPlannedNanos = nanos;
            LockSupport.unpark(timer);
        }
    }

    private void runTimer() {
        while (!closed) {
            long wait;
            lock.lock();
            try {
                if (closed) {
                    return;
                }
                timerPlannedNanos = onTimer();
                wait = timerPlannedNanos == NEVER ? NEVER : timerPlannedNanos - nowNanos();
            } catch (TraceFullException e) {
                close(Outcome.STOPPED, e.getMessage(), List.of(), nowNanos());
                return;
            } finally {
                lock.unlock();
            }
            if (wait == NEVER) {
                LockSupport.park(this);
            } else if (wait > 0) {
                LockSupport.parkNanos(this, wait);
            }
        }
    }

    /** Does what is due; returns when to look again. */
    private long onTimer() {
        long now = nowNanos();
        while (timers.earliest() <= now) {
            MeasuredTask task = tasks[timers.take()];
            if (task.arrived) {
                wake(task, EventSink.NONE, MeasuredTask.NO_CORE);
            } else {
                arrive(task);
            }
        }
        long next = timers.earliest();
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

    // ---- The end ----

    private void endIfNothingCanRun() {
        if (closed) {
            return;
        }
        if (unfinished == 0) {
            String failure = failureReason(this::taskName);
            close(failure == null ? Outcome.COMPLETED : Outcome.FAILED, failure, List.of(), lastEndNanos);
            return;
        }
        boolean mainRuns = !main.ended && main.core == MeasuredTask.NO_CORE && main.wait == null;
        boolean coresRest = idle.size() == onCore.length;
        if (mainRuns || !coresRest || timers.earliest() != Timers.NEVER) {
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
        close(Outcome.DEADLOCK, Deadlock.reason(links, this::taskName), links, nowNanos());
    }

    private String taskName(int id) {
        return tasks[id].name;
    }

    /** Closes the run, unless it is: cuts what is under way, and lets every thread find out. */
    private void close(Outcome outcome, @Nullable String reason, List<StuckTask> stuck, long end) {
        if (closed) {
            return;
        }
        endNanos = end;
        closed = true;
        List<Turn> running = new ArrayList<>();
        try {
            closeSpans(end);
        } catch (TraceFullException e) {
            // The run ends because of just that, and the reason says so already.
            reason = e.getMessage();
        }
        for (int id = 0; id < taskCount; id++) {
            MeasuredTask task = tasks[id];
            boolean runs = task.core != MeasuredTask.NO_CORE || (task.isMain() && task.wait == null);
            if (task.ended || task.turn.thread() == null) {
                continue;
            }
            if (runs && !task.turn.isMine()) {
                running.add(task.turn);
            }
            task.want(true);
            task.turn.give();
        }
        LockSupport.unpark(timer);
        String finalReason = reason;
        if (running.isEmpty()) {
            publish(outcome, finalReason, end, stuck, List.of());
        } else {
            Thread.ofPlatform().daemon().name("coreograph-end").start(() -> {
                awaitThreads(running);
                publish(outcome, finalReason, end, stuck, running);
            });
        }
    }

    private static void awaitThreads(List<Turn> running) {
        long deadline = System.nanoTime() + GRACE_MILLIS * 1_000_000;
        for (Turn turn : running) {
            Thread thread = turn.thread();
            long left = deadline - System.nanoTime();
            try {
                if (thread != null && left > 0) {
                    thread.join(Duration.ofNanos(left));
                }
            } catch (InterruptedException e) {
                // Nobody interrupts this thread; if somebody did, the wait is over.
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Writes down what was under way when the run ended. */
    private void closeSpans(long end) {
        for (int core = 0; core < onCore.length; core++) {
            MeasuredTask task = onCore[core];
            if (task != null && sliceStart[core] != NEVER) {
                cut(task, core, SliceEnd.CUT, end);
            }
        }
        for (int id = 0; id < taskCount; id++) {
            WaitKind kind = tasks[id].wait;
            if (kind != null) {
                sink.offCore().stuck(tasks[id].blockedNanos, end, id, kind);
            }
        }
    }
}
