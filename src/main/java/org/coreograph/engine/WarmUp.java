package org.coreograph.engine;

import java.util.EnumSet;
import java.util.Set;
import org.coreograph.model.Action;
import org.coreograph.model.Durations;
import org.coreograph.model.EventSink;
import org.coreograph.model.ObjectInfo;
import org.coreograph.model.PolicyKind;
import org.coreograph.model.Settings;
import org.coreograph.model.SliceEnd;
import org.coreograph.model.ThreadKind;
import org.coreograph.model.ValueKind;
import org.coreograph.model.WaitKind;
import org.coreograph.program.Channel;
import org.coreograph.program.Machine;
import org.coreograph.program.WaitGroup;
import org.jspecify.annotations.Nullable;

/**
 * A little measured run that nobody sees, before the first one of each thread kind in a JVM. Without it the first run,
 * which in a comparison is the one-core run, would pay for loading and compiling the engine, and the other wouldn't.
 * The program's own code is still compiled while it first runs.
 */
final class WarmUp {
    private static final int TASKS = 3;
    private static final long ROUNDS = 2_000_000;

    /** What has been warmed up; that belongs to the whole JVM, and is guarded by the permit to run. */
    private static final Set<ThreadKind> DONE = EnumSet.noneOf(ThreadKind.class);

    private WarmUp() {}

    /** Warms up what a measured run with these settings uses, unless that was done; takes some 20 ms. */
    static void before(Settings settings) throws InterruptedException {
        if (!DONE.add(settings.threads())) {
            return;
        }
        Settings small =
                settings.withCores(2).withPolicy(PolicyKind.ROUND_ROBIN).withQuantumNanos(Durations.MILLI);
        MeasuredKernel kernel =
                new MeasuredKernel(WarmUp::program, small, new Nowhere(), TaskThreads.of(small.threads()));
        kernel.start();
        kernel.await();
    }

    private static void program(Machine machine) {
        WaitGroup all = machine.waitGroup();
        Channel<Integer> channel = machine.channel("warm-up", 1);
        all.add(TASKS);
        for (int i = 0; i < TASKS; i++) {
            machine.start("warm-up", () -> {
                machine.count(ROUNDS);
                channel.send(1);
                machine.sleep(Durations.MICRO);
                all.done();
            });
        }
        for (int i = 0; i < TASKS; i++) {
            channel.receive();
        }
        all.await();
    }

    /** Takes events and forgets them. */
    private static final class Nowhere implements EventSink, EventSink.Writer {
        @Override
        public void declareTask(int task, int parent, String name) {}

        @Override
        public void declareObject(int object, ObjectInfo info) {}

        @Override
        public int declareText(String text) {
            return 0;
        }

        @Override
        public Writer core(int core) {
            return this;
        }

        @Override
        public Writer offCore() {
            return this;
        }

        @Override
        public void arrived(long atNanos, int task) {}

        @Override
        public void ran(
                long dispatchedNanos,
                long startNanos,
                long endNanos,
                int task,
                SliceEnd why,
                @Nullable WaitKind wait,
                int object,
                boolean switched,
                boolean migrated) {}

        @Override
        public void switched(long startNanos, long endNanos, int task, boolean counts) {}

        @Override
        public void facts(long cpuNanos, long osThread, int processor) {}

        @Override
        public void off(long startNanos, long endNanos) {}

        @Override
        public void blocked(long startNanos, long endNanos, int task, WaitKind kind, int object, int waker) {}

        @Override
        public void stuck(long startNanos, long endNanos, int task, WaitKind kind, int object) {}

        @Override
        public void did(long atNanos, int task, Action action, int object, ValueKind kind, long value) {}

        @Override
        public void ended(long atNanos, int task, boolean failed) {}

        @Override
        public void running(long dispatchedNanos, long startNanos, int task) {}

        @Override
        public void offSince(long startNanos) {}
    }
}
