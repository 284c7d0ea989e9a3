package org.coreograph.viewmodel.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.Durations;
import org.coreograph.model.EventSink;
import org.coreograph.model.ObjectKind;
import org.coreograph.model.Settings;
import org.coreograph.model.WaitKind;
import org.coreograph.program.Channel;
import org.coreograph.program.Program;
import org.coreograph.program.Semaphore;
import org.coreograph.program.SharedLong;
import org.coreograph.testkit.Runs;
import org.coreograph.testkit.Script;
import org.coreograph.testkit.ScriptProgram;
import org.coreograph.testkit.Scripts;
import org.coreograph.trace.Lane;
import org.coreograph.trace.Trace;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quicktheories.core.Gen;

@Timeout(120)
class ObjectStatesTest {
    private static final long MILLI = Durations.MILLI;
    private static final long SEED = 20_261_122;
    private static final int ALL = Integer.MAX_VALUE;

    private static Stream<Named<Gen<Script>>> programs() {
        return Stream.of(
                Named.of("channels and mutexes", Scripts.whole()), Named.of("everything", Scripts.everything()));
    }

    /** Every instant at which something was done, the ones beside it, and the start and the end. */
    private static Set<Long> instants(Trace trace) {
        Set<Long> instants = new TreeSet<>(List.of(0L, trace.endNanos()));
        for (int i = 0; i < trace.actions().size(); i++) {
            long at = trace.actions().atNanos(i);
            instants.addAll(List.of(Math.max(0, at - 1), at, at + 1));
        }
        return instants;
    }

    @ParameterizedTest
    @MethodSource("programs")
    void stateIsThatOfAReplayFromTheStart(Gen<Script> programs) {
        Set<Class<?>> seen = new HashSet<>();
        qt().withFixedSeed(SEED)
                .withExamples(600)
                .forAll(programs, Scripts.settings(4))
                .checkAssert((script, settings) -> {
                    Trace trace =
                            Runs.run(new ScriptProgram(script, 1), settings).trace();
                    ObjectStates states = ObjectStates.of(trace);
                    for (long nanos : instants(trace)) {
                        Replay replay = Replay.until(trace, nanos);
                        for (int object = 0; object < trace.objects().size(); object++) {
                            ObjectState state = states.at(object, nanos, ALL);
                            assertThat(state)
                                    .as("%s at %d", trace.objectName(object), nanos)
                                    .isEqualTo(replay.state(object));
                            holdsItsLaw(trace, object, state);
                            seen.add(state.getClass());
                        }
                        assertThat(states.results(nanos, ALL).latest()).isEqualTo(replay.results());
                    }
                });
        assertThat(seen)
                .contains(
                        ObjectState.Buffer.class,
                        ObjectState.Held.class,
                        ObjectState.Left.class,
                        ObjectState.Count.class);
    }

    private static void holdsItsLaw(Trace trace, int object, ObjectState state) {
        long capacity = trace.objects().get(object).capacity();
        switch (state) {
            case ObjectState.Buffer buffer ->
                assertThat((long) buffer.oldest().size())
                        .isEqualTo(buffer.size())
                        .isBetween(0L, capacity);
            case ObjectState.Held held ->
                assertThat(held.owner() == EventSink.NONE || held.readers().isEmpty())
                        .isTrue();
            case ObjectState.Left left -> {
                assertThat(left.left()).isBetween(0L, capacity);
                assertThat(left.holders()).hasSize((int) (capacity - left.left()));
            }
            case ObjectState.Count count -> assertThat(count.count()).isNotNegative();
            case ObjectState.Contents contents -> assertThat(contents.value()).isNotEmpty();
            case ObjectState.Once _, ObjectState.There _, ObjectState.Unmade _, ObjectState.Unknown _ -> {}
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void whoWaitsToSendWantsToSendWhatItSends(Gen<Script> programs) {
        List<String> sent = new ArrayList<>();
        List<String> neverSent = new ArrayList<>();
        qt().withFixedSeed(SEED + 1)
                .withExamples(300)
                .forAll(programs, Scripts.settings(4))
                .checkAssert((script, settings) -> {
                    Trace trace =
                            Runs.run(new ScriptProgram(script, 1), settings).trace();
                    ObjectStates states = ObjectStates.of(trace);
                    for (int task = 1; task < trace.tasks().size(); task++) {
                        Lane lane = trace.taskLane(task);
                        for (int i = 0; i < lane.size(); i++) {
                            if (lane.wait(i) == WaitKind.SEND) {
                                String value =
                                        states.wanted(lane.who(i), task, lane.startNanos(i), lane.endNanos(i) - 1);
                                String then = Replay.sentAt(trace, lane.who(i), task, lane.endNanos(i));
                                assertThat(value).isNotEmpty();
                                assertThat(then).isIn(value, "");
                                (then.isEmpty() ? neverSent : sent).add(value);
                            } else if (lane.wait(i) == WaitKind.RECEIVE && lane.endNanos(i) < trace.endNanos()) {
                                assertThat(Replay.receivedOrClosedAt(trace, lane.who(i), lane.endNanos(i)))
                                        .isTrue();
                            }
                        }
                    }
                });
        assertThat(sent).isNotEmpty();
        assertThat(neverSent).isNotEmpty();
    }

    @Test
    void whatIsOfferedForEverIsKnownAndWhatIsOnlyWaitedForIsNot() {
        Program program = machine -> {
            Channel<String> never = machine.channel("never", 1);
            Channel<String> empty = machine.channel("empty", 0);
            machine.start("sender", () -> {
                never.send("first");
                machine.compute(MILLI);
                never.send("second");
            });
            machine.start("selects", () -> {
                machine.compute(2 * MILLI);
                machine.select().send(never, "third", () -> {}).run();
            });
            machine.start(
                    "receives",
                    () -> machine.select()
                            .receive(empty, value -> {})
                            .after(9 * MILLI, () -> {})
                            .run());
        };
        RunReport run = Runs.run(program, Settings.DEFAULTS.withCores(3).withSwitchCostNanos(0));
        ObjectStates states = ObjectStates.of(run.trace());
        assertThat(states.wanted(0, 1, MILLI, run.endNanos())).isEqualTo("second");
        assertThat(states.wanted(0, 2, 2 * MILLI, run.endNanos())).isEqualTo("third");
        assertThat(states.wanted(0, 2, 2 * MILLI, MILLI)).isEmpty();
        assertThat(states.wanted(1, 3, 0, 5 * MILLI)).isEmpty();
        assertThat(states.at(0, run.endNanos(), ALL)).isEqualTo(new ObjectState.Buffer(1, List.of("first"), false));
        assertThat(states.changes(0)).isEqualTo(1);
    }

    @Test
    void bufferIsKnownInTheMiddleOfManyThousandSends() {
        Program program = machine -> {
            Channel<Integer> numbers = machine.channel("numbers", 100);
            machine.start("producer", () -> {
                for (int i = 0; i < 20_000; i++) {
                    numbers.send(i);
                    machine.compute(10);
                }
                numbers.close();
            });
            machine.startAt(500, "consumer", () -> {
                for (int number : numbers) {
                    machine.compute(number % 2 == 0 ? 10 : 11);
                }
            });
        };
        Trace trace = Runs.run(program, Settings.DEFAULTS.withCores(2).withSwitchCostNanos(0))
                .trace();
        ObjectStates states = ObjectStates.of(trace);
        for (long nanos : new long[] {0, 499, 500, 77_777, 150_000, trace.endNanos()}) {
            assertThat(states.at(0, nanos, ALL))
                    .isEqualTo(Replay.until(trace, nanos).state(0));
        }
        assertThat(states.at(0, 499, 3)).isEqualTo(new ObjectState.Buffer(50, List.of("0", "1", "2"), false));
        assertThat(states.at(0, trace.endNanos(), 3)).isEqualTo(new ObjectState.Buffer(0, List.of(), true));
    }

    @Test
    void holdersAreKnownAcrossCheckpoints() {
        Program program = machine -> {
            Semaphore semaphore = machine.semaphore("s", 3);
            for (int task = 0; task < 5; task++) {
                long length = 3 + task;
                machine.start("task " + task, () -> {
                    for (int i = 0; i < 400; i++) {
                        semaphore.acquire();
                        machine.compute(length);
                        semaphore.release();
                    }
                });
            }
        };
        Trace trace = Runs.run(program, Settings.DEFAULTS.withCores(5).withSwitchCostNanos(0))
                .trace();
        ObjectStates states = ObjectStates.of(trace);
        for (long nanos = 0; nanos <= trace.endNanos(); nanos += 7) {
            assertThat(states.at(0, nanos, ALL))
                    .isEqualTo(Replay.until(trace, nanos).state(0));
        }
    }

    @Test
    void whoReleasedWhatItNeverAcquiredLeavesNoHolders() {
        Program program = machine -> {
            Semaphore signal = machine.semaphore("signal", 1);
            machine.start("waits", signal::acquire);
            machine.startAt(MILLI, "tells", signal::release);
        };
        RunReport run = Runs.run(program, Settings.DEFAULTS);
        ObjectStates states = ObjectStates.of(run.trace());
        assertThat(states.at(0, 0, ALL)).isEqualTo(new ObjectState.Left(0, List.of(1)));
        assertThat(states.at(0, run.endNanos(), ALL)).isEqualTo(new ObjectState.Left(1, List.of()));
    }

    @Test
    void valueOfAVariableIsWhatWasWrittenLast() {
        Program program = machine -> {
            SharedLong total = machine.shared("total", 7);
            machine.start("writer", () -> {
                machine.compute(MILLI);
                total.write(8);
                machine.compute(MILLI);
            });
        };
        RunReport run = Runs.run(program, Settings.DEFAULTS);
        ObjectStates states = ObjectStates.of(run.trace());
        assertThat(states.at(0, 0, ALL)).isEqualTo(new ObjectState.Contents("7", -1));
        assertThat(states.at(0, run.endNanos(), ALL)).isEqualTo(new ObjectState.Contents("8", -1));
        assertThat(states.at(0, 0, ALL)).isEqualTo(new ObjectState.Contents("7", -1));
        assertThat(states.changes(0)).isEqualTo(1);
    }

    @Test
    void withoutActionsNothingIsKnown() {
        Program program = machine ->
                machine.start("reader", () -> machine.channel("never", 0).receive());
        RunReport run = Runs.run(program, Settings.DEFAULTS.withClock(org.coreograph.model.Clock.MEASURED));
        assertThat(run.trace().objects()).extracting(info -> info.kind()).contains(ObjectKind.CHANNEL);
        ObjectStates states = ObjectStates.of(run.trace());
        assertThat(states.at(0, run.endNanos(), ALL)).isEqualTo(new ObjectState.Unknown());
        assertThat(states.wanted(0, 1, 0, run.endNanos())).isEmpty();
    }

    @Test
    void partialResultsComeNewestFirst() {
        Program program = machine -> machine.start("worker", () -> {
            for (int i = 1; i <= 5; i++) {
                machine.compute(MILLI);
                machine.emit("part " + i);
            }
        });
        ObjectStates states =
                ObjectStates.of(Runs.run(program, Settings.DEFAULTS).trace());
        assertThat(states.allResults()).isEqualTo(5);
        ObjectStates.Results results = states.results(3 * MILLI, 2);
        assertThat(results.count()).isEqualTo(3);
        assertThat(results.latest())
                .containsExactly(new ObjectStates.Result(1, "part 3"), new ObjectStates.Result(1, "part 2"));
    }
}
