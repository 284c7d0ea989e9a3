package org.coreograph.benchmark;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.coreograph.engine.Engine;
import org.coreograph.engine.Run;
import org.coreograph.model.Clock;
import org.coreograph.model.Durations;
import org.coreograph.model.Outcome;
import org.coreograph.model.RunEnd;
import org.coreograph.model.Settings;
import org.coreograph.model.ThreadKind;
import org.coreograph.program.Machine;
import org.coreograph.program.Program;
import org.coreograph.program.WaitGroup;
import org.coreograph.trace.Trace;
import org.coreograph.trace.TraceRecorder;

/** A run in which many tasks wait at the same time, and as many bare threads that do. */
public enum ParkedTasks {
    SIMULATED_200000(Clock.SIMULATED, ThreadKind.VIRTUAL, 200_000),
    SIMULATED_1000000(Clock.SIMULATED, ThreadKind.VIRTUAL, 1_000_000),
    MEASURED_200000(Clock.MEASURED, ThreadKind.VIRTUAL, 200_000),
    SIMULATED_PLATFORM_5000(Clock.SIMULATED, ThreadKind.PLATFORM, 5_000),
    MEASURED_PLATFORM_5000(Clock.MEASURED, ThreadKind.PLATFORM, 5_000);

    private final Settings settings;
    private final int count;

    ParkedTasks(Clock clock, ThreadKind threads, int count) {
        this.settings = Settings.DEFAULTS.withClock(clock).withThreads(threads);
        this.count = count;
    }

    int count() {
        return count;
    }

    boolean virtual() {
        return settings.threads() == ThreadKind.VIRTUAL;
    }

    /** Returns what it is, such as {@code 200,000 simulated tasks, virtual threads}. */
    String words() {
        return String.format(
                Locale.ROOT,
                "%,d %s tasks, %s threads",
                count,
                settings.clock().name().toLowerCase(Locale.ROOT),
                settings.threads().name().toLowerCase(Locale.ROOT));
    }

    /** Runs it to its end, and returns what the trace shows of it. */
    Trace run() throws InterruptedException {
        TraceRecorder recorder = new TraceRecorder(settings.cores());
        RunEnd end = CheckedRuns.run(machine -> startWaiting(machine, () -> {}).done(), settings, recorder);
        return recorder.snapshot(end.endNanos());
    }

    /**
     * Has main do something while all tasks wait. The run is stopped then, since a million tasks that go on and end
     * write more records than a trace may have. Returns when the last thread has ended.
     */
    void whileWaiting(Runnable meanwhile) throws InterruptedException {
        CompletableFuture<Run> itself = new CompletableFuture<>();
        CountDownLatch threads = new CountDownLatch(count);
        Program program = machine -> {
            startWaiting(machine, threads::countDown);
            meanwhile.run();
            itself.join().stop();
            while (true) {
                machine.sleep(Durations.MILLI);
            }
        };
        Run run = new Engine().start(program, settings, new TraceRecorder(settings.cores()));
        itself.complete(run);
        RunEnd end = run.await();
        if (end.outcome() != Outcome.STOPPED) {
            throw new IllegalStateException("the run was not stopped, but " + end);
        }
        threads.await();
    }

    /**
     * Starts all tasks, and returns when they wait.
     *
     * @param atItsEnd what each does at its end
     * @return what they wait for
     */
    private WaitGroup startWaiting(Machine machine, Runnable atItsEnd) {
        WaitGroup begun = machine.waitGroup();
        WaitGroup gate = machine.waitGroup();
        begun.add(count);
        gate.add(1);
        for (int i = 0; i < count; i++) {
            machine.start("task " + i, () -> {
                try {
                    begun.done();
                    gate.await();
                } finally {
                    atItsEnd.run();
                }
            });
        }
        begun.await();
        return gate;
    }

    /** Does something while as many bare threads of the same kind are parked. */
    void whileBareThreadsWait(Runnable meanwhile) throws InterruptedException {
        CheckedRuns.setCarriers(2);
        CountDownLatch begun = new CountDownLatch(count);
        Gate gate = new Gate();
        Runnable body = () -> {
            begun.countDown();
            gate.await();
        };
        Thread[] threads = new Thread[count];
        for (int i = 0; i < count; i++) {
            threads[i] = switch (settings.threads()) {
                case VIRTUAL -> Thread.ofVirtual().start(body);
                case PLATFORM -> Thread.ofPlatform().start(body);
            };
        }
        begun.await();
        meanwhile.run();
        gate.open = true;
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
            thread.join();
        }
    }

    private static final class Gate {
        volatile boolean open;

        void await() {
            while (!open) {
                LockSupport.park();
            }
        }
    }
}
