package org.coreograph.engine;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.coreograph.model.Action;
import org.coreograph.model.EventSink;
import org.coreograph.model.Interleave;
import org.coreograph.model.MemoryKind;
import org.coreograph.model.Outcome;
import org.coreograph.model.Settings;
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
import org.coreograph.scheduler.Policy;
import org.coreograph.scheduler.SeededDraws;
import org.jspecify.annotations.Nullable;

/**
 * The measured clock: tasks really run at the same time, at most one a simulated core, and work takes what it takes.
 *
 * <p><b>Who runs.</b> A task that isn't on a core waits for its turn, so as many threads run as there are busy cores,
 * and main beside them. Whoever frees a core, by blocking, ending or giving way, takes the next task from the queue and
 * gives it its turn. The time from then until that task's thread really goes on is the hand-over, and is drawn.
 *
 * <p><b>Asking.</b> The run's own thread ({@link Alarm}) looks after what comes with time: ends of quanta, only while
 * somebody waits, sleepers, and what is asked for from outside. It raises a flag that a working task polls every few
 * microseconds; the task then gives way by itself.
 *
 * <p>Which task is on which core is in {@link MeasuredCores}, and how a run ends in {@link MeasuredEnd}; this class is
 * about threads.
 *
 * <p><b>Locking.</b> One lock guards all state, and is held for about a microsecond at a time; nothing is called with it
 * but the sink's writers. A task enters it once for each primitive ({@link #enter}), and leaves it while it waits for its
 * turn. Turns are given after it was left ({@link KernelLock}), so that who gets one needn't wait for who gives it.
 *
 *
 * <p><b>Carriers.</b> Virtual threads have as many as there are cores in use, and one more while main runs without a
 * core: then a task that gives its core away leaves its carrier to the next, and no processor has to wake up for that.
 */
final class MeasuredKernel extends AbstractKernel {
    private final KernelLock lock;
    private final Alarm alarm = new Alarm(this::nowNanos, this::onTimer);
    private final TaskTable<MeasuredTask> tasks = new TaskTable<>();
    private final MeasuredCores cores;
    private final MeasuredEnd end;

    // What was asked for from outside, until the run's own thread does it.
    private volatile boolean stopAsked;
    private final AtomicInteger coresAsked = new AtomicInteger();

    /** When main began, by the system's clock; 0 until then. */
    private volatile long originNanos;

    private final double roundsPerNano;
    private final boolean distributed;

    /** Decides who goes on before each operation on something shared; null where the task itself does. */
    private final @Nullable SeededDraws interleaving;

    private final MeasuredTask main;

    /** Whether main runs without a core, for readers without the lock. */
    private volatile boolean mainRunsFree;

    private final Callers callers;
    private final Watch watch;

    /** The same for all tasks, of which there may be a million. */
    private final Consumer<MeasuredTask> life = this::live;

    private int carriers;

    MeasuredKernel(Program program, Settings settings, EventSink sink, TaskThreads threads) {
        super(settings, sink, threads);
        Policy policy = Policy.of(settings, new SeededDraws(settings.seed(), "policy"));
        cores = new MeasuredCores(tasks, settings, policy, sink, alarm::at);
        end = new MeasuredEnd(this, tasks, cores, alarm, () -> originNanos);
        lock = new KernelLock(this::setCarriers, cores::takeHanded, this::give);
        roundsPerNano = Work.roundsPerNano();
        distributed = settings.memory() == MemoryKind.DISTRIBUTED;
        interleaving =
                settings.interleave() == Interleave.RANDOM ? new SeededDraws(settings.seed(), "interleave") : null;
        main = newTask(EventSink.NONE, TaskSpec.named("main"), 0, () -> program.run(new Machine(this)));
        Places places = new MeasuredPlaces(cores, () -> mainRunsFree ? main : null);
        callers = new Callers(places);
        watch = new Watch(places, Watch.GRACE_NANOS);
        main.arrived = true;
        sink.offCore().arrived(0, EventSink.MAIN);
    }

    // ---- The run as others see it ----

    @Override
    Watch watch() {
        return watch;
    }

    @Override
    void start() {
        try {
            alarm.start();
        } catch (OutOfMemoryError e) {
            publish(Outcome.STOPPED, threads.exhausted(e).getMessage(), 0, List.of(), List.of(), null);
            return;
        }
        lock.with(this::setCarriers);
        give(main);
    }

    @Override
    public void stop() {
        stopAsked = true;
        alarm.now();
    }

    @Override
    public boolean setCores(int wanted) {
        Settings.checkCores(wanted);
        if (distributed) {
            return false;
        }
        coresAsked.set(wanted);
        alarm.now();
        return true;
    }

    @Override
    public long nowNanos() {
        long origin = originNanos;
        return origin == 0 ? 0 : Math.min(end.endNanos(), System.nanoTime() - origin);
    }

    // ---- What tasks call ----

    @Override
    MeasuredTask caller() {
        if (end.isClosed()) {
            throw new RunClosedError();
        }
        MeasuredTask me = callers.calling();
        if (me == null) {
            throw new IllegalStateException("called by a thread that is no task of this run: "
                    + Thread.currentThread().getName());
        }
        me.called();
        return me;
    }

    @Override
    public int start(TaskSpec spec, int process, Task body) {
        MeasuredTask parent = caller();
        enter();
        try {
            int id = tasks.size();
            guarded(() -> {
                MeasuredTask task =
                        newTask(parent.id, spec, process == EventSink.NONE ? parent.process : process, body);
                task.readyFrom = parent.core;
                cores.arriveAt(spec.arrivalNanos(), task, nowNanos());
            });
            return id;
        } finally {
            exit();
        }
    }

    private MeasuredTask newTask(int parent, TaskSpec spec, int process, Task body) {
        int id = tasks.size();
        threads.checkTask(id);
        MeasuredTask task = new MeasuredTask(threads, id, spec, process, body, life);
        sink.declareTask(id, parent, spec.name());
        cores.declare(task);
        tasks.add(task);
        end.started();
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
            me.called();
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
            guarded(() -> cores.wantsCore(me, nowNanos()));
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
        lockWithin(caller());
        if (end.isClosed()) {
            lock.leave();
            throw new RunClosedError();
        }
    }

    /**
     * Takes the lock within a task's slice. Waiting for it may move a virtual thread to another carrier, whose time is
     * another.
     */
    private void lockWithin(MeasuredTask me) {
        if (lock.tryEnter()) {
            return;
        }
        SliceMeter meter = cores.meter(me);
        if (meter == null) {
            lock.enter();
        } else {
            meter.rest();
            lock.enter();
            meter.goOn();
        }
    }

    @Override
    public void exit() {
        if (lock.isMine()) {
            lock.leave();
        }
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
        return touching().id;
    }

    private MeasuredTask touching() {
        MeasuredTask me = caller();
        if (interleaving != null && me.core != KernelTask.NO_CORE) {
            drawWhoGoesOn(me, interleaving);
        }
        return me;
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
    public void access(MemoryLine line, boolean write) {
        MeasuredTask me = touching();
        if (me.isWanted()) {
            giveWay(me, false);
        }
        if (!distributed) {
            checkProcess(me, line);
            return;
        }
        // Which core touches a line first is for one of them to find out.
        enter();
        try {
            checkOwn(me, line);
        } finally {
            exit();
        }
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
        try {
            finish(me, runAndTellWhetherItFailed(me));
        } catch (RunClosedError e) {
            // The run is over, and with it this thread: there is nothing left to tell.
            return;
        }
    }

    private boolean runAndTellWhetherItFailed(MeasuredTask me) {
        try {
            if (me.isMain()) {
                originNanos = System.nanoTime();
            } else {
                // It can't call yet: nobody sees it run before its slice has begun.
                lockWithin(me);
                try {
                    begin(me);
                } finally {
                    lock.leave();
                }
            }
            me.body.run();
            return false;
        } catch (OutOfMemoryError e) {
            throw exhausted(e);
        } catch (Throwable e) {
            if (end.isClosed()) {
                throw new RunClosedError();
            }
            // This may be a RunClosedError too: of an earlier run, whose channels or mutexes the program still uses.
            failed(me.id, e);
            return true;
        }
    }

    private void finish(MeasuredTask me, boolean itFailed) {
        lockWithin(me);
        try {
            if (end.isClosed()) {
                return;
            }
            // A main without a core declares no time: what it did since it was woken took none.
            long now = me.core == KernelTask.NO_CORE ? me.wokenNanos : nowNanos();
            end.finished(now);
            guarded(() -> cores.end(me, itFailed, now));
            end.ifNothingCanRun();
        } finally {
            lock.leave();
        }
    }

    /** Leaves the lock until it is this task's turn, and begins its slice. */
    private void awaitTurn(MeasuredTask me) {
        end.ifNothingCanRun();
        lock.leave();
        try {
            me.turn.await();
        } catch (OutOfMemoryError e) {
            // A virtual thread that waits needs memory for its stack.
            throw exhausted(e);
        }
        if (end.isClosed()) {
            // Thousands may be woken by the end at once: none of them needs the lock any more.
            throw new RunClosedError();
        }
        lock.enter();
        begin(me);
    }

    /** Notes that a task that was dispatched really runs now; does nothing for a main without a core. */
    private void begin(MeasuredTask me) {
        if (end.isClosed()) {
            throw new RunClosedError();
        }
        guarded(() -> cores.begin(me, nowNanos()));
        callers.runs(me);
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

    private void give(MeasuredTask task) {
        if (end.isClosed() && task.turn.thread() == null) {
            return;
        }
        try {
            task.turn.give();
        } catch (ExhaustedException e) {
            lock.with(() -> end.by(e));
        }
    }

    /** Has as many carriers as threads may run; the lock is held. */
    private void setCarriers() {
        boolean free = main.runsFree();
        if (free != mainRunsFree) {
            mainRunsFree = free;
        }
        int wanted = cores.inUse() + (free ? 1 : 0);
        if (threads.kind() == ThreadKind.VIRTUAL && wanted != carriers) {
            carriers = wanted;
            Carriers.want(wanted);
        }
    }

    /** Ends the run because there is no memory left; returns what to throw. The lock isn't held. */
    private RunClosedError exhausted(OutOfMemoryError e) {
        lock.with(() -> end.by(e));
        return new RunClosedError();
    }

    /** Does a step, with the lock held; where the run can't go on after it, that ends, and the calling task with it. */
    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (TraceFullException | ExhaustedException | OutOfMemoryError e) {
            throw end.by(e);
        } catch (RuntimeException e) {
            throw end.byFault(e);
        }
    }

    // ---- What the run's own thread does ----

    /** Does what is due and what was asked for from outside; returns when to look again. */
    private long onTimer() {
        long[] next = {MeasuredCores.NEVER};
        try {
            lock.with(() -> guarded(() -> next[0] = end.isClosed() ? MeasuredCores.NEVER : due(nowNanos())));
        } catch (RunClosedError e) {
            // That was the end; the alarm has been told what is left to do.
            return MeasuredCores.NEVER;
        }
        return next[0];
    }

    private long due(long now) {
        if (stopAsked) {
            end.onRequest();
            return MeasuredCores.NEVER;
        }
        int wantedCores = coresAsked.getAndSet(0);
        if (wantedCores > 0) {
            cores.setCores(wantedCores, now);
        }
        return alarm.planned(cores.due(now));
    }

    @Override
    public String taskName(int id) {
        return tasks.get(id).name;
    }
}
