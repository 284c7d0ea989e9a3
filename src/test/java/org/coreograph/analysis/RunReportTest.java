package org.coreograph.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.coreograph.model.Clock;
import org.coreograph.model.Outcome;
import org.coreograph.model.Settings;
import org.coreograph.testkit.TraceBuilder;
import org.junit.jupiter.api.Test;

class RunReportTest {
    private static final Settings SIMULATED = Settings.DEFAULTS;
    private static final Settings MEASURED = Settings.DEFAULTS.withClock(Clock.MEASURED);

    private static RunReport one(Settings settings) {
        return new TraceBuilder(1, "A").last(0, 0, 100, 1, false).completed(settings, 100);
    }

    private static TraceBuilder two() {
        return new TraceBuilder(2, "A").last(0, 0, 50, 1, false);
    }

    @Test
    void coresThatStayedAreWhatWasAskedFor() {
        RunReport run = two().completed(MEASURED, 50);
        assertThat(run.coresChanged()).isFalse();
        assertThat(run.coresTitle()).isEqualTo("2 cores");
        assertThat(one(MEASURED).coresTitle()).isEqualTo("1 core");
        assertThat(run.speedUp()).hasValue(1);
        assertThat(run.timeRatio(one(MEASURED))).hasValue(2);
    }

    @Test
    void noSpeedUpAndNoRatioIsToldOfARunWhoseCoresChanged() {
        RunReport fewer = two().off(1, 20, 50).completed(MEASURED, 50);
        assertThat(fewer.coresChanged()).isTrue();
        assertThat(fewer.coresTitle()).isEqualTo("1 to 2 cores");
        assertThat(fewer.speedUp()).isEmpty();
        assertThat(fewer.timeRatio(one(MEASURED))).isEmpty();
    }

    @Test
    void noRatioIsToldToAnOneCoreRunWhoseCoresChanged() {
        RunReport grown =
                new TraceBuilder(1, "A").last(0, 0, 100, 1, false).off(1, 0, 30).completed(MEASURED, 100);
        assertThat(two().completed(MEASURED, 50).timeRatio(grown)).isEmpty();
    }

    @Test
    void coresThatComeLaterAreCountedFromThenOn() {
        RunReport more = two().off(2, 0, 10).off(3, 0, 10).off(3, 30, 50).completed(MEASURED, 50);
        assertThat(more.coreCounts()).isEqualTo(new CoreCounts(2, 4));
        assertThat(two().off(2, 0, 50).completed(MEASURED, 50).coresChanged())
                .as("a core that never came")
                .isFalse();
    }

    @Test
    void coresThatCameAtTheVeryStartAreNotThoseAskedFor() {
        RunReport run = two().off(2, 0, 0).completed(MEASURED, 50);
        assertThat(run.coresTitle()).isEqualTo("3 cores");
        assertThat(run.coresChanged()).isTrue();
    }

    @Test
    void ratioNeedsTwoCompletedRunsThatDifferInCoresAlone() {
        RunReport one = one(SIMULATED);
        assertThat(two().completed(SIMULATED, 50).timeRatio(one)).hasValue(2);
        assertThat(one.timeRatio(one)).hasValue(1);
        assertThat(two().completed(MEASURED, 50).timeRatio(one)).isEmpty();
        assertThat(two().completed(SIMULATED.withSeed(2), 50).timeRatio(one)).isEmpty();
        assertThat(two().run(SIMULATED, 50, Outcome.STOPPED, "stopped").timeRatio(one))
                .isEmpty();
        assertThat(two().completed(SIMULATED, 50).timeRatio(two().run(SIMULATED, 50, Outcome.DEADLOCK, "stuck")))
                .isEmpty();
    }
}
