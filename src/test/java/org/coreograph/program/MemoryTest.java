package org.coreograph.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.TreeSet;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.Durations;
import org.coreograph.model.Interleave;
import org.coreograph.model.MemoryKind;
import org.coreograph.model.Outcome;
import org.coreograph.model.SettingName;
import org.coreograph.model.Settings;
import org.coreograph.testkit.EveryEngine;
import org.coreograph.testkit.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Variables, owned values, processes and files: what they cost, what gets lost, and who may touch what. */
@Timeout(60)
class MemoryTest {
    private static final Settings FREE_SWITCHES = Settings.DEFAULTS.withSwitchCostNanos(0);
    private static final Settings DISTRIBUTED = FREE_SWITCHES
            .withCores(2)
            .withMemory(MemoryKind.DISTRIBUTED)
            .with(SettingName.BUS_LATENCY, "1us")
            .with(SettingName.BUS_BANDWIDTH, "1000MB/s");

    /** What a counter that two tasks add to can hold in the end, over many schedules. */
    private static Set<Long> outcomes(int increments, boolean guarded) {
        Set<Long> outcomes = new TreeSet<>();
        for (int seed = 1; seed <= 300; seed++) {
            RunReport report = Runs.completed(
                    machine -> {
                        SharedLong counter = machine.shared("counter", 0);
                        Mutex mutex = machine.mutex("m");
                        WaitGroup group = machine.waitGroup();
                        group.add(2);
                        for (int i = 0; i < 2; i++) {
                            machine.start("adds", () -> {
                                for (int times = 0; times < increments; times++) {
                                    if (guarded) {
                                        mutex.lock();
                                    }
                                    counter.write(counter.read() + 1);
                                    if (guarded) {
                                        mutex.unlock();
                                    }
                                }
                                group.done();
                            });
                        }
                        group.await();
                        machine.result("counter", counter.read());
                    },
                    Settings.DEFAULTS.withInterleave(Interleave.RANDOM).withSeed(seed));
            outcomes.add((Long) report.end().result().get("counter"));
        }
        return outcomes;
    }

    @Test
    void unguardedUpdatesAreLostAsInLife() {
        assertThat(outcomes(1, false)).containsExactly(1L, 2L);
        assertThat(outcomes(3, false)).containsExactly(2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void guardedUpdatesAreNeverLost() {
        assertThat(outcomes(3, true)).containsExactly(6L);
    }

    @EveryEngine
    void atomicLosesNothingAndAVariableNoMoreThanThereIs(Settings settings) {
        int times = 2_000;
        RunReport report = Runs.completed(
                machine -> {
                    SharedLong plain = machine.shared("plain", 0);
                    Line line = machine.line("line");
                    Atomic sum = line.atomic("sum", 0);
                    Atomic swapped = line.atomic("swapped", 0);
                    Atomic updated = line.atomic("updated", 0);
                    WaitGroup group = machine.waitGroup();
                    group.add(2);
                    for (int i = 0; i < 2; i++) {
                        machine.start("adds", () -> {
                            for (int n = 0; n < times; n++) {
                                plain.write(plain.read() + 1);
                                sum.add(1);
                                updated.updateAndGet(value -> value + 1);
                                long before = swapped.get();
                                while (!swapped.compareAndSet(before, before + 1)) {
                                    before = swapped.get();
                                }
                            }
                            group.done();
                        });
                    }
                    group.await();
                    machine.result("plain", plain.read());
                    machine.result("sum", sum.get());
                    machine.result("swapped", swapped.get());
                    machine.result("updated", updated.get());
                },
                settings.withCores(2));
        assertThat(report.end().result())
                .containsEntry("sum", 2L * times)
                .containsEntry("swapped", 2L * times)
                .containsEntry("updated", 2L * times);
        assertThat((Long) report.end().result().get("plain")).isBetween(2L, 2L * times);
    }

    /** 100 ns for each access, and a transfer for each that finds the line at another core. */
    @Test
    void accessesCostWhatIsSet() {
        Settings settings = FREE_SWITCHES.withCores(2).with(SettingName.COST_COHERENCE, "1us");
        RunReport report = Runs.completed(
                machine -> {
                    Atomic atomic = machine.atomic("a", 0);
                    machine.start("first", () -> {
                        atomic.add(1);
                        atomic.get();
                        machine.result("first", machine.nowNanos());
                    });
                    machine.startAt(500, "second", () -> {
                        atomic.get();
                        atomic.set(1);
                        machine.result("second", machine.nowNanos());
                    });
                    machine.startAt(10_000, "busy", () -> machine.compute(10_000));
                    machine.startAt(10_000, "third", () -> {
                        atomic.get();
                        machine.result("third", machine.nowNanos());
                    });
                },
                settings);
        assertThat(report.end().result())
                .containsEntry("first", 200L)
                .as("on core 0 too, which has the line")
                .containsEntry("second", 500L + 200)
                .as("on core 1, which hasn't")
                .containsEntry("third", 10_000L + 1_100);
    }

    @EveryEngine
    void ownedValueIsItsOwnersAlone(Settings settings) {
        RunReport report = Runs.completed(
                machine -> {
                    Channel<Owned<int[]>> pages = machine.channel("pages", 1);
                    Channel<Boolean> goOn = machine.channel("go on", 0);
                    machine.start("gives", () -> {
                        Owned<int[]> page = machine.own("page", new int[] {1}, 4_096);
                        Owned<int[]> copy = page.copy(int[]::clone);
                        page.get()[0]++;
                        pages.send(page);
                        assertThatThrownBy(page::get)
                                .isInstanceOf(ForeignMemoryException.class)
                                .hasMessage("page is on its way");
                        machine.start("takes", () -> {
                            Owned<int[]> mine = pages.receive();
                            mine.set(new int[] {mine.get()[0] + 1});
                            goOn.send(true);
                            machine.result("page", mine.get()[0]);
                        });
                        goOn.receive();
                        String moved = "page was handed over: it belongs to takes now";
                        assertThatThrownBy(page::get)
                                .isInstanceOf(ForeignMemoryException.class)
                                .hasMessage(moved);
                        assertThatThrownBy(() -> page.set(new int[0])).hasMessage(moved);
                        assertThatThrownBy(() -> pages.send(page)).hasMessage(moved);
                        assertThat(copy.get()).containsExactly(1);
                    });
                },
                settings);
        assertThat(report.end().result()).containsEntry("page", 3);
    }

    @EveryEngine
    void ownedValueThatIsNotSentStaysWhereItIs(Settings settings) {
        Runs.completed(
                machine -> {
                    Channel<Owned<String>> full = machine.channel("full", 0);
                    Channel<Owned<String>> closed = machine.channel("closed", 1);
                    closed.close();
                    Owned<String> page = machine.own("page", "text", 1);
                    assertThat(full.trySend(page)).isFalse();
                    assertThatThrownBy(() -> closed.send(page)).isInstanceOf(ChannelClosedException.class);
                    machine.select()
                            .send(full, page, () -> {})
                            .after(Durations.MICRO, () -> {})
                            .run();
                    Select twice = machine.select().send(full, page, () -> {}).send(full, page, () -> {});
                    assertThatThrownBy(twice::run).hasMessage("page is on its way");
                    assertThatThrownBy(() -> machine.select()
                                    .send(closed, page, () -> {})
                                    .run())
                            .isInstanceOf(ChannelClosedException.class);
                    assertThat(page.get()).isEqualTo("text");
                },
                settings);
    }

    /** 4,000 bytes take 4 us on the bus and 1 us to arrive; a message of 8 bytes takes 8 ns and 1 us. */
    @Test
    void whatIsSentCrossesTheBusWithItsBytes() {
        RunReport report = Runs.completed(
                machine -> {
                    Channel<Owned<String>> pages = machine.channel("pages", 1);
                    Channel<Integer> numbers = machine.channel("numbers", 1);
                    Channel<String> texts = machine.channel("texts", 1, 500);
                    machine.start("sends", () -> {
                        pages.send(machine.own("page", "text", 4_000));
                        machine.emit("page " + machine.nowNanos());
                        numbers.send(1);
                        texts.send("text");
                    });
                    machine.start("receives", () -> {
                        assertThat(pages.receive().get()).isEqualTo("text");
                        machine.result("page", machine.nowNanos());
                        numbers.receive();
                        machine.result("number", machine.nowNanos());
                        texts.receive();
                        machine.result("text", machine.nowNanos());
                    });
                },
                DISTRIBUTED);
        assertThat(report.end().result())
                .containsEntry("page", 5_000L)
                .containsEntry("number", 5_000L + 1_008)
                .containsEntry("text", 6_008L + 1_500);
    }

    @Test
    void handingOverCostsNothingWhereMemoryIsShared() {
        RunReport report = Runs.completed(
                machine -> {
                    Channel<Owned<String>> pages = machine.channel("pages", 0);
                    machine.start("sends", () -> pages.send(machine.own("page", "text", Long.MAX_VALUE)));
                    machine.start("receives", () -> pages.receive().get());
                },
                DISTRIBUTED.withMemory(MemoryKind.SHARED));
        assertThat(report.endNanos()).isZero();
    }

    @Test
    void memoryOfAnotherCoreCannotBeTouched() {
        RunReport report = Runs.run(
                machine -> {
                    Atomic[] near = new Atomic[1];
                    machine.start("makes", () -> near[0] = machine.atomic("near", 1));
                    machine.startAt(1, "touches", () -> near[0].get());
                },
                DISTRIBUTED);
        assertThat(report.end().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.end().reason())
                .endsWith("touches on core 1 touched memory of core 0: send what it needs over a channel");
    }

    @EveryEngine
    void fileIsSharedByProcessesAndWrittenWhole(Settings settings) {
        RunReport report = Runs.completed(
                machine -> {
                    WaitGroup group = machine.waitGroup();
                    group.add(2);
                    for (int i = 0; i < 2; i++) {
                        machine.process("writer", inside -> {
                            SharedFile log = inside.file("log", Durations.MICRO);
                            for (int line = 0; line < 10; line++) {
                                log.append("line\n");
                            }
                            inside.file("last").overwrite("whole text");
                            group.done();
                        });
                    }
                    group.await();
                    machine.result("log", machine.file("log", Durations.MICRO).read());
                    machine.result("last", machine.file("last").read());
                    assertThatThrownBy(() -> machine.file("log"))
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessage("an operation of file log takes 1000ns, as it was opened first, but was to take"
                                    + " 0ns");
                },
                settings.withCores(2));
        assertThat(report.end().result())
                .containsEntry("log", "line\n".repeat(20))
                .containsEntry("last", "whole text");
    }

    /** What is read when another writes meanwhile is the whole of the one or the other: here the last one to be done. */
    @Test
    void lastWriterOfAFileWins() {
        RunReport report = Runs.completed(
                machine -> {
                    SharedFile file = machine.file("f", 10);
                    machine.startAt(2, "late", () -> file.overwrite("late"));
                    machine.start("early", () -> file.overwrite("early"));
                    machine.startAt(1, "reads", () -> machine.result("read", file.read()));
                    machine.startAt(5, "reads", () -> machine.result("read later", file.read()));
                },
                FREE_SWITCHES.withCores(4));
        assertThat(report.end().result()).containsEntry("read", "early").containsEntry("read later", "late");
    }

    @EveryEngine
    void messageHasBytes(Settings settings) {
        Runs.completed(
                machine -> {
                    assertThatThrownBy(() -> machine.channel("c", 0, 0))
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessage("a message must have 1 byte or more, but had 0");
                    assertThatThrownBy(() -> machine.own("page", "", -4))
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessage("a message must have 1 byte or more, but had -4");
                },
                settings);
    }
}
