package org.coreograph.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.coreograph.model.Settings;
import org.coreograph.testkit.EveryEngine;
import org.coreograph.testkit.Runs;
import org.junit.jupiter.api.Timeout;

/** Mutexes of both kinds, semaphores and conditions: who has them, who is next, and what is refused. */
@Timeout(60)
class LocksTest {
    private static void misused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalStateException.class).hasMessage(message);
    }

    @EveryEngine
    void unlockOfWhatIsNotOnesOwnIsNamed(Settings settings) {
        Runs.completed(
                machine -> {
                    Mutex mutex = machine.mutex("m");
                    Condition condition = machine.condition("c", mutex);
                    misused(mutex::unlock, "mutex m was unlocked by main, but nobody has locked it");
                    misused(
                            condition::await,
                            "mutex m was to be waited with at condition c by main, but nobody has locked it");
                    WaitGroup locked = machine.waitGroup();
                    locked.add(1);
                    machine.start("owner", () -> {
                        mutex.lock();
                        locked.done();
                    });
                    locked.await();
                    misused(mutex::unlock, "mutex m was unlocked by main, but belongs to owner");
                    misused(
                            condition::await,
                            "mutex m was to be waited with at condition c by main, but belongs to owner");
                },
                settings);
    }

    @EveryEngine
    void readWriteMutexRefusesUnlocksThatAreNotYours(Settings settings) {
        Runs.completed(
                machine -> {
                    RwMutex mutex = machine.rwMutex("m");
                    misused(
                            mutex::unlock,
                            "read-write mutex m was unlocked by main, which doesn't have it for writing");
                    mutex.readLock();
                    mutex.readLock();
                    misused(
                            mutex::unlock,
                            "read-write mutex m was unlocked by main, which doesn't have it for writing");
                    mutex.readUnlock();
                    mutex.readUnlock();
                    misused(
                            mutex::readUnlock,
                            "read-write mutex m was read-unlocked by main, which doesn't have it for reading");
                    mutex.lock();
                    misused(
                            mutex::readUnlock,
                            "read-write mutex m was read-unlocked by main, which doesn't have it for reading");
                    mutex.unlock();
                },
                settings);
    }

    /** On one core, where tasks come in the order of their start. */
    @EveryEngine
    void semaphoreIsHandedOverFirstInFirstOutAndNobodyOvertakes(Settings settings) {
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        Runs.completed(
                machine -> {
                    Semaphore semaphore = machine.semaphore("s", 2);
                    machine.start("holds", () -> {
                        semaphore.acquire();
                        assertThat(semaphore.tryAcquire()).isTrue();
                        assertThat(semaphore.tryAcquire()).isFalse();
                        for (int i = 0; i < 5; i++) {
                            int number = i;
                            machine.start("waits", () -> {
                                semaphore.acquire();
                                order.add(number);
                                semaphore.release();
                            });
                        }
                        Channel<Boolean> allWait = machine.channel("all wait", 0);
                        machine.start("last", () -> allWait.send(true));
                        allWait.receive();
                        semaphore.release();
                        assertThat(semaphore.tryAcquire())
                                .as("it went to who waits")
                                .isFalse();
                        semaphore.release();
                    });
                },
                settings);
        assertThat(order).containsExactly(0, 1, 2, 3, 4);
    }

    @EveryEngine
    void semaphoreCanSignal(Settings settings) {
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        Runs.completed(
                machine -> {
                    Semaphore full = machine.semaphore("full", 0);
                    Semaphore empty = machine.semaphore("empty", 1);
                    machine.start("puts", () -> {
                        for (int i = 0; i < 4; i += 2) {
                            empty.acquire();
                            order.add(i);
                            full.release();
                        }
                    });
                    machine.start("takes", () -> {
                        for (int i = 1; i < 4; i += 2) {
                            full.acquire();
                            order.add(i);
                            empty.release();
                        }
                    });
                    assertThatThrownBy(() -> machine.semaphore("s", -1))
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessage("a semaphore's permits must be 0 or more, but were -1");
                },
                settings.withCores(2));
        assertThat(order).containsExactly(0, 1, 2, 3);
    }

    /** A queue of one place by a mutex and two conditions: nothing is lost, whoever comes first. */
    @EveryEngine
    void conditionsMakeABoundedQueue(Settings settings) {
        List<Integer> taken = Collections.synchronizedList(new ArrayList<>());
        Runs.completed(
                machine -> {
                    Mutex mutex = machine.mutex("m");
                    Condition notFull = machine.condition("not full", mutex);
                    Condition notEmpty = machine.condition("not empty", mutex);
                    List<Integer> place = new ArrayList<>();
                    for (int p = 0; p < 3; p++) {
                        int first = p * 20;
                        machine.start("puts", () -> {
                            for (int i = first; i < first + 20; i++) {
                                mutex.lock();
                                while (!place.isEmpty()) {
                                    notFull.await();
                                }
                                place.add(i);
                                notEmpty.signal();
                                mutex.unlock();
                            }
                        });
                        machine.start("takes", () -> {
                            for (int i = 0; i < 20; i++) {
                                mutex.lock();
                                while (place.isEmpty()) {
                                    notEmpty.await();
                                }
                                taken.add(place.removeFirst());
                                notFull.signal();
                                mutex.unlock();
                            }
                        });
                    }
                },
                settings.withCores(3));
        assertThat(taken).hasSize(60).doesNotHaveDuplicates();
    }
}
