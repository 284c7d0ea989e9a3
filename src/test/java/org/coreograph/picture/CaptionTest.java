package org.coreograph.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.coreograph.analysis.Outcomes;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.Clock;
import org.coreograph.model.Interleave;
import org.coreograph.model.MemoryKind;
import org.coreograph.model.PolicyKind;
import org.coreograph.model.RunRequest;
import org.coreograph.model.RuntimeKind;
import org.coreograph.model.SettingName;
import org.coreograph.model.Settings;
import org.coreograph.model.TieRule;
import org.coreograph.testkit.TraceBuilder;
import org.junit.jupiter.api.Test;

class CaptionTest {
    private static final Typeface TYPEFACE = new Typeface();

    private static String caption(Map<String, String> arguments, Settings... settings) {
        List<RunReport> runs = Stream.of(settings)
                .map(one -> run(new TraceBuilder(one.cores(), "A"), arguments, one))
                .toList();
        return String.join(" · ", Caption.parts(runs, 4));
    }

    private static RunReport run(TraceBuilder trace, Map<String, String> arguments, Settings settings) {
        RunReport run = trace.last(0, 0, 20, 1, false).completed(settings, 20);
        return RunReport.of(new RunRequest("jobs", arguments, settings), "Jobs", run.trace(), run.end());
    }

    @Test
    void captionSaysThatCoresChanged() {
        Settings measured = Settings.DEFAULTS.withClock(Clock.MEASURED);
        RunReport one = run(new TraceBuilder(1, "A"), Map.of(), measured);
        RunReport changed = run(new TraceBuilder(2, "A").off(3, 0, 5).off(2, 0, 5), Map.of(), measured.withCores(2));
        assertThat(String.join(" · ", Caption.parts(List.of(one, changed), 4)))
                .contains(" · 1 core and 2 to 4 cores, changed while it ran · ");
    }

    @Test
    void captionSaysHowAComparisonCameAbout() {
        assertThat(caption(Map.of("lengths", "24,3,3"), Settings.DEFAULTS, Settings.DEFAULTS.withCores(2)))
                .isEqualTo("jobs lengths=24,3,3 · SIMULATED · 1 and 2 cores · round robin, quantum 10 ms"
                        + " · switch 5 µs · seed 1 · Coreograph");
    }

    @Test
    void measuredCaptionNamesProcessorsAndThreadsAndNoSwitchCost() {
        assertThat(caption(Map.of(), Settings.DEFAULTS.withClock(Clock.MEASURED).withCores(4)))
                .isEqualTo("jobs · MEASURED on 4 processors · 4 cores · round robin, quantum 10 ms"
                        + " · virtual threads · seed 1 · Coreograph");
    }

    @Test
    void quantumIsLeftOutWhereThePolicyUsesNone() {
        assertThat(caption(Map.of(), Settings.DEFAULTS.withPolicy(PolicyKind.FCFS)))
                .contains("first come first served · switch")
                .doesNotContain("quantum");
    }

    @Test
    void tieRuleIsNamedWhereItIsntTheUsualOne() {
        assertThat(caption(Map.of(), Settings.DEFAULTS)).doesNotContain("first");
        assertThat(caption(Map.of(), Settings.DEFAULTS.withTies(TieRule.PREEMPTED_FIRST)))
                .contains("preempted first");
    }

    @Test
    void runtimeIsNamedUnlessItIsAnOperatingSystem() {
        assertThat(caption(Map.of(), Settings.DEFAULTS.withRuntime(RuntimeKind.GO)))
                .contains(" · Go: work stealing, quantum 10 ms · ");
        assertThat(caption(Map.of(), Settings.DEFAULTS.withRuntime(RuntimeKind.LOOM)))
                .contains(" · JDK virtual-thread scheduler: first come first served · ");
    }

    @Test
    void jitterStandsWithTheQuantumThatItVaries() {
        Settings jittery = Settings.DEFAULTS.withJitter(0.125);

        assertThat(caption(Map.of(), jittery)).contains("round robin, quantum 10 ms ± 12.5% ·");
        assertThat(caption(Map.of(), jittery.withPolicy(PolicyKind.SJF))).doesNotContain("±");
    }

    @Test
    void memoryAndInterleavingAreNamedWhereTheyArentTheUsualOnes() {
        assertThat(caption(Map.of(), Settings.DEFAULTS)).doesNotContain("memory", "interleaving");
        assertThat(caption(
                        Map.of(),
                        Settings.DEFAULTS.withMemory(MemoryKind.DISTRIBUTED).withInterleave(Interleave.RANDOM)))
                .contains(" · distributed memory · random interleaving · ");
    }

    @Test
    void settingsAreNamedWhereTheyMakeADifference() {
        Settings mlfq = Settings.DEFAULTS
                .withPolicy(PolicyKind.MLFQ)
                .with(SettingName.MLFQ_QUANTA, "5ms,10ms")
                .with(SettingName.MLFQ_BOOST, "1s")
                .with(SettingName.COST_MIGRATION, "2us")
                .with(SettingName.BUS_LATENCY, "1us")
                .with(SettingName.PRIORITY_AGING, "1s");

        assertThat(caption(Map.of(), mlfq))
                .contains(" · multi-level feedback queue, quanta 5ms,10ms · ")
                .contains(" · mlfq.boost=1s, cost.migration=2us · ")
                .doesNotContain("latency", "aging");
        assertThat(caption(Map.of(), mlfq.withClock(Clock.MEASURED))).doesNotContain("cost");
        assertThat(caption(Map.of(), mlfq.withMemory(MemoryKind.DISTRIBUTED))).contains("bus.latency=1us");
        assertThat(caption(Map.of(), mlfq.withPolicy(PolicyKind.ROUND_ROBIN)))
                .contains("round robin, quantum 10 ms")
                .doesNotContain("mlfq");
    }

    @Test
    void manyRunsAreToldByTheirSeeds() {
        RunRequest request = new RunRequest("counter", Map.of(), Settings.DEFAULTS.withSeed(3));
        OutcomesScene scene = new OutcomesScene("Counter", request, "3..4", new Outcomes(2, "", List.of()));

        assertThat(String.join(" · ", Caption.parts(scene, 4)))
                .isEqualTo("counter · SIMULATED · 1 core · round robin, quantum 10 ms · switch 5 µs"
                        + " · seeds 3..4, 2 runs · Coreograph");
    }

    @Test
    void runsThatDifferInMoreThanCoresAreToldApart() {
        assertThat(caption(Map.of(), Settings.DEFAULTS, Settings.DEFAULTS.withClock(Clock.MEASURED)))
                .contains("SIMULATED and MEASURED on 4 processors");
    }

    @Test
    void longListIsToldByItsBeginningAndItsLength() {
        String lengths = "10,".repeat(99) + "10";
        assertThat(caption(Map.of("lengths", lengths), Settings.DEFAULTS))
                .startsWith("jobs lengths=10,10,")
                .contains("… (100 values)")
                .hasSizeLessThan(160);
    }

    @Test
    void linesBreakBetweenPartsAndAreNeverTooWide() {
        TextStyle style = TextStyle.regular(20);
        List<String> parts = List.of("jobs lengths=24,3,3", "SIMULATED", "1 and 2 cores", "a-word-wider-than-the-line");
        List<String> lines = Caption.lines(parts, TYPEFACE, style, 210);
        assertThat(lines)
                .allSatisfy(line -> assertThat(TYPEFACE.widthPx(line, style)).isLessThanOrEqualTo(210));
        assertThat(lines.getFirst()).isEqualTo("jobs lengths=24,3,3");
        assertThat(String.join("", lines)).contains("SIMULATED").contains("1 and 2 cores");
    }
}
