package org.coreograph.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.coreograph.model.Durations;
import org.coreograph.model.Outcome;
import org.coreograph.model.Settings;
import org.coreograph.testkit.EveryEngine;
import org.coreograph.testkit.Runs;
import org.junit.jupiter.api.Timeout;

/** Barriers, pools and what is done once. */
@Timeout(60)
class MeetingsTest {
    @EveryEngine
    void nobodyPassesABarrierBeforeAllHaveCome(Settings settings) {
        int parties = 4;
        int rounds = 25;
        List<Long> passed = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger came = new AtomicInteger();
        Runs.completed(
                machine -> {
                    Barrier barrier = machine.barrier("b", parties);
                    for (int i = 0; i < parties; i++) {
                        int work = i;
                        machine.start("party", () -> {
                            for (int round = 0; round < rounds; round++) {
                                machine.compute(work * Durations.MICRO);
                                came.incrementAndGet();
                                long generation = barrier.await();
                                assertThat(generation).isEqualTo(round);
                                assertThat(came.get()).isGreaterThanOrEqualTo((round + 1) * parties);
                                passed.add(generation);
                            }
                        });
                    }
                    assertThatThrownBy(() -> machine.barrier("none", 0))
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessage("a barrier's parties must be 1 or more, but were 0");
                    assertThat(machine.barrier("one", 1).await()).isZero();
                },
                settings.withCores(3));
        assertThat(passed).hasSize(parties * rounds);
    }

    @EveryEngine
    void poolMakesNoMoreThanItsSizeAndLendsEachToOne(Settings settings) {
        AtomicInteger made = new AtomicInteger();
        AtomicInteger wrong = new AtomicInteger();
        Runs.completed(
                machine -> {
                    Pool<AtomicInteger> pool = machine.pool("p", 3, () -> {
                        made.incrementAndGet();
                        return new AtomicInteger();
                    });
                    for (int i = 0; i < 20; i++) {
                        machine.start("task", () -> {
                            for (int round = 0; round < 5; round++) {
                                AtomicInteger mine = pool.take();
                                wrong.addAndGet(mine.incrementAndGet() == 1 ? 0 : 1);
                                machine.io(Durations.MICRO);
                                mine.decrementAndGet();
                                pool.give(mine);
                            }
                        });
                    }
                },
                settings.withCores(4));
        assertThat(made).hasValue(3);
        assertThat(wrong).hasValue(0);
    }

    @EveryEngine
    void poolReusesWhatCameBackLastAndRefusesStrangers(Settings settings) {
        Runs.completed(
                machine -> {
                    AtomicInteger made = new AtomicInteger();
                    Pool<String> pool = machine.pool("p", 3, () -> "thing " + made.incrementAndGet());
                    String one = pool.take();
                    String two = pool.take();
                    pool.give(one);
                    pool.give(two);
                    assertThat(pool.take()).isSameAs(two);
                    assertThat(made).as("made when needed").hasValue(2);
                    for (String stranger : List.of(one, "other")) {
                        assertThatThrownBy(() -> pool.give(stranger))
                                .isInstanceOf(IllegalStateException.class)
                                .hasMessage(stranger + " was given to pool p, but isn't out of it");
                    }
                    assertThatThrownBy(() -> machine.pool("none", 0, () -> ""))
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessage("a pool's size must be 1 or more, but was 0");
                },
                settings);
    }

    /** Whoever waits makes it instead, since nothing comes back. */
    @EveryEngine
    void poolSurvivesAThingThatCannotBeMade(Settings settings) {
        AtomicInteger made = new AtomicInteger();
        List<String> taken = Collections.synchronizedList(new ArrayList<>());
        assertThat(Runs.run(
                                machine -> {
                                    Pool<String> pool = machine.pool("p", 1, () -> {
                                        machine.sleep(Durations.MILLI);
                                        if (made.incrementAndGet() <= 2) {
                                            throw new IllegalStateException("no connection");
                                        }
                                        return "connection";
                                    });
                                    for (int i = 0; i < 4; i++) {
                                        machine.start("task", () -> {
                                            String mine = pool.take();
                                            taken.add(mine);
                                            pool.give(mine);
                                        });
                                    }
                                },
                                settings)
                        .end())
                .satisfies(end -> assertThat(end.outcome()).isEqualTo(Outcome.FAILED))
                .satisfies(end -> assertThat(end.failures()).hasSize(2));
        assertThat(taken).containsExactly("connection", "connection");
    }

    @EveryEngine
    void onceIsDoneByOneOfMany(Settings settings) {
        AtomicInteger times = new AtomicInteger();
        Runs.completed(
                machine -> {
                    Once once = machine.once("o");
                    for (int i = 0; i < 30; i++) {
                        machine.start("task", () -> {
                            once.run(() -> {
                                machine.compute(Durations.MICRO);
                                times.incrementAndGet();
                            });
                            assertThat(times).hasValue(1);
                        });
                    }
                },
                settings.withCores(4));
        assertThat(times).hasValue(1);
    }

    /** Who waits for what throws goes on too, since it counts as done. */
    @EveryEngine
    void onceThatThrowsLetsTheOthersGoOn(Settings settings) {
        AtomicInteger wentOn = new AtomicInteger();
        assertThat(Runs.run(
                                machine -> {
                                    Once once = machine.once("o");
                                    for (int i = 0; i < 3; i++) {
                                        machine.start("task", () -> {
                                            once.run(() -> {
                                                machine.sleep(Durations.MILLI);
                                                throw new IllegalStateException("on purpose");
                                            });
                                            wentOn.incrementAndGet();
                                        });
                                    }
                                },
                                settings)
                        .end()
                        .failures())
                .hasSize(1);
        assertThat(wentOn).hasValue(2);
    }
}
