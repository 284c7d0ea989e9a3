package org.coreograph.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.coreograph.analysis.RunReport;
import org.coreograph.analysis.Stalls;
import org.coreograph.model.Clock;
import org.coreograph.model.Durations;
import org.coreograph.model.Pause;
import org.coreograph.model.Settings;
import org.coreograph.model.ThreadKind;
import org.coreograph.program.Program;
import org.coreograph.testkit.Runs;
import org.coreograph.trace.SliceFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a measured run tells of its slices beside when they were. */
@Timeout(60)
class MeasuredFactsTest {
    private static final Program TWO_LOOPS = machine -> {
        for (int i = 0; i < 2; i++) {
            machine.start("loop", () -> machine.count(20_000_000));
        }
    };

    private static Settings measured(ThreadKind kind) {
        return Settings.DEFAULTS
                .withClock(Clock.MEASURED)
                .withThreads(kind)
                .withCores(2)
                .withQuantumNanos(Durations.MILLI);
    }

    @ParameterizedTest
    @EnumSource
    @EnabledOnOs(OS.LINUX)
    void everySliceHasItsTimeThreadAndProcessor(ThreadKind kind) {
        RunReport report = Runs.run(TWO_LOOPS, measured(kind));
        int slices = 0;
        for (int core = 0; core < 2; core++) {
            SliceFacts facts = report.trace().facts(core);
            slices += facts.size();
            for (int i = 0; i < facts.size(); i++) {
                assertThat(facts.cpuNanos(i)).isNotNegative();
                assertThat(facts.osThread(i)).isPositive();
                assertThat(facts.processor(i)).isNotNegative();
            }
        }
        assertThat(slices).isPositive();
        Stalls stalls =
                Stalls.of(report.trace(), Objects.requireNonNull(report.end()).pauses());
        assertThat(stalls.measuredNanos()).isEqualTo(report.statistics().workNanos());
        assertThat(stalls.unmeasuredNanos()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    @EnabledOnOs(OS.LINUX)
    void timeOfASliceIsThatOfTheWorkInIt(ThreadKind kind) {
        long[] worked = new long[1];
        RunReport report = Runs.run(
                machine ->
                        machine.start("works", () -> machine.compute(1, () -> worked[0] = work(20 * Durations.MILLI))),
                measured(kind).withCores(1));
        SliceFacts facts = report.trace().facts(0);
        assertThat(facts.size()).isEqualTo(1);
        assertThat(facts.cpuNanos(0)).isGreaterThanOrEqualTo(worked[0]);
    }

    /** Works for so much time of its thread's own, and returns how much it really was. */
    private static long work(long nanos) {
        long start = ThreadFacts.PLATFORM.cpuNanos();
        long state = 1;
        while (ThreadFacts.PLATFORM.cpuNanos() - start < nanos) {
            state = Work.rounds(state, Work.ROUNDS_A_POLL);
        }
        Work.publish(state);
        return ThreadFacts.PLATFORM.cpuNanos() - start;
    }

    @ParameterizedTest
    @EnumSource
    @EnabledOnOs(OS.LINUX)
    void collectionInARunIsFoundAndIsTheCollectorsLoss(ThreadKind kind) {
        RunReport report = Runs.run(
                machine -> machine.start("litters", () -> {
                    machine.count(1_000);
                    machine.compute(1, System::gc);
                    machine.count(1_000);
                }),
                measured(kind).withCores(1));
        List<Pause> pauses = Objects.requireNonNull(report.end()).pauses();
        assertThat(pauses)
                .isNotEmpty()
                .allSatisfy(pause -> assertThat(pause.endNanos())
                        .isGreaterThan(pause.startNanos())
                        .isLessThanOrEqualTo(report.endNanos()));
        Stalls stalls = Stalls.of(report.trace(), pauses);
        assertThat(stalls.gcNanos()).isPositive();
        assertThat(stalls.stalls()).anySatisfy(stall -> {
            assertThat(stall.kind()).isEqualTo(Stalls.Kind.GC);
            assertThat(stall.task()).isEqualTo(1);
        });
    }

    @Test
    void simulatedRunsTellNothingOfThePlatform() {
        RunReport report = Runs.run(TWO_LOOPS, Settings.DEFAULTS.withCores(2));
        assertThat(report.trace().facts(0).size()).isZero();
        assertThat(report.trace().facts(1).size()).isZero();
        assertThat(Objects.requireNonNull(report.end()).pauses()).isNull();
    }
}
