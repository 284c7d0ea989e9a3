package org.coreograph.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.offset;

import java.util.Map;
import java.util.Objects;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.BadInputException;
import org.coreograph.model.Durations;
import org.coreograph.model.PolicyKind;
import org.coreograph.model.RunRequest;
import org.coreograph.testkit.Bench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkbenchTest {
    private final Bench bench = Bench.opened();
    private final Workbench workbench = bench.workbench();

    @AfterEach
    void close() {
        bench.close();
    }

    private Shown shown() {
        return bench.state().shown();
    }

    private RunReport ghost() {
        return Objects.requireNonNull(shown().ghost());
    }

    @Test
    void firstScreenShowsTwoLoopsOnOneCoreAboveTwo() {
        assertThat(bench.state().setup().program().id()).isEqualTo("two-loops");
        assertThat(shown().one().cores()).isEqualTo(1);
        assertThat(shown().many().cores()).isEqualTo(2);
        assertThat(shown().complete()).isTrue();
        assertThat(shown().many().endNanos()).isEqualTo(Durations.SECOND);
        assertThat(shown().ghost()).isNull();
        assertThat(bench.state().timeRatio()).hasValueCloseTo(2.0, offset(0.001));
    }

    @Test
    void firstScreenShowsAllOfItWithThePlayheadInTheMiddleOfThings() {
        long end = shown().endNanos();
        assertThat(bench.state().range()).isEqualTo(new TimeRange(0, end, true));
        assertThat(bench.state().playback().playheadNanos()).isBetween(end / 10, end / 2);
    }

    @Test
    void nextSeedIsInTheCommandLineAndInTheWordsOfAPresentation() {
        workbench.chooseProgram("race");
        bench.settle();
        RunReport first = shown().many();
        assertThat(Sentence.conditions(shown())).doesNotContain("seed");

        workbench.stepSeed(1);
        bench.settle();
        assertThat(shown().many().statistics()).isNotEqualTo(first.statistics());
        assertThat(workbench.commandLine()).endsWith("--seed 2");
        assertThat(Sentence.conditions(shown())).contains(", seed 2 ");

        workbench.stepSeed(-1);
        bench.settle();
        assertThat(shown().many().statistics()).isEqualTo(first.statistics());
    }

    @Test
    void nextSeedIsRefusedWhereNothingIsDrawn() {
        workbench.stepSeed(1);
        assertThat(bench.state().setup().settings().seed()).isEqualTo(1);
        assertThat(Objects.requireNonNull(bench.state().message()).text())
                .isEqualTo("Nothing in this run is drawn by the seed.");
    }

    @Test
    void moreCoresAreRunAtOnceAndTheRunBeforeStaysAsGhost() {
        workbench.setCores(5);
        bench.settle();

        assertThat(shown().many().cores()).isEqualTo(5);
        assertThat(ghost().cores()).isEqualTo(2);
    }

    @Test
    void ghostIsTheLastRunThatWasShown() {
        workbench.setCores(3);
        bench.settle();
        workbench.setCores(4);
        bench.settle();

        assertThat(ghost().cores()).isEqualTo(3);
    }

    @Test
    void duringADragTheGhostStaysThatOfBeforeIt() {
        workbench.beginGesture();
        for (int cores = 3; cores < 9; cores++) {
            workbench.setCores(cores);
            bench.settle();
        }
        workbench.endGesture();
        bench.settle();

        assertThat(shown().many().cores()).isEqualTo(8);
        assertThat(ghost().cores()).isEqualTo(2);
    }

    @Test
    void dragBackToWhereItBeganLeavesNoGhost() {
        workbench.beginGesture();
        workbench.setCores(9);
        bench.settle();
        workbench.setCores(2);
        bench.settle();
        assertThat(ghost().cores()).isEqualTo(2);
        workbench.endGesture();
        bench.settle();

        assertThat(shown().ghost()).isNull();
    }

    @Test
    void anotherProgramHasNoGhost() {
        workbench.chooseProgram("jobs");
        bench.settle();

        assertThat(shown().many().title()).isEqualTo("Jobs");
        assertThat(shown().ghost()).isNull();
    }

    @Test
    void programBringsTheQuantumThatSuitsItUnlessAPersonChoseOne() {
        workbench.chooseProgram("jobs");
        assertThat(bench.state().setup().settings().quantumNanos()).isEqualTo(4 * Durations.MILLI);
        workbench.chooseProgram("two-loops");
        assertThat(bench.state().setup().settings().quantumNanos()).isEqualTo(50 * Durations.MILLI);

        workbench.setQuantum(7 * Durations.MILLI);
        workbench.chooseProgram("jobs");
        assertThat(bench.state().setup().settings().quantumNanos()).isEqualTo(7 * Durations.MILLI);
    }

    @Test
    void coresBeyondTheSliderAreBroughtBack() {
        workbench.setCores(1_000);
        assertThat(bench.state().setup().settings().cores()).isEqualTo(64);
        workbench.setCores(0);
        assertThat(bench.state().setup().settings().cores()).isEqualTo(1);
    }

    @Test
    void oneCoreIsComparedWithItself() {
        workbench.setCores(1);
        bench.settle();

        assertThat(shown().many()).isSameAs(shown().one());
        assertThat(bench.state().timeRatio()).hasValue(1);
    }

    @Test
    void quantumPolicyAndSwitchCostRunAgain() {
        workbench.setQuantum(500 * Durations.MILLI);
        bench.settle();
        assertThat(bench.state().one().switches()).isEqualTo(3);

        workbench.setSwitchCost(10 * Durations.MILLI);
        bench.settle();
        assertThat(shown().one().endNanos()).isEqualTo(2_030 * Durations.MILLI);

        workbench.setPolicy(PolicyKind.FCFS);
        bench.settle();
        assertThat(bench.state().one().switches()).isEqualTo(1);
    }

    @Test
    void badParameterIsComplainedAboutAndTheLastPictureStays() {
        Shown before = shown();

        workbench.setParameter("count", "many");
        bench.settle();

        ParameterField field = bench.state().setup().fields().getFirst();
        assertThat(field.text()).isEqualTo("many");
        assertThat(field.trouble()).contains("count").contains("'many'").doesNotContain("\n");
        assertThat(bench.state().setup().usable()).isFalse();
        assertThat(shown()).isSameAs(before);
    }

    @Test
    void settingChangedBesideABadParameterWaitsForItToBeMended() {
        workbench.setParameter("count", "many");
        workbench.setCores(4);
        bench.settle();
        assertThat(shown().many().cores()).isEqualTo(2);

        workbench.setParameter("count", "1000");
        bench.settle();
        assertThat(shown().many().cores()).isEqualTo(4);
        assertThat(shown().many().endNanos()).isEqualTo(1000);
    }

    @Test
    void parametersThatDontGoTogetherAreComplainedAbout() {
        workbench.chooseProgram("jobs");
        workbench.setParameter("arrivals", "0,1");
        bench.settle();

        assertThat(bench.state().setup().trouble()).contains("arrivals").contains("lengths");
    }

    @Test
    void parameterNotTypedFollowsTheOthers() {
        workbench.chooseProgram("jobs");
        workbench.setParameter("lengths", "5,5,5,5");
        bench.settle();

        assertThat(bench.state().setup().usable()).isTrue();
        assertThat(shown().many().statistics().tasks()).hasSize(4);
    }

    @Test
    void requestOfAPictureBringsTheSameComparisonBack() {
        workbench.chooseProgram("jobs");
        workbench.setParameter("lengths", "7,8,9");
        workbench.setCores(3);
        bench.settle();
        RunReport before = shown().many();
        workbench.chooseProgram("ping-pong");
        bench.settle();

        workbench.reopen(before.request());
        bench.settle();

        assertThat(shown().many().request()).isEqualTo(before.request());
        assertThat(shown().many().endNanos()).isEqualTo(before.endNanos());
        assertThat(bench.state().setup().fields().getFirst().text()).isEqualTo("7,8,9");
    }

    @Test
    void requestThatCantBeRunIsRefusedAndNothingChanges() {
        Setup before = bench.state().setup();
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> workbench.reopen(new RunRequest("nothing", Map.of(), before.settings())));
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() ->
                        workbench.reopen(new RunRequest("two-loops", Map.of("count", "none"), before.settings())));
        assertThat(bench.state().setup()).isEqualTo(before);
    }

    @Test
    void stepsGoFromChangeToChange() {
        workbench.view().toStart();
        workbench.view().stepForward();
        assertThat(bench.state().playback().playheadNanos()).isEqualTo(50 * Durations.MILLI);
        workbench.view().stepForward();
        assertThat(bench.state().playback().playheadNanos()).isEqualTo(50 * Durations.MILLI + 5 * Durations.MICRO);
        workbench.view().stepBack();
        assertThat(bench.state().playback().playheadNanos()).isEqualTo(50 * Durations.MILLI);
        workbench.view().stepBack();
        workbench.view().stepBack();
        assertThat(bench.state().playback().playheadNanos()).isZero();
    }

    @Test
    void stepBeyondTheEndStaysThere() {
        workbench.view().toEnd();
        workbench.view().stepForward();
        assertThat(bench.state().playback().playheadNanos()).isEqualTo(shown().endNanos());
    }

    @Test
    void playheadMovesByTheSpeedAndStopsAtTheEnd() {
        workbench.view().toStart();
        workbench.view().setSpeed(new PlaySpeed(-1));
        workbench.view().play();
        bench.frameAfter(0);
        bench.frameAfter(Durations.SECOND);
        assertThat(bench.state().playback().playheadNanos()).isEqualTo(500 * Durations.MILLI);
        assertThat(workbench.moving()).isTrue();

        bench.frameAfter(10 * Durations.SECOND);
        assertThat(bench.state().playback().playheadNanos()).isEqualTo(shown().endNanos());
        assertThat(workbench.moving()).isFalse();
    }

    @Test
    void playAtTheEndBeginsAgain() {
        workbench.view().toEnd();
        workbench.view().play();
        assertThat(bench.state().playback().playheadNanos()).isZero();
        assertThat(bench.state().playback().playing()).isTrue();
    }

    @Test
    void idleWorkbenchWantsNoFrames() {
        assertThat(workbench.moving()).isFalse();
        assertThat(bench.state().run()).isInstanceOf(RunStatus.Idle.class);
    }

    @Test
    void zoomKeepsThePlayheadWhereItIsAndFitShowsAll() {
        workbench.view().scrub(Durations.SECOND);
        workbench.view().zoomBy(4);
        TimeRange range = bench.state().range();
        assertThat(range.lengthNanos()).isEqualTo(Math.round(shown().endNanos() / 4.0));
        assertThat(range.startNanos()).isLessThan(Durations.SECOND);
        assertThat(range.endNanos()).isGreaterThan(Durations.SECOND);

        workbench.view().fit();
        assertThat(bench.state().range()).isEqualTo(new TimeRange(0, shown().endNanos(), true));
    }

    @Test
    void zoomedRangeStaysWhileCoresAreDragged() {
        workbench.view().setRange(Durations.SECOND / 2, Durations.SECOND);
        workbench.setCores(7);
        bench.settle();
        assertThat(bench.state().range()).isEqualTo(new TimeRange(Durations.SECOND / 2, Durations.SECOND, false));
    }

    @Test
    void playheadStaysWhileCoresAreDragged() {
        workbench.view().scrub(700 * Durations.MILLI);
        workbench.setCores(7);
        bench.settle();
        assertThat(bench.state().playback().playheadNanos()).isEqualTo(700 * Durations.MILLI);
    }

    @Test
    void timeLensCountsWhatSeemsToRun() {
        workbench.setSwitchCost(100 * Durations.MICRO);
        bench.settle();
        workbench.view().setLensWidth(25 * Durations.MILLI);
        assertThat(bench.state().one().apparentParallelism())
                .isEqualTo(bench.state().one().trueParallelism());

        workbench.view().setLensOn(true);
        assertThat(bench.state().one().trueParallelism()).isEqualTo(0.998, offset(0.0005));
        assertThat(bench.state().one().apparentParallelism()).isEqualTo(1.485, offset(0.0005));
        workbench.view().setLensWidth(125 * Durations.MILLI);
        assertThat(bench.state().one().apparentParallelism()).isEqualTo(2.0, offset(0.0005));
        assertThat(LensWords.of(bench.state())).contains("both tasks seem to run all the time");
    }
}
