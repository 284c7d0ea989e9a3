package org.coreograph.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.coreograph.model.Durations;
import org.coreograph.model.EventSink;
import org.coreograph.model.ObjectInfo;
import org.coreograph.model.Outcome;
import org.coreograph.model.RunEnd;
import org.coreograph.model.Settings;
import org.coreograph.program.Program;
import org.coreograph.program.Task;
import org.coreograph.program.WaitGroup;
import org.coreograph.testkit.Await;
import org.coreograph.testkit.DiscardingSink;
import org.coreograph.testkit.EveryEngine;
import org.coreograph.testkit.Runs;
import org.junit.jupiter.api.Timeout;

/** What becomes of a run that needs more threads, memory or tasks than there are. */
@Timeout(60)
class ExhaustionTest {
    private static final int PLENTY = 1_000_000;

    private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();

    /** A sink that has no memory for a fifth task. */
    private static final class RoomForFour implements EventSink {
        private final EventSink discarding = new DiscardingSink();

        @Override
        public void declareTask(int task, int parent, String name) {
            if (task == 5) {
                throw new OutOfMemoryError("Java heap space");
            }
        }

        @Override
        public void declareObject(int object, ObjectInfo info) {
            discarding.declareObject(object, info);
        }

        @Override
        public int declareText(String text) {
            return discarding.declareText(text);
        }

        @Override
        public Writer core(int core) {
            return discarding.core(core);
        }

        @Override
        public Writer offCore() {
            return discarding.offCore();
        }
    }

    /** A program of tasks that wait for each other, each of which needs a thread of its own at once. */
    private static Program waiting(int tasks) {
        return machine -> {
            WaitGroup all = machine.waitGroup();
            all.add(tasks);
            for (int i = 0; i < tasks; i++) {
                machine.start("waits", () -> {
                    machine.compute(1);
                    all.done();
                    all.await();
                });
            }
        };
    }

    private Thread thread(Settings settings, String name, Runnable body) {
        Thread thread = TaskThreads.make(settings.threads(), name, body);
        threads.add(thread);
        return thread;
    }

    private static RunEnd run(Program program, Settings settings, TaskThreads threads) throws InterruptedException {
        return run(program, settings, threads, new DiscardingSink());
    }

    private static RunEnd run(Program program, Settings settings, TaskThreads threads, EventSink sink)
            throws InterruptedException {
        AbstractKernel kernel = switch (settings.clock()) {
            case SIMULATED -> new SimulatedKernel(program, settings, sink, threads);
            case MEASURED -> new MeasuredKernel(program, settings, sink, threads);
        };
        kernel.start();
        return kernel.await();
    }

    private void nothingIsLeft(Settings settings) throws InterruptedException {
        threads.removeIf(thread -> thread.getState() == Thread.State.NEW);
        Await.end(threads);
        assertThat(Runs.run(waiting(10), settings).end().outcome()).isEqualTo(Outcome.COMPLETED);
    }

    @EveryEngine
    void runThatGetsNoMoreThreadsIsStoppedAndSaysWhatToDo(Settings settings) throws InterruptedException {
        for (int enough : new int[] {0, 1, 2, 17}) {
            AtomicInteger made = new AtomicInteger();
            TaskThreads few = new TaskThreads(
                    settings.threads(),
                    (name, body) -> {
                        if (made.incrementAndGet() > enough) {
                            throw new OutOfMemoryError("unable to create native thread");
                        }
                        return thread(settings, name, body);
                    },
                    PLENTY,
                    PLENTY);
            RunEnd end = run(waiting(50), settings.withCores(2), few);
            assertThat(end.outcome()).isEqualTo(Outcome.STOPPED);
            assertThat(end.reason())
                    .startsWith("the operating system gives no thread beyond ")
                    .containsAnyOf("choose virtual threads", "close other programs");
        }
        nothingIsLeft(settings);
    }

    @EveryEngine
    void runThatMayHaveNoMoreThreadsIsStopped(Settings settings) throws InterruptedException {
        TaskThreads few = new TaskThreads(settings.threads(), (name, body) -> thread(settings, name, body), 20, PLENTY);
        RunEnd end = run(waiting(50), settings, few);
        assertThat(end.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(end.reason())
                .isEqualTo(
                        "a run has at most 20 platform threads at once: choose virtual threads, or start fewer tasks");
        nothingIsLeft(settings);
    }

    @EveryEngine
    void threadsOfTasksThatEndedMakeRoom(Settings settings) throws InterruptedException {
        TaskThreads few = new TaskThreads(settings.threads(), (name, body) -> thread(settings, name, body), 8, PLENTY);
        Program program = machine -> {
            for (int i = 0; i < 200; i++) {
                machine.start("short", () -> machine.compute(1));
                machine.sleep(Durations.MICRO);
                Await.until("its thread to end", () -> few.alive() <= 2);
            }
        };
        assertThat(run(program, settings, few).outcome()).isEqualTo(Outcome.COMPLETED);
        nothingIsLeft(settings);
    }

    @EveryEngine
    void endlessLoopOfStartsComesToItsEnd(Settings settings) throws InterruptedException {
        TaskThreads bounded =
                new TaskThreads(settings.threads(), (name, body) -> thread(settings, name, body), PLENTY, 300);
        Program program = machine -> {
            while (true) {
                machine.start("one more", () -> machine.compute(1));
            }
        };
        RunEnd end = run(program, settings, bounded);
        assertThat(end.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(end.reason()).isEqualTo("a run has at most 300 tasks: start fewer");
        nothingIsLeft(settings);
    }

    @EveryEngine
    void tasksThatStartTasksComeToTheirEnd(Settings settings) throws InterruptedException {
        TaskThreads bounded =
                new TaskThreads(settings.threads(), (name, body) -> thread(settings, name, body), PLENTY, 300);
        Program program = machine -> machine.start("first", new Task() {
            @Override
            public void run() {
                machine.start("left", this);
                machine.start("right", this);
                machine.sleep(Durations.MAX_NANOS);
            }
        });
        RunEnd end = run(program, settings.withCores(2), bounded);
        assertThat(end.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(end.reason()).isEqualTo("a run has at most 300 tasks: start fewer");
        nothingIsLeft(settings);
    }

    @EveryEngine
    void programThatUsesUpTheMemoryIsStopped(Settings settings) throws InterruptedException {
        Program program = machine -> {
            machine.start("waits", () -> machine.sleep(Durations.MAX_NANOS));
            machine.start("hog", () -> {
                machine.compute(1);
                throw new OutOfMemoryError("Java heap space");
            });
        };
        RunEnd end = Runs.run(program, settings).end();
        assertThat(end.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(end.reason()).matches("the [0-9,]+ MB of memory that Java may use are too few: .*-Xmx4g");
        nothingIsLeft(settings);
    }

    @EveryEngine
    void memoryThatIsUsedUpWhileStartingATaskStopsTheRun(Settings settings) throws InterruptedException {
        RunEnd end = run(waiting(10), settings, TaskThreads.of(settings.threads()), new RoomForFour());
        assertThat(end.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(end.reason()).contains("MB of memory that Java may use are too few");
        nothingIsLeft(settings);
    }
}
