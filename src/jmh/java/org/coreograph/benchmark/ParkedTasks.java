package org.coreograph.benchmark;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.coreograph.model.Clock;
import org.coreograph.model.RunEnd;
import org.coreograph.model.Settings;
import org.coreograph.model.ThreadKind;
import org.coreograph.program.Machine;
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

    /**
     * Runs it to its end.
     *
     * @param meanwhile what main does while all tasks wait
     * @return what the trace shows of it
     */
    Trace run(Runnable meanwhile) throws InterruptedException {
        TraceRecorder recorder = new TraceRecorder(settings.cores());
        RunEnd end = CheckedRuns.run(machine -> waitTogether(machine, meanwhile), settings, recorder);
        return recorder.snapshot(end.endNanos());
    }

    private void waitTogether(Machine machine, Runnable meanwhile) {
        WaitGroup begun = machine.waitGroup();
        WaitGroup gate = machine.waitGroup();
        begun.add(count);
        gate.add(1);
        for (int i = 0; i < count; i++) {
            machine.start("task " + i, () -> {
                begun.done();
                gate.await();
            });
        }
        begun.await();
        meanwhile.run();
        gate.done();
    }

    /** Does something while as many bare threads of the same kind are parked. */
    void runBare(Runnable meanwhile) throws InterruptedException {
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
