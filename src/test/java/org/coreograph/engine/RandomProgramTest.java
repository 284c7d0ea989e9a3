package org.coreograph.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.Clock;
import org.coreograph.model.Interleave;
import org.coreograph.model.Outcome;
import org.coreograph.model.Settings;
import org.coreograph.model.ThreadKind;
import org.coreograph.testkit.Invariants;
import org.coreograph.testkit.Runs;
import org.coreograph.testkit.Script;
import org.coreograph.testkit.ScriptProgram;
import org.coreograph.testkit.ScriptProgram.Message;
import org.coreograph.testkit.Scripts;
import org.coreograph.testkit.TraceText;
import org.coreograph.trace.TaskTimes;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quicktheories.core.Gen;

/** Random programs of the whole vocabulary keep what always holds, and a simulated one is the same every time. */
@Timeout(120)
class RandomProgramTest {
    private static final long SEED = 20_260_202;

    /** How many times as many programs are to be tried, for a run that has the time. */
    private static final int TIMES = Integer.getInteger("random.times", 1);

    private static Stream<Named<Gen<Script>>> programs() {
        return Stream.of(
                Named.of("channels and mutexes", Scripts.whole()), Named.of("everything", Scripts.everything()));
    }

    private static RunReport check(Script script, Settings settings, long nanosPerTick) {
        ScriptProgram program = new ScriptProgram(script, nanosPerTick);
        RunReport report = Runs.run(program, settings);
        assertThat(program.violations()).isEmpty();
        messagesAreNeitherLostNorDoubled(report, program);
        Invariants.hold(report);
        assertThat(report.end().outcome()).isNotEqualTo(Outcome.STOPPED);
        assertThat(report.end().failures().values()).allMatch(trace -> trace.contains("on purpose"));
        return report;
    }

    /**
     * What was received was sent, once; what one task gets of another's through a channel comes in the order of sending;
     * and what isn't received is in a buffer, or its sender is stuck.
     */
    private static void messagesAreNeitherLostNorDoubled(RunReport report, ScriptProgram program) {
        List<Message> sent = program.sent();
        assertThat(program.received()).doesNotHaveDuplicates();
        for (List<Message> got : program.receivedBy().values()) {
            Map<String, Integer> last = new HashMap<>();
            for (Message message : got) {
                Integer before = last.put(message.channel() + " from " + message.sender(), message.number());
                assertThat(before == null ? -1 : before)
                        .as("before %s", message)
                        .isLessThan(message.number());
            }
        }
        for (int channel = 0; channel < 3; channel++) {
            int number = channel;
            Set<Message> received = program.received().stream()
                    .filter(m -> m.channel() == number)
                    .collect(Collectors.toSet());
            List<Message> asked =
                    sent.stream().filter(m -> m.channel() == number).toList();
            Settings settings = report.request().settings();
            if (settings.simulated() && settings.interleave() == Interleave.DECLARED) {
                // Sends were noted in the very order in which the channel saw them.
                assertThat(received).isEqualTo(Set.copyOf(asked.subList(0, received.size())));
            } else {
                assertThat(asked).containsAll(received);
            }
        }
        long stuck = report.trace().times().stream()
                .filter(task -> task.finishNanos() == TaskTimes.NEVER)
                .count();
        // A stuck task that selects may offer two.
        assertThat(sent.size() - program.received().size()).isBetween(0, 4 + 2 * (int) stuck);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void whatAlwaysHoldsHoldsUnderTheSimulatedClockTwice(Gen<Script> programs) {
        Set<Outcome> seen = EnumSet.noneOf(Outcome.class);
        qt().withFixedSeed(SEED)
                .withExamples(3_000 * TIMES)
                .forAll(programs, Scripts.settings(4))
                .checkAssert((script, settings) -> {
                    RunReport report = check(script, settings, 1);
                    seen.add(report.end().outcome());
                    String once = TraceText.inFull(report);
                    String again = TraceText.inFull(check(script, settings, 1));
                    assertThat(again).isEqualTo(once);
                });
        assertThat(seen).containsExactly(Outcome.COMPLETED, Outcome.DEADLOCK, Outcome.FAILED);
    }

    @Test
    void whatAlwaysHoldsHoldsWhoeverGoesFirst() {
        qt().withFixedSeed(SEED + 3)
                .withExamples(1_000 * TIMES)
                .forAll(Scripts.everything(), Scripts.anySchedule(4))
                .checkAssert((script, settings) -> assertThat(TraceText.inFull(check(script, settings, 1)))
                        .isEqualTo(TraceText.inFull(check(script, settings.withThreads(ThreadKind.VIRTUAL), 1))));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void platformThreadsGiveTheSameSimulatedTrace(Gen<Script> programs) {
        qt().withFixedSeed(SEED + 1)
                .withExamples(300 * TIMES)
                .forAll(programs, Scripts.settings(4))
                .checkAssert((script, settings) -> assertThat(
                                TraceText.inFull(check(script, settings.withThreads(ThreadKind.PLATFORM), 1)))
                        .isEqualTo(TraceText.inFull(check(script, settings.withThreads(ThreadKind.VIRTUAL), 1))));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void whatAlwaysHoldsHoldsUnderTheMeasuredClockOnVirtualThreads(Gen<Script> programs) {
        measured(programs, ThreadKind.VIRTUAL);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void whatAlwaysHoldsHoldsUnderTheMeasuredClockOnPlatformThreads(Gen<Script> programs) {
        measured(programs, ThreadKind.PLATFORM);
    }

    private static void measured(Gen<Script> programs, ThreadKind threads) {
        qt().withFixedSeed(SEED + 2)
                .withExamples(400 * TIMES)
                .withShrinkCycles(0)
                .forAll(programs, Scripts.settings(4))
                .checkAssert((script, settings) -> check(
                        script,
                        settings.withClock(Clock.MEASURED)
                                .withThreads(threads)
                                .withQuantumNanos(settings.quantumNanos() * 5_000),
                        2_000));
    }
}
