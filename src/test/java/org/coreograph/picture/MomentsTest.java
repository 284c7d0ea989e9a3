package org.coreograph.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.Clock;
import org.coreograph.model.Settings;
import org.coreograph.model.WaitKind;
import org.coreograph.testkit.TraceBuilder;
import org.junit.jupiter.api.Test;

class MomentsTest {
    private static final Settings MEASURED = Settings.DEFAULTS.withClock(Clock.MEASURED);
    private static final long MS = 1_000_000;

    /** Two slices of A that follow each other at once, the first with facts; then B, of which nothing is known. */
    private static RunReport run(Settings settings) {
        return new TraceBuilder(1, "A", "B")
                .slice(0, 0, 10 * MS, 1)
                .facts(0, 6 * MS, 4_711, 1)
                .blocks(0, 12 * MS, 20 * MS, 2, WaitKind.SLEEP)
                .completed(settings, 30 * MS);
    }

    @Test
    void measuredSliceIsToldWithItsFacts() {
        assertThat(Moments.onCore(run(MEASURED), 0, 5 * MS).words()).isEqualTo("""
            A, running
            0.000 ms to 10.000 ms
            for 10 ms
            core 0 of 1
            CPU time 6 ms
            OS thread 4711
            processor 1
            lost, not by the program: 4 ms, unknown stall\
            """);
    }

    @Test
    void whatThePlatformDoesntTellIsNotAvailable() {
        assertThat(Moments.onCore(run(MEASURED), 0, 15 * MS).words())
                .endsWith("CPU time not available\nOS thread not available\nprocessor not available");
    }

    @Test
    void simulatedSliceHasNoFacts() {
        assertThat(Moments.onCore(run(Settings.DEFAULTS), 0, 5 * MS).words()).endsWith("core 0 of 1");
    }

    @Test
    void waitsAreToldOfTasks() {
        assertThat(Moments.ofTask(run(MEASURED), 2, 5 * MS).line()).isEqualTo("B, ready, 0.000 ms to 12.000 ms");
        assertThat(Moments.ofTask(run(MEASURED), 2, 25 * MS).line()).startsWith("B, sleeping, 20.000 ms to 30.000 ms");
        assertThat(Moments.onCore(run(MEASURED), 0, 25 * MS).line()).startsWith("idle, 20.000 ms");
    }

    @Test
    void playheadIsToldRowByRow() {
        ComparisonScene scene = ComparisonScene.of(List.of(run(MEASURED), run(Settings.DEFAULTS)));
        assertThat(Moments.atPlayhead(scene)).isEmpty();
        assertThat(Moments.atPlayhead(scene.withPlayhead(5 * MS))).isEqualTo("""
            At 5.000 ms
            1 core, measured
              core 0: A, running, 0.000 ms to 10.000 ms
                CPU time 6 ms, OS thread 4711, processor 1
                lost, not by the program: 4 ms, unknown stall
            1 core, simulated
              core 0: A, running, 0.000 ms to 10.000 ms\
            """);
        assertThat(Moments.atPlayhead(scene.withLens(MS).withPlayhead(25 * MS))).contains("\n  B, sleeping,");
        assertThat(Moments.atPlayhead(scene.withPlayhead(30 * MS))).contains("1 core, measured: over");
    }

    @Test
    void whatIsNotAvailableAtThePlayheadIsSaidOnce() {
        ComparisonScene scene = ComparisonScene.of(List.of(run(MEASURED))).withPlayhead(15 * MS);
        assertThat(Moments.atPlayhead(scene)).endsWith("CPU time, OS thread and processor not available");
    }

    @Test
    void sliceUnderWayIsNotKnownYet() {
        RunReport whole = run(MEASURED);
        RunReport live = RunReport.of(whole.request(), whole.title(), whole.trace(), null);
        assertThat(Moments.onCore(live, 0, 15 * MS).words()).contains("CPU time not known yet");
    }

    @Test
    void manyRowsAreCutShort() {
        RunReport wide = new TraceBuilder(64, "A").last(0, 0, 10 * MS, 1, false).completed(MEASURED, 10 * MS);
        assertThat(Moments.atPlayhead(ComparisonScene.of(List.of(wide)).withPlayhead(MS)))
                .endsWith("\n  and 58 more rows");
    }
}
