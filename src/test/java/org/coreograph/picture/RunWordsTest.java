package org.coreograph.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.Clock;
import org.coreograph.model.Pause;
import org.coreograph.model.RunEnd;
import org.coreograph.model.Settings;
import org.coreograph.picture.RunWords.Marks;
import org.coreograph.testkit.TraceBuilder;
import org.coreograph.trace.Trace;
import org.jspecify.annotations.Nullable;
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

    /** A slice of 100 ms, of which a processor worked for some. */
    private static RunReport slice(Settings settings, long cpuNanos, @Nullable List<Pause> pauses) {
        RunReport run = new TraceBuilder(1, "A")
                .last(0, 0, 100_000_000, 1, false)
                .facts(0, cpuNanos, 7, 0)
                .completed(settings, 100_000_000);
        RunEnd end = Objects.requireNonNull(run.end());
        return RunReport.of(
                run.request(),
                run.title(),
                run.trace(),
                new RunEnd(
                        end.outcome(),
                        end.reason(),
                        end.endNanos(),
                        end.result(),
                        end.stuck(),
                        end.failures(),
                        end.abandoned(),
                        pauses));
    }

    private static String lost(RunReport run) {
        return RunWords.lost(run, run.stalls());
    }

    @Test
    void lostTimeIsToldByItsCause() {
        RunReport run = slice(MEASURED, 88_000_000, List.of(new Pause(10_000_000, 13_000_000)));
        assertThat(lost(run)).isEqualTo("12.00 ms, of it GC 3.00 ms; unknown stall 9.00 ms");
        assertThat(RunWords.lostInShort(run.stalls()))
                .isEqualTo("lost, not by the program: 12.00 ms, of it GC 3.00 ms");
        assertThat(lost(slice(MEASURED, 100_000_000, List.of()))).isEqualTo("none");
        assertThat(lost(slice(MEASURED, 88_000_000, null))).isEqualTo("12.00 ms, GC not available");
    }

    @Test
    void lostTimeIsNotAvailableWhereThePlatformTellsNothing() {
        RunReport run = slice(MEASURED, -1, List.of());
        assertThat(lost(run)).isEqualTo("not available");
        assertThat(RunWords.lostInShort(run.stalls())).isEmpty();
        assertThat(lost(slice(SIMULATED, 88_000_000, null))).isEqualTo("not available");
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
