package org.coreograph.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.Durations;
import org.coreograph.model.Outcome;
import org.coreograph.model.RunEnd;
import org.coreograph.model.Settings;
import org.coreograph.program.Channel;
import org.coreograph.program.Machine;
import org.coreograph.program.Mutex;
import org.coreograph.program.Program;
import org.coreograph.program.RunClosedError;
import org.coreograph.program.WaitGroup;
import org.coreograph.testkit.Await;
import org.coreograph.testkit.DiscardingSink;
import org.coreograph.testkit.EveryEngine;
import org.coreograph.testkit.Runs;
import org.junit.jupiter.api.Timeout;

/**
 * How a run is stopped, and what is left of it: nothing but a thread that never polled. Which threads that do poll are in
 * time for the end isn't asked, since a busy machine may keep one waiting; that each ends is.
 */
@Timeout(30)
class StopTest {
    /** How often each engine is started and stopped: ten thousand times in all. */
    private static final int CYCLES = 2_500;

    private final DiscardingSink sink = new DiscardingSink();

    /** Everything that a task can call, so that each call can be made where it must be refused. */
    private record Calls(Machine machine, Channel<Integer> roomy, Channel<Integer> full, Mutex mutex, WaitGroup group) {
        static Calls on(Machine machine) {
            Channel<Integer> roomy = machine.channel("roomy", 8);
            roomy.send(1);
            return new Calls(machine, roomy, machine.channel("full", 0), machine.mutex("m"), machine.waitGroup());
        }

        List<Runnable> all() {
            return List.of(
                    () -> machine.start("late", () -> {}),
                    () -> machine.startAt(Durations.SECOND, "late", () -> {}),
                    () -> machine.compute(1),
                    () -> machine.compute(0),
                    () -> machine.compute(1, () -> {}),
                    () -> machine.compute(0, () -> {}),
                    () -> machine.count(1),
                    () -> machine.count(0),
                    () -> machine.sleep(1),
                    () -> machine.sleep(0),
                    () -> machine.nowNanos(),
                    () -> machine.waitGroup(),
                    () -> machine.mutex("late"),
                    () -> machine.channel("late", 0),
                    () -> machine.result("late", 1),
                    () -> roomy.send(2),
                    () -> roomy.receive(),
                    () -> full.send(3),
                    () -> full.receive(),
                    () -> full.iterator().hasNext(),
                    () -> roomy.close(),
                    () -> mutex.lock(),
                    () -> mutex.unlock(),
                    () -> group.add(1),
                    () -> group.await(),
                    () -> group.done());
        }
    }

    private RunEnd stopOnce(Program program, Settings settings, AtomicBoolean reached) throws InterruptedException {
        Run run = new Engine().start(program, settings, sink);
        Await.until("the program to be under way", reached::get);
        run.stop();
        run.stop();
        RunEnd end = run.await();
        assertThat(run.isOver()).isTrue();
        assertThat(end.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(end.reason()).startsWith("on request");
        assertThat(run.nowNanos()).isEqualTo(end.endNanos());
        return end;
    }

    @EveryEngine
    void computationsWithoutEndAreStopped(Settings settings) throws InterruptedException {
        AtomicBoolean reached = new AtomicBoolean();
        Queue<Thread> threads = new ConcurrentLinkedQueue<>();
        Program program = machine -> {
            for (int i = 0; i < 5; i++) {
                machine.start("loop", () -> {
                    threads.add(Thread.currentThread());
                    while (true) {
                        machine.compute(10 * Durations.MICRO);
                        reached.set(true);
                    }
                });
            }
        };
        stopOnce(program, settings.withCores(2), reached);
        Await.end(threads);
    }

    @EveryEngine
    void oneLongComputationIsStopped(Settings settings) throws InterruptedException {
        AtomicBoolean reached = new AtomicBoolean();
        Queue<Thread> threads = new ConcurrentLinkedQueue<>();
        Program program = machine -> {
            for (int i = 0; i < 2; i++) {
                machine.start("day", () -> {
                    threads.add(Thread.currentThread());
                    reached.set(true);
                    for (int day = 0; day < 10_000; day++) {
                        machine.compute(Durations.MAX_NANOS);
                    }
                });
            }
        };
        stopOnce(program, settings, reached);
        Await.end(threads);
    }

    @EveryEngine
    void parkedTasksAreStopped(Settings settings) throws InterruptedException {
        AtomicBoolean reached = new AtomicBoolean();
        Queue<Thread> threads = new ConcurrentLinkedQueue<>();
        Program program = machine -> {
            Mutex mutex = machine.mutex("m");
            Channel<Integer> channel = machine.channel("c", 0);
            WaitGroup never = machine.waitGroup();
            never.add(1);
            mutex.lock();
            machine.start("locks", () -> parked(threads, mutex::lock));
            machine.start("receives", () -> parked(threads, channel::receive));
            machine.start("waits", () -> parked(threads, never::await));
            machine.start("sleeps", () -> parked(threads, () -> machine.sleep(Durations.MAX_NANOS)));
            machine.start("loops", () -> {
                while (true) {
                    machine.compute(Durations.MICRO);
                    reached.set(threads.size() == 4);
                }
            });
            never.await();
        };
        stopOnce(program, settings.withCores(3), reached);
        Await.end(threads);
    }

    private static void parked(Queue<Thread> threads, Runnable call) {
        threads.add(Thread.currentThread());
        call.run();
        throw new AssertionError("a call that must not return did");
    }

    @EveryEngine
    void mainIsStoppedToo(Settings settings) throws InterruptedException {
        AtomicBoolean reached = new AtomicBoolean();
        Queue<Thread> threads = new ConcurrentLinkedQueue<>();
        Program program = machine -> {
            threads.add(Thread.currentThread());
            machine.start("other", () -> machine.sleep(Durations.MAX_NANOS));
            while (true) {
                reached.set(true);
                machine.compute(1);
            }
        };
        stopOnce(program, settings, reached);
        Await.end(threads);
    }

    @EveryEngine
    void loopThatOnlyAsksForTheTimeIsStopped(Settings settings) throws InterruptedException {
        AtomicBoolean reached = new AtomicBoolean();
        Queue<Thread> threads = new ConcurrentLinkedQueue<>();
        Program program = machine -> machine.start("asks", () -> {
            threads.add(Thread.currentThread());
            while (machine.nowNanos() >= 0) {
                reached.set(true);
            }
        });
        stopOnce(program, settings, reached);
        Await.end(threads);
    }

    @EveryEngine
    void loopThatDeclaresNoTimeIsStopped(Settings settings) throws InterruptedException {
        AtomicBoolean reached = new AtomicBoolean();
        Queue<Thread> threads = new ConcurrentLinkedQueue<>();
        Program program = machine -> machine.start("yields", () -> {
            threads.add(Thread.currentThread());
            while (true) {
                machine.compute(0);
                machine.sleep(0);
                machine.count(0);
                reached.set(true);
            }
        });
        stopOnce(program, settings, reached);
        Await.end(threads);
    }

    @EveryEngine
    void threadThatNeverPollsIsGivenUpAndNamedAndANewRunWorks(Settings settings) throws Exception {
        AtomicBoolean reached = new AtomicBoolean();
        AtomicBoolean release = new AtomicBoolean();
        AtomicReference<Thread> thread = new AtomicReference<>();
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Program program = machine -> {
            machine.start("deaf", () -> {
                thread.set(Thread.currentThread());
                reached.set(true);
                while (!release.get()) {
                    Thread.onSpinWait();
                }
                try {
                    machine.compute(1);
                    thrown.complete(new AssertionError("a call after the run's end returned"));
                } catch (Throwable e) {
                    thrown.complete(e);
                    throw e;
                }
            });
            machine.start("polls", () -> {
                while (true) {
                    machine.compute(Durations.MICRO);
                }
            });
        };
        try {
            RunEnd end = stopOnce(program, settings.withCores(2), reached);
            assertThat(end.abandoned()).contains("deaf");
            assertThat(end.reason()).contains("given up", "deaf");
            sink.close();
            RunReport next = Runs.run(
                    machine -> {
                        for (int i = 0; i < 3; i++) {
                            machine.start("next", () -> machine.compute(Durations.MILLI));
                        }
                    },
                    settings.withCores(3));
            assertThat(next.end().outcome()).isEqualTo(Outcome.COMPLETED);
            assertThat(next.statistics().tasks()).allMatch(task -> task.finishNanos() != null);
        } finally {
            release.set(true);
        }
        assertThat(thrown.get(30, TimeUnit.SECONDS)).isInstanceOf(RunClosedError.class);
        Await.end(List.of(thread.get()));
        assertThat(sink.writtenAfterClose()).isFalse();
    }

    @EveryEngine
    void mainThatNeverPollsIsGivenUp(Settings settings) throws Exception {
        AtomicBoolean reached = new AtomicBoolean();
        AtomicBoolean release = new AtomicBoolean();
        AtomicReference<Thread> thread = new AtomicReference<>();
        Program program = machine -> {
            thread.set(Thread.currentThread());
            reached.set(true);
            while (!release.get()) {
                Thread.onSpinWait();
            }
        };
        try {
            assertThat(stopOnce(program, settings, reached).abandoned()).containsExactly("main");
            sink.close();
        } finally {
            release.set(true);
        }
        Await.end(List.of(thread.get()));
        assertThat(sink.writtenAfterClose()).isFalse();
    }

    @EveryEngine
    void oldThreadCannotTouchANewRun(Settings settings) throws Exception {
        AtomicBoolean reached = new AtomicBoolean();
        AtomicReference<Calls> newCalls = new AtomicReference<>();
        CompletableFuture<List<Throwable>> thrown = new CompletableFuture<>();
        AtomicReference<Thread> thread = new AtomicReference<>();
        Program program = machine -> machine.start("old", () -> {
            thread.set(Thread.currentThread());
            reached.set(true);
            while (newCalls.get() == null) {
                Thread.onSpinWait();
            }
            thrown.complete(thrownBy(newCalls.get().all()));
        });
        RunEnd end = stopOnce(program, settings, reached);
        assertThat(end.abandoned()).containsExactly("old");
        RunReport next = Runs.run(
                machine -> {
                    Calls calls = Calls.on(machine);
                    newCalls.set(calls);
                    assertThat(thrown.get(30, TimeUnit.SECONDS))
                            .hasSameSizeAs(calls.all())
                            .allMatch(IllegalStateException.class::isInstance);
                    machine.result("left", calls.roomy().receive());
                },
                settings);
        assertThat(next.end().reason()).isNull();
        assertThat(next.end().result()).isEqualTo(java.util.Map.of("left", 1));
        assertThat(next.trace().tasks()).hasSize(1);
        Await.end(List.of(thread.get()));
    }

    @EveryEngine
    void callFromAForeignThreadIsRefusedAndTouchesNothing(Settings settings) {
        RunReport report = Runs.run(
                machine -> {
                    Calls calls = Calls.on(machine);
                    calls.mutex().lock();
                    CompletableFuture<List<Throwable>> thrown = new CompletableFuture<>();
                    Thread.ofPlatform().daemon().start(() -> thrown.complete(thrownBy(calls.all())));
                    assertThat(thrown.get(30, TimeUnit.SECONDS))
                            .hasSameSizeAs(calls.all())
                            .allSatisfy(e -> assertThat(e)
                                    .isInstanceOf(IllegalStateException.class)
                                    .hasMessageContaining("no task of this run"));
                    calls.mutex().unlock();
                    machine.result("left", calls.roomy().receive());
                },
                settings);
        assertThat(report.end().reason()).isNull();
        assertThat(report.end().result()).isEqualTo(java.util.Map.of("left", 1));
        assertThat(report.trace().tasks()).hasSize(1);
    }

    @EveryEngine
    void callAfterTheRunIsOverThrowsAndTouchesNothing(Settings settings) throws InterruptedException {
        AtomicReference<Calls> calls = new AtomicReference<>();
        Run run = new Engine().start(machine -> calls.set(Calls.on(machine)), settings, sink);
        RunEnd end = run.await();
        sink.close();
        for (Runnable call : calls.get().all()) {
            assertThatThrownBy(call::run).isInstanceOf(RunClosedError.class);
        }
        assertThat(sink.writtenAfterClose()).isFalse();
        assertThat(end.result()).isEmpty();
        assertThat(end.outcome()).isEqualTo(Outcome.COMPLETED);
        run.stop();
        assertThat(run.await()).isSameAs(end);
    }

    @EveryEngine
    void taskThatUsesWhatAnEarlierRunMadeFailsAndTheRunGoesOn(Settings settings) {
        AtomicReference<Mutex> old = new AtomicReference<>();
        Runs.run(machine -> old.set(machine.mutex("old")), settings);
        RunReport report = Runs.run(
                machine -> {
                    machine.start("mistaken", () -> old.get().lock());
                    machine.start("other", () -> machine.compute(1));
                },
                settings);
        assertThat(report.end().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.end().failures()).containsOnlyKeys(1);
        assertThat(report.trace().times().get(2).finishNanos()).isNotNegative();
    }

    @EveryEngine
    void hundredsOfStartsAndStopsLeaveNoThread(Settings settings) throws InterruptedException {
        Program program = machine -> {
            Mutex mutex = machine.mutex("m");
            mutex.lock();
            for (int i = 0; i < 4; i++) {
                boolean waits = i == 3;
                machine.start("cycle", () -> {
                    if (waits) {
                        mutex.lock();
                    }
                    while (true) {
                        machine.compute(Durations.MICRO);
                    }
                });
            }
            machine.sleep(Durations.MAX_NANOS);
        };
        startAndStop(program, settings, 50, 2);
    }

    @EveryEngine
    void thousandsOfStartsAndStopsLeaveNoThread(Settings settings) throws InterruptedException {
        Program program = machine -> {
            machine.start("loops", () -> {
                while (true) {
                    machine.compute(Durations.MICRO);
                }
            });
            machine.start("waits", () -> machine.channel("c", 0).receive());
        };
        startAndStop(program, settings, CYCLES, 20);
    }

    /**
     * Starts and stops a program, on one core, two and three in turn, and waits for every thread that there ever was.
     *
     * @param everySo how often the program is under way before it is stopped; at other times it may not have begun
     */
    private void startAndStop(Program program, Settings settings, int times, int everySo) throws InterruptedException {
        Queue<Thread> threads = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < times; i++) {
            TaskThreads seen = new TaskThreads(
                    settings.threads(),
                    (name, body) -> {
                        Thread thread = TaskThreads.make(settings.threads(), name, body);
                        threads.add(thread);
                        return thread;
                    },
                    Integer.MAX_VALUE,
                    Integer.MAX_VALUE);
            Settings cores = settings.withCores(1 + i % 3);
            AbstractKernel run = switch (settings.clock()) {
                case SIMULATED -> new SimulatedKernel(program, cores, sink, seen);
                case MEASURED -> new MeasuredKernel(program, cores, sink, seen);
            };
            run.start();
            if (i % everySo == 0) {
                Await.until("the first task", () -> run.nowNanos() > 0);
            }
            run.stop();
            assertThat(run.await().outcome()).isEqualTo(Outcome.STOPPED);
        }
        threads.removeIf(thread -> thread.getState() == Thread.State.NEW);
        Await.end(threads);
        Await.until(
                "the engine's own threads to end",
                () -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().startsWith("coreograph-")));
    }

    private static List<Throwable> thrownBy(List<Runnable> calls) {
        List<Throwable> thrown = new ArrayList<>();
        for (Runnable call : calls) {
            try {
                call.run();
            } catch (Throwable e) {
                thrown.add(e);
            }
        }
        return thrown;
    }
}
