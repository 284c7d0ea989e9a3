package org.coreograph.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.Durations;
import org.coreograph.model.Outcome;
import org.coreograph.model.RunEnd;
import org.coreograph.model.Settings;
import org.coreograph.model.StuckTask;
import org.coreograph.model.ThreadKind;
import org.coreograph.program.Barrier;
import org.coreograph.program.Channel;
import org.coreograph.program.Condition;
import org.coreograph.program.Machine;
import org.coreograph.program.Mutex;
import org.coreograph.program.Once;
import org.coreograph.program.Pool;
import org.coreograph.program.Program;
import org.coreograph.program.RwMutex;
import org.coreograph.program.Semaphore;
import org.coreograph.program.WaitGroup;
import org.coreograph.testkit.Await;
import org.coreograph.testkit.DiscardingSink;
import org.coreograph.testkit.EveryEngine;
import org.coreograph.testkit.Runs;
import org.coreograph.trace.TaskTimes;
import org.junit.jupiter.api.Timeout;

/** What a run says when nothing can ever run again, on both clocks and both kinds of thread. */
@Timeout(30)
class DeadlockTest {

    /** Starts tasks that each take the mutex of their own number, meet, and then take the next one's. */
    private static void ring(Machine machine, int size) {
        Mutex[] forks = new Mutex[size];
        for (int i = 0; i < size; i++) {
            forks[i] = machine.mutex("fork " + i);
        }
        WaitGroup all = machine.waitGroup();
        all.add(size);
        for (int i = 0; i < size; i++) {
            Mutex mine = forks[i];
            Mutex next = forks[(i + 1) % size];
            machine.start("philosopher " + i, () -> {
                mine.lock();
                all.done();
                all.await();
                machine.compute(Durations.MICRO);
                next.lock();
            });
        }
    }

    private static RunEnd deadlock(Program program, Settings settings) {
        RunEnd end = Runs.run(program, settings).end();
        assertThat(end.outcome()).isEqualTo(Outcome.DEADLOCK);
        assertThat(end.reason()).startsWith("deadlock: ");
        return end;
    }

    @EveryEngine
    void twoTasksThatLockCrosswiseAreTheCycle(Settings settings) {
        RunEnd end = deadlock(machine -> ring(machine, 2), settings);
        assertThat(end.stuck())
                .containsExactly(new StuckTask(1, "mutex fork 1", 2), new StuckTask(2, "mutex fork 0", 1));
        assertThat(end.reason())
                .isEqualTo("deadlock: philosopher 0 waits for mutex fork 1 held by philosopher 1,"
                        + " philosopher 1 waits for mutex fork 0 held by philosopher 0");
    }

    @EveryEngine
    void cycleOfThreeIsNamedInOrder(Settings settings) {
        assertThat(deadlock(machine -> ring(machine, 3), settings.withCores(2)).stuck())
                .containsExactly(
                        new StuckTask(1, "mutex fork 1", 2),
                        new StuckTask(2, "mutex fork 2", 3),
                        new StuckTask(3, "mutex fork 0", 1));
    }

    @EveryEngine
    void whoOnlyWaitsForACycleIsNotPartOfIt(Settings settings) {
        RunEnd end = deadlock(
                machine -> {
                    WaitGroup never = machine.waitGroup();
                    never.add(1);
                    Channel<Integer> empty = machine.channel("empty", 1);
                    machine.start("bystander", empty::receive);
                    ring(machine, 2);
                    never.await();
                },
                settings);
        assertThat(end.stuck()).extracting(StuckTask::task).containsExactly(2, 3);
    }

    @EveryEngine
    void taskThatLocksTwiceWaitsForItself(Settings settings) {
        RunEnd end = deadlock(
                machine -> machine.start("twice", () -> {
                    Mutex mutex = machine.mutex("m");
                    mutex.lock();
                    mutex.lock();
                }),
                settings);
        assertThat(end.stuck()).containsExactly(new StuckTask(1, "mutex m", 1));
    }

    /** Two tasks that take two things crosswise, when both have their first. */
    private static void crosswise(Machine machine, Runnable takeLeft, Runnable takeRight) {
        WaitGroup both = machine.waitGroup();
        both.add(2);
        for (boolean leftFirst : new boolean[] {true, false}) {
            machine.start(leftFirst ? "a" : "b", () -> {
                (leftFirst ? takeLeft : takeRight).run();
                both.done();
                both.await();
                (leftFirst ? takeRight : takeLeft).run();
            });
        }
    }

    private static void isACycle(RunEnd end, String left, String right) {
        assertThat(end.stuck()).containsExactly(new StuckTask(1, right, 2), new StuckTask(2, left, 1));
    }

    @EveryEngine
    void cyclesAreFoundThroughAllThatIsHeld(Settings settings) {
        isACycle(
                deadlock(
                        machine -> crosswise(
                                machine, machine.semaphore("left", 1)::acquire, machine.semaphore("right", 1)::acquire),
                        settings),
                "semaphore left",
                "semaphore right");
        isACycle(
                deadlock(
                        machine -> crosswise(machine, machine.rwMutex("left")::lock, machine.rwMutex("right")::lock),
                        settings),
                "read-write mutex left",
                "read-write mutex right");
        isACycle(
                deadlock(
                        machine -> {
                            Pool<String> left = machine.pool("left", 1, () -> "left");
                            Pool<String> right = machine.pool("right", 1, () -> "right");
                            crosswise(machine, left::take, right::take);
                        },
                        settings),
                "pool left",
                "pool right");
    }

    @EveryEngine
    void onceThatNeedsAnotherOnceInACircleIsTheCycle(Settings settings) {
        RunEnd end = deadlock(
                machine -> {
                    Once left = machine.once("left");
                    Once right = machine.once("right");
                    WaitGroup both = machine.waitGroup();
                    both.add(2);
                    for (boolean leftFirst : new boolean[] {true, false}) {
                        machine.start(
                                "task",
                                () -> (leftFirst ? left : right).run(() -> {
                                    both.done();
                                    both.await();
                                    (leftFirst ? right : left).run(() -> {});
                                }));
                    }
                },
                settings);
        isACycle(end, "once left", "once right");
    }

    /** A writer waits for two readers, of which the second waits for the writer; the first has ended. */
    @EveryEngine
    void cycleGoesThroughAnyOfSeveralHolders(Settings settings) {
        RunEnd end = deadlock(
                machine -> {
                    RwMutex shared = machine.rwMutex("shared");
                    Semaphore permits = machine.semaphore("permits", 2);
                    WaitGroup ready = machine.waitGroup();
                    ready.add(3);
                    machine.start("ended", () -> {
                        shared.readLock();
                        permits.acquire();
                        ready.done();
                    });
                    machine.start("reads", () -> {
                        shared.readLock();
                        ready.done();
                        ready.await();
                        permits.acquire();
                    });
                    machine.start("writes", () -> {
                        permits.acquire();
                        ready.done();
                        ready.await();
                        shared.lock();
                    });
                },
                settings);
        assertThat(end.stuck())
                .containsExactly(
                        new StuckTask(2, "semaphore permits", 3), new StuckTask(3, "read-write mutex shared", 2));
    }

    @EveryEngine
    void readerThatWantsToWriteWaitsForItself(Settings settings) {
        RunEnd end = deadlock(
                machine -> machine.start("upgrades", () -> {
                    RwMutex mutex = machine.rwMutex("m");
                    mutex.readLock();
                    mutex.lock();
                }),
                settings);
        assertThat(end.stuck()).containsExactly(new StuckTask(1, "read-write mutex m", 1));
    }

    /** A semaphore that signals belongs to nobody: who took a permit is not who has to give the next. */
    @EveryEngine
    void whatOnlyOthersCanDoIsHeldByNobody(Settings settings) {
        RunEnd end = deadlock(
                machine -> {
                    Semaphore signal = machine.semaphore("signal", 0);
                    Mutex mutex = machine.mutex("m");
                    Condition condition = machine.condition("c", mutex);
                    Barrier barrier = machine.barrier("b", 2);
                    machine.start("signals once", signal::release);
                    machine.start("takes two", () -> {
                        signal.acquire();
                        signal.acquire();
                    });
                    machine.start("waits", () -> {
                        mutex.lock();
                        condition.await();
                    });
                    machine.start("meets nobody", barrier::await);
                },
                settings);
        assertThat(end.stuck())
                .containsExactly(
                        new StuckTask(2, "semaphore signal", null),
                        new StuckTask(3, "condition c", null),
                        new StuckTask(4, "barrier b", null));
    }

    /** A long chain behind a cycle: found in time, and without recursion. */
    @EveryEngine
    void cycleIsFoundAmongManyTasks(Settings settings) {
        int size = settings.threads() == ThreadKind.VIRTUAL ? 20_000 : 300;
        RunEnd end = deadlock(machine -> ring(machine, size), settings);
        assertThat(end.stuck()).hasSize(size).startsWith(new StuckTask(1, "mutex fork 1", 2));
        assertThat(end.reason()).endsWith("and " + (size - 8) + " more");
    }

    @EveryEngine
    void withoutACycleEveryStuckTaskIsNamed(Settings settings) {
        RunEnd end = deadlock(
                machine -> {
                    Channel<Integer> one = machine.channel("one", 0);
                    Channel<Integer> two = machine.channel("two", 0);
                    machine.start("sender", () -> one.send(1));
                    machine.start("receiver", two::receive);
                    machine.start("finishes", () -> machine.compute(Durations.MICRO));
                },
                settings);
        assertThat(end.stuck())
                .containsExactly(new StuckTask(1, "channel one", null), new StuckTask(2, "channel two", null));
    }

    @EveryEngine
    void mutexThatItsOwnerTookToItsGraveLeavesTheOthersStuck(Settings settings) {
        RunReport report = Runs.run(
                machine -> {
                    Mutex mutex = machine.mutex("m");
                    WaitGroup locked = machine.waitGroup();
                    locked.add(1);
                    machine.start("owner", () -> {
                        mutex.lock();
                        locked.done();
                    });
                    machine.start("heir", () -> {
                        locked.await();
                        mutex.lock();
                    });
                },
                settings);
        assertThat(report.end().outcome()).isEqualTo(Outcome.DEADLOCK);
        assertThat(report.end().stuck()).containsExactly(new StuckTask(2, "mutex m", 1));
        assertThat(report.trace().times().get(1).finishNanos()).isNotEqualTo(TaskTimes.NEVER);
        assertThat(report.trace().times().get(2).finishNanos()).isEqualTo(TaskTimes.NEVER);
    }

    @EveryEngine
    void mainThatWaitsForEverIsADeadlockAfterTheOthersFinished(Settings settings) {
        RunReport report = Runs.run(
                machine -> {
                    WaitGroup group = machine.waitGroup();
                    group.add(2);
                    machine.start("worker", () -> {
                        machine.compute(Durations.MICRO);
                        group.done();
                    });
                    group.await();
                },
                settings);
        assertThat(report.end().outcome()).isEqualTo(Outcome.DEADLOCK);
        assertThat(report.end().stuck()).containsExactly(new StuckTask(0, "wait group", null));
        assertThat(report.statistics().tasks()).hasSize(1);
        assertThat(report.statistics().tasks().get(0).finishNanos()).isNotNull();
    }

    @EveryEngine
    void mainAloneThatWaitsForEverIsADeadlock(Settings settings) {
        RunEnd end = deadlock(machine -> machine.<Integer>channel("c", 0).receive(), settings);
        assertThat(end.stuck()).containsExactly(new StuckTask(0, "channel c", null));
    }

    @EveryEngine
    void sleeperOrALateArrivalIsNoDeadlock(Settings settings) {
        RunReport report = Runs.run(
                machine -> {
                    Channel<Integer> channel = machine.channel("c", 0);
                    machine.start("waits", channel::receive);
                    machine.start("sleeps", () -> machine.sleep(Durations.MILLI));
                    machine.startAt(2 * Durations.MILLI, "late", () -> channel.send(1));
                },
                settings);
        assertThat(report.end().outcome()).isEqualTo(Outcome.COMPLETED);
    }

    @EveryEngine
    void deadlockIsNamedBeforeAFailure(Settings settings) {
        RunEnd end = deadlock(
                machine -> {
                    machine.start("fails", () -> {
                        throw new IllegalStateException("on purpose");
                    });
                    ring(machine, 2);
                },
                settings);
        assertThat(end.failures()).containsOnlyKeys(1);
        assertThat(end.stuck()).extracting(StuckTask::task).containsExactly(2, 3);
    }

    @EveryEngine
    void stopIsNamedBeforeAFailure(Settings settings) throws InterruptedException {
        AtomicBoolean failed = new AtomicBoolean();
        Run run = new Engine()
                .start(
                        machine -> {
                            machine.start("fails", () -> {
                                throw new IllegalStateException("on purpose");
                            });
                            machine.start("loops", () -> {
                                while (true) {
                                    machine.compute(Durations.MICRO);
                                    failed.set(true);
                                }
                            });
                        },
                        settings,
                        new DiscardingSink());
        Await.until("the failure", failed::get);
        run.stop();
        RunEnd end = run.await();
        assertThat(end.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(end.stuck()).isEmpty();
        assertThat(end.failures()).containsOnlyKeys(1);
    }

    @EveryEngine
    void failuresLeaveTheOthersToGoOnAndAreCounted(Settings settings) {
        RunReport report = Runs.run(
                machine -> {
                    for (int i = 0; i < 3; i++) {
                        machine.start("bad " + i, () -> {
                            machine.compute(Durations.MICRO);
                            throw new java.io.IOException("disk");
                        });
                    }
                    machine.start("good", () -> machine.compute(Durations.MILLI));
                    throw new StackOverflowError("main too");
                },
                settings);
        assertThat(report.end().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.end().failures()).containsOnlyKeys(0, 1, 2, 3);
        assertThat(report.end().failures().get(2)).contains("IOException: disk", "DeadlockTest");
        assertThat(report.end().reason()).contains("main failed", "main too", "3 more");
        assertThat(report.statistics().tasks())
                .extracting(task -> task.failed())
                .containsExactly(true, true, true, false);
        assertThat(report.trace().times().get(4).failed()).isFalse();
        assertThat(report.trace().times().stream()
                        .mapToLong(TaskTimes::finishNanos)
                        .max())
                .hasValue(report.endNanos());
    }
}
