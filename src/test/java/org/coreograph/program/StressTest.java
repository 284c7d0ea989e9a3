package org.coreograph.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.coreograph.model.Clock;
import org.coreograph.model.Durations;
import org.coreograph.model.Settings;
import org.coreograph.model.ThreadKind;
import org.coreograph.testkit.Runs;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tasks that really run at once and do nothing but get in each other's way. A lost wake-up ends such a run as a deadlock,
 * and a broken lock shows in a sum.
 */
@Timeout(120)
class StressTest {
    private static final int TASKS = 6;

    /** Platform threads take turns more slowly. */
    private static int rounds(ThreadKind threads) {
        return threads == ThreadKind.VIRTUAL ? 3_000 : 600;
    }

    /** What a task does again and again. */
    private interface Round {
        void run(int task, int round);
    }

    private static void stress(ThreadKind threads, Function<Machine, Round> program) {
        Settings settings = Settings.DEFAULTS
                .withClock(Clock.MEASURED)
                .withThreads(threads)
                .withCores(4)
                .withQuantumNanos(Durations.MILLI);
        Runs.completed(
                machine -> {
                    Round round = program.apply(machine);
                    for (int i = 0; i < TASKS; i++) {
                        int task = i;
                        machine.start("task " + i, () -> {
                            for (int n = 0; n < rounds(threads); n++) {
                                round.run(task, n);
                            }
                        });
                    }
                },
                settings);
    }

    @ParameterizedTest
    @EnumSource
    void mutex(ThreadKind threads) {
        long[] sum = {0};
        stress(threads, machine -> {
            Mutex mutex = machine.mutex("m");
            return (task, round) -> {
                if (round % 3 != 0 || !mutex.tryLock()) {
                    mutex.lock();
                }
                sum[0]++;
                mutex.unlock();
            };
        });
        assertThat(sum[0]).isEqualTo(TASKS * rounds(threads));
    }

    @ParameterizedTest
    @EnumSource
    void semaphore(ThreadKind threads) {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger tooMany = new AtomicInteger();
        stress(threads, machine -> {
            Semaphore semaphore = machine.semaphore("s", 2);
            return (task, round) -> {
                if (round % 3 != 0 || !semaphore.tryAcquire()) {
                    semaphore.acquire();
                }
                if (inside.incrementAndGet() > 2) {
                    tooMany.incrementAndGet();
                }
                inside.decrementAndGet();
                semaphore.release();
            };
        });
        assertThat(tooMany).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource
    void readWriteMutex(ThreadKind threads) {
        long[] pair = {0, 0};
        AtomicInteger torn = new AtomicInteger();
        stress(threads, machine -> {
            RwMutex mutex = machine.rwMutex("m");
            return (task, round) -> {
                if (task < 2) {
                    mutex.lock();
                    pair[0]++;
                    pair[1]++;
                    mutex.unlock();
                } else {
                    mutex.readLock();
                    if (pair[0] != pair[1]) {
                        torn.incrementAndGet();
                    }
                    mutex.readUnlock();
                }
            };
        });
        assertThat(torn).hasValue(0);
        assertThat(pair).containsExactly(2 * rounds(threads), 2 * rounds(threads));
    }

    @ParameterizedTest
    @EnumSource
    void conditions(ThreadKind threads) {
        int[] balance = {0};
        stress(threads, machine -> {
            Mutex mutex = machine.mutex("m");
            Condition some = machine.condition("some", mutex);
            Condition few = machine.condition("few", mutex);
            return (task, round) -> {
                mutex.lock();
                if (task % 2 == 0) {
                    while (balance[0] == 3) {
                        few.await();
                    }
                    balance[0]++;
                    some.signal();
                } else {
                    while (balance[0] == 0) {
                        some.await();
                    }
                    balance[0]--;
                    few.signal();
                }
                mutex.unlock();
            };
        });
        assertThat(balance[0]).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void channels(ThreadKind threads) {
        int rounds = rounds(threads);
        for (int capacity : new int[] {0, 1, 7}) {
            AtomicLong received = new AtomicLong();
            stress(threads, machine -> {
                Channel<Integer> channel = machine.channel("c", capacity);
                return (task, round) -> {
                    if (task % 2 == 0) {
                        if (round % 3 != 0 || !channel.trySend(round)) {
                            channel.send(round);
                        }
                    } else {
                        Received<Integer> got = channel.tryReceive();
                        received.addAndGet(got.ok() ? got.value() : channel.receive());
                    }
                };
            });
            assertThat(received).hasValue(TASKS / 2L * rounds * (rounds - 1) / 2);
        }
    }

    /** Each round sends one number and receives one, in whatever order they come about. */
    @ParameterizedTest
    @EnumSource
    void selects(ThreadKind threads) {
        AtomicLong balance = new AtomicLong();
        stress(threads, machine -> {
            Channel<Integer> left = machine.channel("left", 0);
            Channel<Integer> right = machine.channel("right", 2);
            return (task, round) -> {
                if (task % 2 == 0) {
                    machine.select()
                            .send(left, round, () -> balance.addAndGet(round))
                            .send(right, round, () -> balance.addAndGet(round))
                            .run();
                } else {
                    boolean[] got = {false};
                    while (!got[0]) {
                        Select select = machine.select();
                        for (Channel<Integer> channel : List.of(left, right)) {
                            select.receive(channel, number -> {
                                balance.addAndGet(-number.value());
                                got[0] = true;
                            });
                        }
                        select.after(round % 5 == 0 ? Durations.MICRO : Durations.SECOND, () -> {})
                                .run();
                    }
                }
            };
        });
        assertThat(balance).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource
    void barriersAndPools(ThreadKind threads) {
        AtomicInteger shared = new AtomicInteger();
        stress(threads, machine -> {
            Barrier barrier = machine.barrier("b", TASKS);
            Pool<AtomicInteger> pool = machine.pool("p", 2, AtomicInteger::new);
            return (task, round) -> {
                AtomicInteger mine = pool.take();
                shared.addAndGet(mine.incrementAndGet() == 1 ? 0 : 1);
                mine.decrementAndGet();
                pool.give(mine);
                if (round % 10 == 0) {
                    barrier.await();
                }
            };
        });
        assertThat(shared).hasValue(0);
    }
}
