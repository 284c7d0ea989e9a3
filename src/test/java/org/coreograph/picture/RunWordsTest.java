package org.coreograph.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.coreograph.analysis.RunReport;
import org.coreograph.model.Clock;
import org.coreograph.model.Settings;
import org.coreograph.picture.RunWords.Marks;
import org.coreograph.testkit.TraceBuilder;
import org.coreograph.trace.Trace;
import org.junit.jupiter.api.Test;

class RunWordsTest {
    private static final Settings SIMULATED = Settings.DEFAULTS;
    private static final Settings MEASURED = Settings.DEFAULTS.withClock(Clock.MEASURED);

    private static RunReport turns(Settings settings, int slices, long switchNanos) {
        return TraceBuilder.takingTurns(slices, 1_000, switchNanos)
                .completed(settings, TraceBuilder.turnsEndNanos(slices, 1_000, switchNanos));
    }

    private static RunReport sideBySide(Settings settings, long nanos) {
        return new TraceBuilder(2, "A", "B")
                .last(0, 0, nanos, 1, false)
                .last(1, 0, nanos, 2, false)
                .completed(settings, nanos);
    }

    @Test
    void tasksThatRunAgainAfterAnotherRanTakeTurns() {
        assertThat(RunWords.manner(turns(SIMULATED, 4, 5).trace())).isEqualTo("concurrency: taking turns");
    }

    @Test
    void tasksThatRunWhollyOneAfterTheOtherTakeNoTurns() {
        assertThat(RunWords.manner(turns(SIMULATED, 2, 5).trace())).isEqualTo("one after the other");
    }

    @Test
    void oneTaskIsAlone() {
        assertThat(RunWords.manner(turns(SIMULATED, 1, 0).trace())).isEqualTo("one task alone");
    }

    @Test
    void nothingIsSaidOfTasksWhereNoneRan() {
        assertThat(RunWords.manner(new TraceBuilder(2, "A").build(100))).isEqualTo("no task has used a core");
    }

    @Test
    void tasksThatRunTogetherForAMomentAreParallel() {
        Trace trace = new TraceBuilder(2, "A", "B")
                .last(0, 0, 100, 1, false)
                .last(1, 99, 500, 2, false)
                .build(1_000);
        assertThat(RunWords.manner(trace)).isEqualTo("parallelism: at the same time");
    }

    @Test
    void moreCoresThanOneDontMakeARunParallel() {
        Trace trace = new TraceBuilder(2, "A", "B")
                .last(0, 0, 100, 1, false)
                .last(1, 100, 200, 2, false)
                .build(200);
        assertThat(RunWords.manner(trace)).isEqualTo("one after the other");
    }

    @Test
    void parallelTasksCanTakeTurnsToo() {
        Trace trace = new TraceBuilder(2, "A", "B", "C")
                .slice(0, 0, 100, 1)
                .slice(1, 0, 300, 2)
                .slice(0, 100, 200, 3)
                .slice(0, 200, 300, 1)
                .build(300);
        assertThat(RunWords.manner(trace)).isEqualTo("parallelism: at the same time, and taking turns");
    }

    @Test
    void noteOnSwitchesSaysHowTheyAreDrawn() {
        RunReport run = turns(SIMULATED, 40, 5_000);
        assertThat(RunWords.switches(run, Marks.TICKS)).isEqualTo("ticks: 39 switches of 5 µs, not to scale");
        assertThat(RunWords.switches(run, Marks.SCALE)).isEqualTo("dark: 39 switches of 5 µs");
        assertThat(RunWords.switches(run, Marks.NONE)).isEqualTo("dark: mostly switching, 39 switches of 5 µs");
        assertThat(RunWords.switches(turns(SIMULATED, 40, 5), Marks.NONE))
                .isEqualTo("39 switches of 5 ns, too thin to draw");
        assertThat(RunWords.switches(turns(SIMULATED, 3, 0), Marks.TICKS)).isEqualTo("2 switches at no cost");
        assertThat(RunWords.switches(sideBySide(SIMULATED, 10), Marks.TICKS)).isEmpty();
    }

    @Test
    void measuredSwitchesAreHandOvers() {
        assertThat(RunWords.switches(turns(MEASURED, 3, 5_000), Marks.TICKS))
                .isEqualTo("ticks: 2 hand-overs, 5 µs on average, not to scale");
    }

    @Test
    void measuredRunOnMoreCoresThanProcessorsSaysSo() {
        RunReport run = sideBySide(MEASURED, 10);
        assertThat(RunWords.crowded(run, 1)).isEqualTo("more cores than this machine's 1 processor");
        assertThat(RunWords.crowded(run, 2)).isEmpty();
        assertThat(RunWords.crowded(sideBySide(SIMULATED, 10), 1)).isEmpty();
        RunReport fewAtFirst =
                new TraceBuilder(1, "A").off(2, 0, 1).last(0, 0, 100, 1, false).completed(MEASURED, 100);
        assertThat(RunWords.crowded(fewAtFirst, 2)).isEqualTo("more cores than this machine's 2 processors");
    }

    @Test
    void initialsKeepNumbers() {
        assertThat(RunWords.initials("consumer 2")).isEqualTo("C2");
        assertThat(RunWords.initials("A")).isEqualTo("A");
        assertThat(RunWords.initials("left_fork-12")).isEqualTo("LF12");
        assertThat(RunWords.initials("  ")).isEmpty();
        assertThat(RunWords.initials("ping")).isEqualTo("Pi");
        assertThat(RunWords.initials("pong")).isEqualTo("Po");
    }
}
