package org.coreograph.engine;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.coreograph.model.Action;
import org.coreograph.model.EventSink;
import org.coreograph.model.Interleave;
import org.coreograph.model.MemoryKind;
import org.coreograph.model.Outcome;
import org.coreograph.model.SettingName;
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
import org.coreograph.scheduler.SeededDraws;
import org.jspecify.annotations.Nullable;

/**
 * The simulated clock: a discrete-event kernel that has no thread of its own.
 *
 * <p><b>The token.</b> Each task's code runs on the task's own thread, but only one thread runs at a time: the one with
 * the token. A task that declares time runs the kernel itself, until it finds the task whose code has to run next; if
 * that is another, it gives it the token and waits to get it back. So the order of everything comes from the kernel
 * alone and never from the JVM's scheduler, and nothing needs a lock: the hand-over of the token orders memory.
 *
 * <p>What happens when is in {@link SimulatedCores}; this class is about threads, and about how a run ends.
 *
 * <p><b>The end.</b> {@link #phase} goes from running to stopping to over, and whoever moves it to over publishes the
 * end. From then on every call by a task of this run throws, so that its thread ends.
 */
final class SimulatedKernel extends AbstractKernel {
    private static final int RUNNING = 0;
    private static final int STOPPING = 1;
    private static final int OVER = 2;

    private final AtomicInteger phase = new AtomicInteger(RUNNING);
    private final TaskTable<SimulatedTask> tasks = new TaskTable<>();
    private final SimulatedCores cores;
    private final long spawnNanos;
    private final long accessNanos;
    private final long coherenceNanos;
    private final @Nullable Bus bus;

    /** Whether a draw decides who goes on before each operation on something shared. */
    private final boolean random;

    private final SeededDraws interleaving;

    /** Told of each call of a task; null in all runs but those made for that alone. */
    private final @Nullable LineWatch lines;

    private int unfinished;
    private SimulatedTask current;

    /** How far the run has come, for others than its tasks; a hint, and written without a fence. */
    private final AtomicLong publishedNanos = new AtomicLong();

    private final Watch watch =
            new Watch(new SimulatedPlaces(() -> current, publishedNanos::getOpaque), Watch.GRACE_NANOS);

    SimulatedKernel(Program program, Settings settings, EventSink sink, TaskThreads threads) {
        this(program, settings, sink, threads, null);
    }

    /** @param lines told of each call of a task, or null */
    SimulatedKernel(
            Program program, Settings settings, EventSink sink, TaskThreads threads, @Nullable LineWatch lines) {
        super(settings, sink, threads);
        this.lines = lines;
        cores = new SimulatedCores(tasks, settings, sink);
        spawnNanos = settings.number(SettingName.COST_SPAWN);
        random = settings.interleave() == Interleave.RANDOM;
        interleaving = new SeededDraws(settings.seed(), "interleave");
        accessNanos = settings.number(SettingName.COST_ACCESS);
        coherenceNanos = settings.number(SettingName.COST_COHERENCE);
        bus = settings.memory() == MemoryKind.DISTRIBUTED ? new Bus(settings) : null;
        current = newTask(EventSink.NONE, TaskSpec.named("main"), 0, () -> program.run(new Machine(this)));
        current.arrived = true;
        sink.offCore().arrived(0, EventSink.MAIN);
    }

    // ---- The run as others see it ----

    @Override
    Watch watch() {
        return watch;
    }

    @Override
    void start() {
        if (settings.threads() == ThreadKind.VIRTUAL) {
            // Only one thread runs at a time: one carrier makes each hand-over of the token cheap.
            Carriers.want(1);
        }
        try {
            current.turn.give();
        } catch (ExhaustedException e) {
            end(Outcome.STOPPED, e.getMessage(), List.of(), List.of());
        }
    }

    @Override
    public boolean setCores(int wanted) {
        Settings.checkCores(wanted);
        return false;
    }

    @Override
    public void stop() {
        if (phase.compareAndSet(RUNNING, STOPPING)) {
            Thread.ofPlatform().daemon().name("coreograph-stop").start(this::giveUpAfterAWhile);
        }
    }

    private void giveUpAfterAWhile() {
        try {
            // The task with the token stops the run at its next call; one that makes none is given up.
            if (!await(GRACE_MILLIS)) {
                SimulatedTask stuck = current;
                end(Outcome.STOPPED, ON_REQUEST, List.of(), List.of(stuck.turn));
            }
        } catch (InterruptedException e) {
            // Nobody waits for this thread: whoever interrupts it ends the process.
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public long nowNanos() {
        return current.turn.isMine() ? cores.nowNanos() : publishedNanos.getOpaque();
    }

    // ---- What tasks call ----

    /** Checks that the calling thread has the token of a run that goes on, and returns its task. */
    @Override
    SimulatedTask caller() {
        int now = phase.get();
        if (now == OVER) {
            throw new RunClosedError();
        }
        SimulatedTask me = current;
        if (!me.turn.isMine()) {
            throw new IllegalStateException("called by a thread that is no task of this run: "
                    + Thread.currentThread().getName());
        }
        me.called();
        if (now == STOPPING) {
            end(Outcome.STOPPED, ON_REQUEST, List.of(), List.of());
            throw new RunClosedError();
        }
        if (lines != null) {
            lines.called(me.id, cores.nowNanos());
        }
        return me;
    }

    @Override
    public int start(TaskSpec spec, int process, Task body) {
        SimulatedTask parent = caller();
        if (spawnNanos > 0 && parent.core != KernelTask.NO_CORE) {
            compute(spawnNanos);
        }
        int id = tasks.size();
        traced(() -> {
            SimulatedTask task = newTask(parent.id, spec, process == EventSink.NONE ? parent.process : process, body);
            cores.arriveAt(spec.arrivalNanos(), task, parent.core);
        });
        return id;
    }

    private SimulatedTask newTask(int parent, TaskSpec spec, int process, Task body) {
        int id = tasks.size();
        threads.checkTask(id);
        SimulatedTask task = new SimulatedTask(threads, id, spec, process, body, this::live);
        sink.declareTask(id, parent, spec.name());
        cores.declare(task);
        tasks.add(task);
        unfinished++;
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
        if (!cores.goesOn(me, nanos)) {
            cores.compute(me, nanos);
            passOn(me);
        }
    }

    @Override
    public void pause(WaitKind kind, long nanos) {
        SimulatedTask me = caller();
        traced(() -> cores.pause(me, kind, nanos));
        passOn(me);
    }

    @Override
    public void giveWay() {
        SimulatedTask me = caller();
        if (me.core != KernelTask.NO_CORE) {
            cores.giveWay(me);
            passOn(me);
        }
    }

    @Override
    public int touch() {
        SimulatedTask me = caller();
        if (random && me.core != KernelTask.NO_CORE) {
            int ready = cores.ready(me.core);
            int drawn = ready == 0 ? 0 : interleaving.nextInt(ready + 1);
            if (drawn > 0) {
                traced(() -> cores.letGoFirst(me, drawn - 1));
                passOn(me);
            }
        }
        return me.id;
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
        traced(() -> cores.leave(me, kind, on));
        passOn(me);
    }

    @Override
    public boolean block(WaitKind kind, Waitable on, long timeoutNanos, Runnable whenTimeIsUp) {
        SimulatedTask me = caller();
        traced(() -> cores.leaveUntil(me, kind, on, timeoutNanos, whenTimeIsUp));
        passOn(me);
        return !me.timedOut;
    }

    @Override
    public void access(MemoryLine line, boolean write) {
        touch();
        SimulatedTask me = caller();
        checkOwn(me, line);
        if (me.core == KernelTask.NO_CORE) {
            return;
        }
        long nanos = accessNanos + (line.needsTransfer(me.core, write) ? coherenceNanos : 0);
        if (nanos > 0) {
            compute(nanos);
        }
        line.accessed(me.core, write);
    }

    @Override
    public void transfer(long bytes) {
        SimulatedTask me = caller();
        if (bus == null || me.core == KernelTask.NO_CORE) {
            return;
        }
        Waitable on = bus.waitable(this);
        did(me.id, Action.TRANSFER, on, bytes);
        long nanos = bus.carry(bytes, cores.nowNanos());
        if (nanos > 0) {
            traced(() -> cores.leaveUntil(me, WaitKind.BUS, on, nanos, () -> {}));
            passOn(me);
        }
    }

    @Override
    public boolean notesActions() {
        return true;
    }

    @Override
    void note(int task, Action action, int object, @Nullable Object value) {
        caller();
        traced(() -> write(task, action, object, value));
    }

    @Override
    public void wake(int id) {
        SimulatedTask waker = caller();
        traced(() -> cores.wake(tasks.get(id), waker.id, waker.core));
    }

    // ---- Threads ----

    /** A task's life, on its thread. */
    private void live(SimulatedTask me) {
        try {
            me.body.run();
        } catch (OutOfMemoryError e) {
            end(Outcome.STOPPED, reasonToStop(e), List.of(), List.of());
            return;
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
            unfinished--;
            cores.end(me, itFailed);
            SimulatedTask next = advance();
            if (next != null) {
                current = next;
                next.turn.give();
            }
        } catch (RunClosedError e) {
            // The run was stopped meanwhile, and this thread ends here anyway.
            return;
        } catch (TraceFullException | ExhaustedException | OutOfMemoryError e) {
            end(Outcome.STOPPED, reasonToStop(e), List.of(), List.of());
        } catch (RuntimeException | Error e) {
            publishFault(e);
            throw e;
        }
    }

    /** Does a step; where the run can't go on after it, as with a full trace, that ends, and the calling task with it. */
    private void traced(Runnable step) {
        try {
            step.run();
        } catch (TraceFullException | ExhaustedException | OutOfMemoryError e) {
            throw endedBy(e);
        }
    }

    /** Ends the run because it can't go on; returns what to throw, so that the program can't mistake it for its own. */
    private RunClosedError endedBy(Throwable e) {
        end(Outcome.STOPPED, reasonToStop(e), List.of(), List.of());
        return new RunClosedError();
    }

    /**
     * Runs the kernel on the calling task's thread until it is that task's turn again. As small as can be: what is on
     * the stack while the thread is parked is copied each time.
     */
    private void passOn(SimulatedTask me) {
        if (passesOn(me)) {
            try {
                me.turn.await();
            } catch (OutOfMemoryError e) {
                // A virtual thread that waits needs memory for its stack.
                throw endedBy(e);
            }
            if (phase.get() == OVER) {
                throw new RunClosedError();
            }
        }
    }

    /** Runs the kernel until a task's code has to run; returns whether that is another, which has the token now. */
    private boolean passesOn(SimulatedTask me) {
        try {
            SimulatedTask next = advance();
            if (next == null) {
                throw new RunClosedError();
            }
            current = next;
            if (next == me) {
                return false;
            }
            next.turn.give();
            return true;
        } catch (TraceFullException | ExhaustedException | OutOfMemoryError e) {
            throw endedBy(e);
        } catch (RuntimeException e) {
            publishFault(e);
            throw e;
        }
    }

    /**
     * Lets time pass until a task's code has to run.
     *
     * @return that task, or null if the run is over
     */
    private @Nullable SimulatedTask advance() {
        SimulatedTask next = cores.nextCode();
        while (next == null) {
            if (phase.get() != RUNNING) {
                end(Outcome.STOPPED, ON_REQUEST, List.of(), List.of());
                return null;
            }
            if (!cores.toNextEvent()) {
                endByItself();
                return null;
            }
            if (cores.nowNanos() > SimulatedCores.MAX_NANOS) {
                end(Outcome.STOPPED, "the run takes longer than 73 years of simulated time", List.of(), List.of());
                return null;
            }
            publishedNanos.setOpaque(cores.nowNanos());
            next = cores.nextCode();
        }
        return next;
    }

    // ---- The end ----

    private void endByItself() {
        if (unfinished == 0) {
            String failure = failureReason(this::taskName);
            end(failure == null ? Outcome.COMPLETED : Outcome.FAILED, failure, List.of(), List.of());
            return;
        }
        Deadlock deadlock = tasks.deadlock();
        end(Outcome.DEADLOCK, deadlock.reason(), deadlock.links(), List.of());
    }

    @Override
    public String taskName(int id) {
        return tasks.get(id).name;
    }

    /** Closes the run and says how it ended, unless that was done. */
    private void end(Outcome outcome, @Nullable String reason, List<StuckTask> stuck, List<Turn> givenUp) {
        if (phase.getAndSet(OVER) == OVER) {
            return;
        }
        long end = cores.nowNanos();
        publishedNanos.set(end);
        try {
            cores.close();
        } catch (TraceFullException e) {
            // The run ends because of just that, and the reason says so already.
            reason = e.getMessage();
        }
        publish(outcome, reason, end, stuck, givenUp, null);
        MeasuredEnd.endThreads(tasks);
    }
}
