package org.coreograph.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.coreograph.model.Action;
import org.coreograph.model.EventSink;
import org.coreograph.model.Interleave;
import org.coreograph.model.Outcome;
import org.coreograph.model.Pause;
import org.coreograph.model.Settings;
import org.coreograph.model.StuckTask;
import org.coreograph.model.TaskSpec;
import org.coreograph.model.ThreadKind;
import org.coreograph.model.TraceFullException;
import org.coreograph.model.WaitKind;
import org.coreograph.program.Machine;
import org.coreograph.program.MemoryLine;
import org.coreograph.program.Program;
import org.coreograph.program.RunClosedError;
import org.coreograph.program.Task;
import org.coreograph.program.Waitable;
import org.coreograph.scheduler.Ready;
import org.coreograph.scheduler.SeededDraws;
import org.jspecify.annotations.Nullable;

/**
 * The measured clock: tasks really run at the same time, at most one a simulated core, and work takes what it takes.
 *
 * <p><b>Who runs.</b> A task that isn't on a core waits for its turn, so as many threads run as there are busy cores,
 * and main beside them. Whoever frees a core, by blocking, ending or giving way, takes the next task from the queue and
 * gives it its turn. The time from then until that task's thread really goes on is the hand-over, and is drawn.
 *
 * <p><b>Quanta.</b> A timer thread ({@link Alarm}) looks after the ends of quanta, only while somebody waits, and after
 * sleepers. It raises a flag that a working task polls every few microseconds; the task then gives way by itself.
 *
 * <p>Which task is on which core is in {@link MeasuredCores}; this class is about threads, and about how a run ends.
 *
 * <p><b>Locking.</b> One lock guards all state, and is held for less than a microsecond at a time; nothing is called
 * with it but the sink's writers. A task enters it once for each primitive ({@link #enter}), and leaves it while it
 * waits for its turn. {@code closed} is written under the lock, and read without it as a hint.
 */
final class MeasuredKernel extends AbstractKernel {
    /** The task of a thread of this run; a thread of another run has none here. */
    private final ScopedValue<MeasuredTask> currentTask = ScopedValue.newInstance();

    private final ReentrantLock lock = new ReentrantLock();
    private final Alarm alarm = new Alarm(this::nowNanos, this::onTimer);
    private final TaskTable<MeasuredTask> tasks = new TaskTable<>();
    private final MeasuredCores cores;

    /** When main began, by the system's clock; 0 until then. */
    private volatile long originNanos;

    private final double roundsPerNano;
    private final GcPauses pauses;

    /** Decides who goes on before each operation on something shared; null where the task itself does. */
    private final @Nullable SeededDraws interleaving;

    private final MeasuredTask main;
    private int unfinished;

    /**
     * When the last task ended so far. A main without a core ends when it was last woken: it declares no time, so what it
     * does then takes none, and a run is no longer than its tasks.
     */
    private long lastEndNanos;

    private volatile boolean closed;
    private volatile long endNanos = MeasuredCores.NEVER;

    MeasuredKernel(Program program, Settings settings, EventSink sink) {
        super(settings, sink);
        cores = new MeasuredCores(tasks, settings, sink, alarm::at);
        roundsPerNano = Work.roundsPerNano();
        interleaving =
                settings.interleave() == Interleave.RANDOM ? new SeededDraws(settings.seed(), "interleave") : null;
        main = newTask(EventSink.NONE, TaskSpec.named("main"), 0, () -> program.run(new Machine(this)));
        main.arrived = true;
        sink.offCore().arrived(0, EventSink.MAIN);
        pauses = GcPauses.start();
    }

    // ---- The run as others see it ----

    @Override
    void start() {
        if (settings.threads() == ThreadKind.VIRTUAL) {
            // One for each core, and one for main, which runs without a core.
            Carriers.want(settings.cores() + 1);
        }
        alarm.start();
        main.turn.give();
    }

    @Override
    public void stop() {
        if (!closed) {
            Thread.ofPlatform().daemon().name("coreograph-stop").start(() -> {
                lock.lock();
                try {
                    close(Outcome.STOPPED, ON_REQUEST, List.of(), nowNanos());
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
    public int start(TaskSpec spec, int process, Task body) {
        MeasuredTask parent = caller();
        enter();
        try {
            MeasuredTask task = newTask(parent.id, spec, process == EventSink.NONE ? parent.process : process, body);
            task.readyFrom = parent.core;
            long now = nowNanos();
            guarded(() -> cores.arriveAt(spec.arrivalNanos(), task, now));
            return task.id;
        } finally {
            exit();
        }
    }

    private MeasuredTask newTask(int parent, TaskSpec spec, int process, Task body) {
        int id = tasks.size();
        MeasuredTask task = new MeasuredTask(settings.threads(), id, spec, process, body, this::live);
        tasks.add(task);
        cores.declare(task);
        unfinished++;
        sink.declareTask(id, parent, spec.name());
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
            giveWay(me, false);
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
                giveWay(me, false);
            }
        }
        Work.publish(state);
    }

    /** Gets main a core, which it has none of until it declares time. */
    private void takeCore(MeasuredTask me) {
        if (me.core != KernelTask.NO_CORE) {
            return;
        }
        enter();
        try {
            cores.ready(me, Ready.WOKEN, nowNanos());
            awaitTurn(me);
        } finally {
            exit();
        }
    }

    @Override
    public void pause(WaitKind kind, long nanos) {
        MeasuredTask me = caller();
        enter();
        try {
            // One time for the end of the slice and the start of the wait: a task does one thing at a time.
            long now = nowNanos();
            guarded(() -> cores.leaveUntil(now + nanos, me, kind, null, now));
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
        long now = nowNanos();
        guarded(() -> cores.leave(me, kind, on, now));
        awaitTurn(me);
    }

    @Override
    public boolean block(WaitKind kind, Waitable on, long timeoutNanos, Runnable whenTimeIsUp) {
        MeasuredTask me = caller();
        long now = nowNanos();
        me.timedOut = false;
        me.whenTimeIsUp = whenTimeIsUp;
        guarded(() -> cores.leaveUntil(now + timeoutNanos, me, kind, on, now));
        awaitTurn(me);
        return !me.timedOut;
    }

    @Override
    public void giveWay() {
        MeasuredTask me = caller();
        if (me.core != KernelTask.NO_CORE) {
            giveWay(me, true);
        }
    }

    @Override
    public int touch() {
        MeasuredTask me = caller();
        if (interleaving != null && me.core != KernelTask.NO_CORE) {
            drawWhoGoesOn(me, interleaving);
        }
        return me.id;
    }

    private void drawWhoGoesOn(MeasuredTask me, SeededDraws draws) {
        enter();
        try {
            int ready = cores.ready(me);
            int drawn = ready == 0 ? 0 : draws.nextInt(ready + 1);
            if (drawn > 0) {
                guarded(() -> cores.letGoFirst(me, drawn - 1, nowNanos()));
                awaitTurn(me);
            }
        } finally {
            exit();
        }
    }

    @Override
    public MemoryLine newLine() {
        MeasuredTask me = caller();
        return new MemoryLine(me.process, me.core);
    }

    @Override
    public void access(MemoryLine line, boolean write) {
        touch();
        MeasuredTask me = caller();
        if (me.isWanted()) {
            giveWay(me, false);
        }
        checkOwn(me, line);
    }

    @Override
    public void transfer(long bytes) {
        // A real message takes the time it takes: nothing modelled is added to what is measured.
        caller();
    }

    @Override
    public boolean notesActions() {
        return false;
    }

    @Override
    void note(int task, Action action, int object, @Nullable Object value) {
        enter();
        try {
            guarded(() -> write(task, action, object, value));
        } finally {
            exit();
        }
    }

    @Override
    public void wake(int id) {
        MeasuredTask waker = caller();
        guarded(() -> cores.wake(tasks.get(id), waker.id, waker.core, nowNanos()));
    }

    // ---- Threads ----

    /** A task's life, on its thread. */
    private void live(MeasuredTask me) {
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
            unfinished--;
            long now = me.core == KernelTask.NO_CORE ? me.wokenNanos : nowNanos();
            lastEndNanos = Math.max(lastEndNanos, now);
            guarded(() -> cores.end(me, itFailed, now));
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
        if (!closed) {
            guarded(() -> cores.begin(me, nowNanos()));
        }
    }

    /** Called by a task that is wanted or yields: its quantum is over, or another goes before it, or the run is over. */
    private void giveWay(MeasuredTask me, boolean yields) {
        enter();
        try {
            boolean[] gone = {false};
            guarded(() -> gone[0] = cores.giveWay(me, yields, nowNanos()));
            if (gone[0]) {
                awaitTurn(me);
            }
        } finally {
            exit();
        }
    }

    /** Does what writes to the trace, with the lock held; where that is full the run ends, and the calling task with it. */
    private void guarded(Runnable writes) {
        try {
            writes.run();
        } catch (TraceFullException e) {
            close(Outcome.STOPPED, e.getMessage(), List.of(), nowNanos());
            throw new RunClosedError();
        }
    }

    /** Does what is due, on the timer's thread; returns when to look again. */
    private long onTimer() {
        lock.lock();
        try {
            return closed ? MeasuredCores.NEVER : alarm.planned(cores.due(nowNanos()));
        } catch (TraceFullException e) {
            close(Outcome.STOPPED, e.getMessage(), List.of(), nowNanos());
            return MeasuredCores.NEVER;
        } finally {
            lock.unlock();
        }
    }

    // ---- The end: all below is called with the lock held ----

    private void endIfNothingCanRun() {
        if (closed) {
            return;
        }
        if (unfinished == 0) {
            String failure = failureReason(this::taskName);
            close(failure == null ? Outcome.COMPLETED : Outcome.FAILED, failure, List.of(), lastEndNanos);
            return;
        }
        boolean mainRuns = !main.ended && main.core == KernelTask.NO_CORE && !main.isBlocked();
        if (mainRuns || !cores.atRest()) {
            return;
        }
        Deadlock deadlock = tasks.deadlock();
        close(Outcome.DEADLOCK, deadlock.reason(), deadlock.links(), nowNanos());
    }

    @Override
    public String taskName(int id) {
        return tasks.get(id).name;
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
            cores.close(end);
        } catch (TraceFullException e) {
            // The run ends because of just that, and the reason says so already.
            reason = e.getMessage();
        }
        for (int id = 0; id < tasks.size(); id++) {
            MeasuredTask task = tasks.get(id);
            boolean runs = task.core != KernelTask.NO_CORE || (task.isMain() && !task.isBlocked());
            if (task.ended || task.turn.thread() == null) {
                continue;
            }
            if (runs && !task.turn.isMine()) {
                running.add(task.turn);
            }
            task.want(true);
            task.turn.give();
        }
        alarm.end();
        String finalReason = reason;
        if (running.isEmpty() && !pauses.any()) {
            publish(outcome, finalReason, end, stuck, List.of(), pauses.stop(originNanos, end));
        } else {
            Thread.ofPlatform().daemon().name("coreograph-end").start(() -> {
                // The threads have their time while the pauses are looked up.
                long deadline = System.nanoTime() + GRACE_MILLIS * 1_000_000;
                List<Pause> found = pauses.stop(originNanos, end);
                awaitThreads(running, deadline);
                publish(outcome, finalReason, end, stuck, running, found);
            });
        }
    }

    private static void awaitThreads(List<Turn> running, long deadline) {
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
}
