package org.coreograph.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.Durations;
import org.coreograph.model.EventSink;
import org.coreograph.model.Outcome;
import org.coreograph.model.Settings;
import org.coreograph.model.ThreadKind;
import org.coreograph.program.Atomic;
import org.coreograph.program.Channel;
import org.coreograph.program.ChannelClosedException;
import org.coreograph.program.Line;
import org.coreograph.program.Machine;
import org.coreograph.program.Mutex;
import org.coreograph.program.Program;
import org.coreograph.program.Shared;
import org.coreograph.program.SharedLong;
import org.coreograph.program.WaitGroup;
import org.coreograph.testkit.EveryEngine;
import org.coreograph.testkit.Runs;
import org.coreograph.testkit.TraceText;
import org.coreograph.trace.Lane;
import org.coreograph.trace.SpanKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One program, unchanged, through the public vocabulary alone, on both clocks and both kinds of thread. */
@Timeout(60)
class VocabularyTest {
    /** Producers, a relay of nested tasks and a guarded sum: all that a program can do. */
    private static void everything(Machine machine) {
        Channel<Integer> numbers = machine.channel("numbers", 2);
        Channel<Integer> squares = machine.channel("squares", 0);
        Mutex mutex = machine.mutex("sum");
        WaitGroup producers = machine.waitGroup();
        WaitGroup workers = machine.waitGroup();
        int[] sum = {0};
        producers.add(3);
        for (int p = 0; p < 3; p++) {
            int first = p * 10;
            machine.startAt(p * 10 * Durations.MICRO, "producer " + p, () -> {
                for (int i = 0; i < 10; i++) {
                    machine.compute(5 * Durations.MICRO);
                    numbers.send(first + i);
                }
                machine.sleep(50 * Durations.MICRO);
                producers.done();
            });
        }
        machine.start("closer", () -> {
            producers.await();
            numbers.close();
        });
        workers.add(2);
        for (int w = 0; w < 2; w++) {
            machine.start("worker " + w, () -> {
                for (int number : numbers) {
                    machine.start("nested", () -> {
                        machine.count(2_000);
                        squares.send(number * number);
                    });
                    int squared = squares.receive();
                    mutex.lock();
                    int before = sum[0];
                    machine.compute(Durations.MICRO);
                    sum[0] = before + squared;
                    mutex.unlock();
                }
                workers.done();
            });
        }
        workers.await();
        machine.result("sum", sum[0]);
        machine.result("text", "done");
        machine.result("right", true);
    }

    @EveryEngine
    void programOfAllThereIsComputesTheSameOnAnyNumberOfCores(Settings settings) {
        int sum = IntStream.range(0, 30).map(i -> i * i).sum();
        for (int cores : new int[] {1, 2, 5}) {
            RunReport report = Runs.completed(VocabularyTest::everything, settings.withCores(cores));
            assertThat(report.end().result())
                    .containsExactlyInAnyOrderEntriesOf(java.util.Map.of("sum", sum, "text", "done", "right", true));
            assertThat(report.trace().tasks()).hasSize(1 + 3 + 1 + 2 + 30);
            assertThat(report.statistics().tasks())
                    .as("main took no core")
                    .hasSize(3 + 1 + 2 + 30)
                    .allMatch(task -> task.finishNanos() != null && task.runNanos() >= 0)
                    .noneMatch(task -> task.id() == EventSink.MAIN);
        }
    }

    @EveryEngine
    void moreCoresThanProcessorsAllRunTasks(Settings settings) {
        RunReport report = Runs.completed(
                machine -> {
                    WaitGroup meet = machine.waitGroup();
                    meet.add(64);
                    for (int i = 0; i < 64; i++) {
                        machine.start("task", () -> {
                            machine.compute(10 * Durations.MICRO);
                            meet.done();
                            meet.await();
                        });
                    }
                },
                settings.withCores(Settings.MAX_CORES));
        assertThat(report.trace().cores()).isEqualTo(Settings.MAX_CORES);
    }

    /** A computation is much longer than its quantum, whatever the machine does meanwhile: both are preempted. */
    @EveryEngine
    void quantumPreemptsALongComputationWhileAnotherWaits(Settings settings) {
        Program program = machine -> {
            for (int i = 0; i < 2; i++) {
                machine.start("loop", () -> machine.compute(300 * Durations.MILLI));
            }
        };
        RunReport report = Runs.completed(program, settings.withQuantumNanos(Durations.MILLI));
        assertThat(slices(report, 1)).isGreaterThanOrEqualTo(2);
        assertThat(slices(report, 2)).isGreaterThanOrEqualTo(2);
        assertThat(report.statistics().contextSwitches()).isGreaterThanOrEqualTo(3);
        Lane core = report.trace().coreLane(0);
        assertThat(IntStream.range(0, core.size()).filter(i -> core.kind(i) == SpanKind.SWITCHING))
                .as("switches, or hand-overs, are drawn")
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @EveryEngine
    void countingIsPreemptedToo(Settings settings) {
        Program program = machine -> {
            for (int i = 0; i < 2; i++) {
                machine.start("loop", () -> machine.count(100_000_000));
            }
        };
        RunReport report = Runs.completed(program, settings.withQuantumNanos(Durations.MILLI));
        assertThat(slices(report, 1)).isGreaterThanOrEqualTo(2);
        assertThat(slices(report, 2)).isGreaterThanOrEqualTo(2);
    }

    @EveryEngine
    void firstComeFirstServedPreemptsNobody(Settings settings) {
        Program program = machine -> {
            for (int i = 0; i < 3; i++) {
                machine.start("loop", () -> machine.compute(5 * Durations.MILLI));
            }
        };
        RunReport report = Runs.completed(program, settings.withPolicy(org.coreograph.model.PolicyKind.FCFS));
        assertThat(report.trace().times().stream().skip(1)).allMatch(task -> task.slices() == 1);
        assertThat(report.statistics().contextSwitches()).isEqualTo(2);
    }

    private static long slices(RunReport report, int task) {
        Lane lane = report.trace().coreLane(0);
        return IntStream.range(0, lane.size())
                .filter(i -> lane.kind(i) == SpanKind.RUNNING && lane.who(i) == task)
                .count();
    }

    @EveryEngine
    void mainThatComputesIsListedAndTakesACore(Settings settings) {
        RunReport report = Runs.completed(
                machine -> {
                    machine.start("other", () -> machine.compute(Durations.MILLI));
                    machine.compute(Durations.MILLI);
                    machine.compute(Durations.MILLI);
                },
                settings);
        assertThat(report.statistics().tasks()).extracting(task -> task.id()).containsExactly(0, 1);
        assertThat(report.statistics().tasks().get(0).runNanos()).isPositive();
    }

    @EveryEngine
    void tasksArriveInTheirTimeAndNoEarlier(Settings settings) {
        RunReport report = Runs.completed(
                machine -> {
                    machine.start("busy", () -> machine.compute(3 * Durations.MILLI));
                    machine.startAt(2 * Durations.MILLI, "late", () -> machine.compute(1));
                    machine.startAt(Durations.MILLI, "early", () -> machine.compute(1));
                    machine.sleep(Durations.MILLI / 2);
                    machine.startAt(0, "past", () -> machine.compute(1));
                },
                settings);
        assertThat(report.trace().times().get(2).arrivalNanos()).isGreaterThanOrEqualTo(2 * Durations.MILLI);
        assertThat(report.trace().times().get(3).arrivalNanos()).isGreaterThanOrEqualTo(Durations.MILLI);
        assertThat(report.trace().times().get(4).arrivalNanos()).isGreaterThanOrEqualTo(Durations.MILLI / 2);
        assertThat(report.trace().tasks())
                .extracting(task -> task.name())
                .containsExactly("main", "busy", "late", "early", "past");
        assertThat(report.trace().tasks()).allMatch(task -> task.id() == EventSink.MAIN || task.parent() == 0);
    }

    @EveryEngine
    void runEndsWithItsLastTaskEvenIfMainEndedFirst(Settings settings) {
        RunReport report = Runs.completed(
                machine -> machine.start("child", () -> {
                    machine.compute(Durations.MICRO);
                    machine.start("grandchild", () -> machine.sleep(Durations.MILLI));
                }),
                settings);
        assertThat(report.trace().tasks().get(2).parent()).isEqualTo(1);
        assertThat(report.endNanos()).isGreaterThanOrEqualTo(Durations.MILLI);
    }

    @EveryEngine
    void bodyOfAComputationRunsWhereItIsDeclared(Settings settings) {
        RunReport report = Runs.completed(
                machine -> {
                    List<Integer> order = new ArrayList<>();
                    machine.start("a", () -> {
                        machine.compute(Durations.MICRO, () -> order.add(1));
                        machine.compute(0, () -> order.add(2));
                        machine.result("order", order.toString());
                    });
                },
                settings);
        assertThat(report.end().result()).containsEntry("order", "[1, 2]");
    }

    @EveryEngine
    void resultThatIsNoFiniteNumberIsRefused(Settings settings) {
        RunReport report = Runs.completed(
                machine -> {
                    for (Number none : List.of(Double.NaN, Double.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY)) {
                        assertThatThrownBy(() -> machine.result("mean", none))
                                .isInstanceOf(IllegalArgumentException.class)
                                .hasMessage("a result must be a finite number, but mean was " + none);
                    }
                    machine.result("mean", 1.5);
                },
                settings);
        assertThat(report.end().result()).hasSize(1).containsEntry("mean", 1.5);
    }

    @EveryEngine
    void bufferedChannelKeepsOrderAndHoldsItsCapacity(Settings settings) {
        RunReport report = Runs.completed(
                machine -> {
                    Channel<Integer> channel = machine.channel("c", 3);
                    for (int i = 0; i < 3; i++) {
                        channel.send(i);
                    }
                    machine.start("late sender", () -> {
                        channel.send(3);
                        channel.close();
                    });
                    machine.start("receiver", () -> {
                        StringBuilder got = new StringBuilder();
                        channel.forEach(got::append);
                        machine.result("got", got.toString());
                    });
                },
                settings);
        assertThat(report.end().result()).containsEntry("got", "0123");
    }

    @EveryEngine
    void closedChannelRefusesSendersAndDrains(Settings settings) {
        Runs.completed(
                machine -> {
                    Channel<Integer> channel = machine.channel("c", 1);
                    channel.send(7);
                    WaitGroup blocked = machine.waitGroup();
                    blocked.add(1);
                    machine.start("blocked sender", () -> {
                        blocked.done();
                        assertThatThrownBy(() -> channel.send(8))
                                .isInstanceOf(ChannelClosedException.class)
                                .hasMessageContaining("closed channel c");
                    });
                    blocked.await();
                    machine.start("closer", () -> {
                        channel.close();
                        assertThatThrownBy(channel::close).isInstanceOf(ChannelClosedException.class);
                        assertThatThrownBy(() -> channel.send(9)).isInstanceOf(ChannelClosedException.class);
                        assertThat(channel.receive()).isEqualTo(7);
                        assertThatThrownBy(channel::receive).isInstanceOf(ChannelClosedException.class);
                        assertThat(channel).isEmpty();
                    });
                },
                settings);
    }

    @EveryEngine
    void closeWakesReceiversThatWait(Settings settings) {
        RunReport report = Runs.completed(
                machine -> {
                    Channel<Integer> channel = machine.channel("c", 0);
                    WaitGroup ready = machine.waitGroup();
                    WaitGroup ended = machine.waitGroup();
                    ready.add(3);
                    ended.add(3);
                    for (int i = 0; i < 3; i++) {
                        machine.start("ranges", () -> {
                            ready.done();
                            assertThat(channel).isEmpty();
                            ended.done();
                        });
                    }
                    ready.await();
                    channel.close();
                    ended.await();
                    machine.result("all", true);
                },
                settings);
        assertThat(report.end().result()).containsEntry("all", true);
    }

    @EveryEngine
    void waitGroupRefusesToBeDoneTooOften(Settings settings) {
        Runs.completed(
                machine -> {
                    WaitGroup group = machine.waitGroup();
                    group.await();
                    assertThatThrownBy(group::done).isInstanceOf(IllegalStateException.class);
                    group.add(2);
                    assertThatThrownBy(() -> group.add(-3))
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageContaining("1 more than added");
                    group.add(-2);
                    group.await();
                },
                settings);
    }

    @EveryEngine
    void mutexRefusesToBeUnlockedByAStranger(Settings settings) {
        Runs.completed(
                machine -> {
                    Mutex mutex = machine.mutex("m");
                    assertThatThrownBy(mutex::unlock).isInstanceOf(IllegalStateException.class);
                    mutex.lock();
                    WaitGroup done = machine.waitGroup();
                    done.add(1);
                    machine.start("stranger", () -> {
                        assertThatThrownBy(mutex::unlock)
                                .isInstanceOf(IllegalStateException.class)
                                .hasMessageContaining("mutex m");
                        done.done();
                    });
                    done.await();
                    mutex.unlock();
                },
                settings);
    }

    @EveryEngine
    void mutexIsHandedOverFirstInFirstOut(Settings settings) {
        RunReport report = Runs.completed(
                machine -> {
                    Mutex mutex = machine.mutex("m");
                    StringBuilder order = new StringBuilder();
                    mutex.lock();
                    for (int i = 0; i < 6; i++) {
                        int me = i;
                        machine.start("task", () -> {
                            mutex.lock();
                            order.append(me);
                            mutex.unlock();
                        });
                    }
                    machine.start("last", () -> {
                        mutex.lock();
                        machine.result("order", order.toString());
                        mutex.unlock();
                    });
                    machine.sleep(Durations.MILLI);
                    mutex.unlock();
                },
                settings);
        assertThat(report.end().result()).containsEntry("order", "012345");
    }

    @EveryEngine
    void absurdValuesAreRefusedAndNamed(Settings settings) {
        Runs.completed(
                machine -> {
                    refused(() -> machine.compute(-1), "-1ns");
                    refused(() -> machine.compute(Durations.MAX_NANOS + 1), "86400s");
                    refused(() -> machine.sleep(Long.MIN_VALUE), "86400s");
                    refused(() -> machine.count(-1), "-1");
                    refused(() -> machine.count(Long.MAX_VALUE), Long.toString(Machine.MAX_COUNT));
                    refused(() -> machine.startAt(-5, "x", () -> {}), "-5ns");
                    refused(() -> machine.channel("c", -1), "-1");
                    refused(() -> machine.result("r", new Object()), "java.lang.Object");
                    assertThatThrownBy(() -> machine.<Integer>channel("c", 1).send(null))
                            .isInstanceOf(NullPointerException.class);
                },
                settings);
    }

    private static void refused(Runnable call, String named) {
        assertThatThrownBy(call::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }

    @EveryEngine
    void interruptedTaskStillWaitsItsTurn(Settings settings) {
        RunReport report = Runs.completed(
                machine -> {
                    Channel<Integer> channel = machine.channel("c", 0);
                    machine.start("interrupted", () -> {
                        Thread.currentThread().interrupt();
                        int got = channel.receive();
                        machine.sleep(Durations.MICRO);
                        machine.result("got", got);
                        machine.result("interrupted", Thread.interrupted());
                    });
                    machine.start("sender", () -> {
                        machine.compute(Durations.MICRO);
                        channel.send(5);
                    });
                },
                settings);
        assertThat(report.end().result()).containsEntry("got", 5).containsEntry("interrupted", true);
    }

    @EveryEngine
    void threadsAreOfTheKindThatWasAskedFor(Settings settings) {
        RunReport report = Runs.completed(
                machine -> machine.start("named", () -> {
                    machine.result("virtual", Thread.currentThread().isVirtual());
                    machine.result("name", Thread.currentThread().getName());
                }),
                settings);
        assertThat(report.end().result())
                .containsEntry("virtual", settings.threads() == ThreadKind.VIRTUAL)
                .containsEntry("name", "named");
    }

    @EveryEngine
    void whatIsWrittenIsRead(Settings settings) {
        RunReport report = Runs.completed(
                machine -> {
                    SharedLong number = machine.shared("number", 3);
                    Shared<String> text = machine.shared("text", "a");
                    machine.start("writes", () -> {
                        number.write(number.read() + 4);
                        text.write(text.read() + "b");
                        machine.io(Durations.MICRO);
                        machine.giveWay();
                        machine.emit("half");
                        machine.result("number", number.read());
                        machine.result("text", text.read());
                    });
                },
                settings);
        assertThat(report.end().result()).containsEntry("number", 7L).containsEntry("text", "ab");
    }

    @EveryEngine
    void atomicOperationsAreGosAndJavas(Settings settings) {
        Runs.completed(
                machine -> {
                    Atomic atomic = machine.atomic("a", 5);
                    assertThat(atomic.get()).isEqualTo(5);
                    assertThat(atomic.add(-2)).isEqualTo(3);
                    assertThat(atomic.compareAndSet(5, 6)).isFalse();
                    assertThat(atomic.compareAndSet(3, 6)).isTrue();
                    assertThat(atomic.updateAndGet(value -> value * 7)).isEqualTo(42);
                    atomic.set(-1);
                    assertThat(atomic.get()).isEqualTo(-1);
                },
                settings);
    }

    @EveryEngine
    void lineOfMemoryHoldsEightValues(Settings settings) {
        Runs.completed(
                machine -> {
                    Line line = machine.line("scores");
                    for (int i = 0; i < 6; i++) {
                        line.shared("score " + i, i);
                    }
                    line.atomic("sum", 0);
                    line.shared("best", "nobody");
                    assertThatThrownBy(() -> line.shared("ninth", 9))
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessage("a line of memory holds 8 values, but ninth would be one more on line scores:"
                                    + " begin another");
                },
                settings);
    }

    @EveryEngine
    void memoryOfAProcessIsItsOwn(Settings settings) {
        RunReport report = Runs.run(
                machine -> {
                    SharedLong mine = machine.shared("mine", 1);
                    Channel<Long> pipe = machine.channel("pipe", 1);
                    machine.process("other", inside -> {
                        SharedLong own = inside.shared("own", 2);
                        inside.start("within", () -> own.write(own.read() + 1));
                        pipe.send(own.read());
                        mine.read();
                    });
                    machine.result("piped", pipe.receive());
                },
                settings);
        assertThat(report.end().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.end().reason())
                .contains("ForeignMemoryException: other of process other touched memory of process main");
        assertThat(report.end().result()).containsEntry("piped", 2L);
    }

    /** Nothing of an object but its type and what it says of itself is the same in every run. */
    @Test
    void traceOfObjectsIsTheSameEveryTime() {
        Program program = machine -> {
            Channel<Object> channel = machine.channel("c", 4);
            channel.send(new Object());
            channel.send(new int[] {1});
            channel.send((Runnable) () -> {});
            channel.send(new AtomicInteger(7));
        };
        String trace = TraceText.inFull(Runs.completed(program, Settings.DEFAULTS));
        assertThat(trace).contains("=java.lang.Object@0", "=int[]@0", "=code@0", "=7@0");
        assertThat(TraceText.inFull(Runs.completed(program, Settings.DEFAULTS))).isEqualTo(trace);
    }
}
