package org.coreograph.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.quicktheories.QuickTheory.qt;

import java.util.HashMap;
import java.util.Map;
import org.coreograph.model.Durations;
import org.coreograph.model.Settings;
import org.coreograph.testkit.Runs;
import org.coreograph.testkit.Script;
import org.coreograph.testkit.ScriptProgram;
import org.coreograph.testkit.Scripts;
import org.coreograph.trace.Lane;
import org.coreograph.trace.SpanKind;
import org.coreograph.trace.TaskTimes;
import org.coreograph.trace.Trace;
import org.junit.jupiter.api.Test;

/** What the numbers out of a trace must be. */
class TimeLensTest {
    private static final long MS = Durations.MILLI;

    private static RunReport twoLoops() {
        return Runs.run(
                machine -> {
                    for (int i = 0; i < 2; i++) {
                        machine.start("loop", () -> machine.compute(20 * 50 * MS));
                    }
                },
                Settings.DEFAULTS.withQuantumNanos(50 * MS).withSwitchCostNanos(MS / 10));
    }

    @Test
    void lensShowsTheSingleCoreAsTwoAndTheTruthStays() {
        RunReport report = twoLoops();
        Trace trace = report.trace();
        assertThat(trace.coreLane(0).size())
                .as("40 slices and the switches between them")
                .isEqualTo(79);
        assertThat(report.statistics().contextSwitches()).isEqualTo(39);
        assertThat(TimeLens.apparent(trace, 0)).isCloseTo(0.998, within(0.0005));
        assertThat(TimeLens.apparent(trace, 25 * MS)).isCloseTo(1.485, within(0.0005));
        assertThat(TimeLens.apparent(trace, 50 * MS)).isCloseTo(1.971, within(0.0005));
        assertThat(TimeLens.apparent(trace, 125 * MS)).isCloseTo(2.000, within(0.0005));
        assertThat(Parallelism.average(trace)).isCloseTo(0.998, within(0.0005));
        assertThat(TimeLens.pace(trace, 0)).isEqualTo(1.0);
        assertThat(TimeLens.pace(trace, 125 * MS)).isCloseTo(0.499, within(0.0005));
        assertThat(report.statistics().workOverTime()).isCloseTo(0.998, within(0.0005));
    }

    @Test
    void stretchesAreMergedClippedAndCarryWhatReallyRan() {
        Map<Integer, Long> seen = new HashMap<>();
        Map<Integer, Long> ran = new HashMap<>();
        RunReport report = twoLoops();
        TimeLens.widen(report.trace(), 125 * MS, (task, start, end, really) -> {
            assertThat(start).isNotNegative();
            assertThat(end).isLessThanOrEqualTo(report.endNanos());
            seen.merge(task, end - start, Long::sum);
            ran.merge(task, really, Long::sum);
        });
        assertThat(ran).containsOnly(Map.entry(1, 1_000 * MS), Map.entry(2, 1_000 * MS));
        assertThat(seen.keySet()).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void apparentParallelismNeverFallsBeginsAtTheTruthAndReachesEveryTask() {
        qt().withFixedSeed(20_260_303)
                .withExamples(600)
                .forAll(Scripts.whole(), Scripts.settings(4))
                .checkAssert((script, settings) -> {
                    Trace trace = trace(script, settings);
                    assertThat(TimeLens.apparent(trace, 0)).isEqualTo(Parallelism.average(trace));
                    double last = 0;
                    for (long width = 0; width <= 2 * trace.endNanos(); width++) {
                        double apparent = TimeLens.apparent(trace, width);
                        assertThat(apparent).as("through %d", width).isGreaterThanOrEqualTo(last);
                        assertThat(TimeLens.pace(trace, width)).isBetween(0.0, 1.0);
                        last = apparent;
                    }
                    assertThat(last).isEqualTo(tasksThatRan(trace));
                });
    }

    private static double tasksThatRan(Trace trace) {
        int count = 0;
        for (int task = 0; task < trace.tasks().size(); task++) {
            count += runNanos(trace, task) > 0 ? 1 : 0;
        }
        return count;
    }

    private static long runNanos(Trace trace, int task) {
        long ran = 0;
        Lane lane = trace.taskLane(task);
        for (int i = 0; i < lane.size(); i++) {
            ran += lane.kind(i) == SpanKind.RUNNING ? lane.endNanos(i) - lane.startNanos(i) : 0;
        }
        return ran;
    }

    private static Trace trace(Script script, Settings settings) {
        return Runs.run(new ScriptProgram(script, 1), settings).trace();
    }

    /** Counted at every single nanosecond, from the tasks' own lanes. */
    @Test
    void inProgressAndRunningAreWhatALookAtEveryInstantCounts() {
        qt().withFixedSeed(20_260_304)
                .withExamples(600)
                .forAll(Scripts.whole(), Scripts.settings(4))
                .checkAssert((script, settings) -> {
                    Trace trace = trace(script, settings);
                    StepFunction running = Parallelism.running(trace);
                    StepFunction inProgress = Parallelism.inProgress(trace);
                    for (long now = 0; now <= trace.endNanos(); now++) {
                        assertThat(running.valueAt(now))
                                .as("running at %d", now)
                                .isEqualTo(count(trace, now, true));
                        assertThat(inProgress.valueAt(now))
                                .as("in progress at %d", now)
                                .isEqualTo(count(trace, now, false));
                    }
                    assertThat(running.valueAt(-1)).isZero();
                    assertThat(running.max()).isLessThanOrEqualTo(settings.cores());
                });
    }

    private static int count(Trace trace, long now, boolean onlyRunning) {
        int count = 0;
        for (int task = 0; task < trace.tasks().size(); task++) {
            Lane lane = trace.taskLane(task);
            int at = lane.at(now);
            if (at < 0 || !trace.listed(task)) {
                continue;
            }
            boolean wantsOrHasACore = lane.kind(at) == SpanKind.RUNNING || lane.kind(at) == SpanKind.READY;
            boolean counts = onlyRunning
                    ? lane.kind(at) == SpanKind.RUNNING
                    : wantsOrHasACore || (task > 0 && lane.kind(at) != SpanKind.JOINING);
            count += counts ? 1 : 0;
        }
        return count;
    }

    @Test
    void waitingForOthersToFinishIsNotProgressOfItsOwn() {
        RunReport report = Runs.run(
                machine -> {
                    var group = machine.waitGroup();
                    group.add(1);
                    machine.start("joins", group::await);
                    machine.start("works", () -> {
                        machine.compute(6);
                        machine.sleep(4);
                        group.done();
                    });
                },
                Settings.DEFAULTS.withSwitchCostNanos(0));
        StepFunction inProgress = Parallelism.inProgress(report.trace());
        assertThat(inProgress.valueAt(3)).isEqualTo(1);
        assertThat(inProgress.valueAt(8)).as("who sleeps is in progress").isEqualTo(1);
        assertThat(Parallelism.running(report.trace()).valueAt(8)).isZero();
    }

    @Test
    void statisticsFollowTheBook() {
        RunReport report = Runs.run(
                new ScriptProgram(Script.jobs(new int[] {0, 0, 0}, 24, 3, 3), MS),
                Settings.DEFAULTS.withQuantumNanos(4 * MS).withSwitchCostNanos(0));
        Statistics statistics = report.statistics();
        assertThat(statistics.makespanNanos()).isEqualTo(30 * MS);
        assertThat(statistics.workNanos()).isEqualTo(30 * MS);
        assertThat(statistics.tasks()).extracting(task -> task.responseNanos()).containsExactly(0L, 4 * MS, 7 * MS);
        assertThat(statistics.tasks())
                .extracting(task -> task.turnaroundNanos())
                .containsExactly(30 * MS, 7 * MS, 10 * MS);
        assertThat(statistics.tasks()).extracting(task -> task.readyNanos()).containsExactly(6 * MS, 4 * MS, 7 * MS);
        assertThat(statistics.workOverTime()).isEqualTo(1.0);
    }

    @Test
    void runWithoutLengthHasNumbersToo() {
        RunReport report = Runs.run(machine -> machine.start("nothing", () -> {}), Settings.DEFAULTS.withCores(2));
        assertThat(report.endNanos()).isZero();
        assertThat(Parallelism.average(report.trace())).isZero();
        assertThat(TimeLens.apparent(report.trace(), MS)).isZero();
        assertThat(TimeLens.pace(report.trace(), MS)).isEqualTo(1.0);
        assertThat(report.statistics().workOverTime()).isZero();
        assertThat(report.statistics().tasks()).singleElement().satisfies(task -> {
            assertThat(task.firstRunNanos()).isZero();
            assertThat(task.turnaroundNanos()).isZero();
        });
        assertThat(report.trace().times().get(1).finishNanos()).isNotEqualTo(TaskTimes.NEVER);
    }
}
