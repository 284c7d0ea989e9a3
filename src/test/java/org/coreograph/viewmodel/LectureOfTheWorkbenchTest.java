package org.coreograph.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.coreograph.gallery.Gallery;
import org.coreograph.gallery.Lecture;
import org.coreograph.gallery.Lectures;
import org.coreograph.gallery.Sight;
import org.coreograph.model.Durations;
import org.coreograph.model.EventSink;
import org.coreograph.model.RunRequest;
import org.coreograph.model.Settings;
import org.coreograph.testkit.Bench;
import org.coreograph.viewmodel.lecture.LectureDesk;
import org.coreograph.viewmodel.lecture.LectureFile;
import org.coreograph.viewmodel.lecture.LectureState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LectureOfTheWorkbenchTest {
    private static final Sight CLOSE = Sight.ALL
            .withPlayhead(12 * Durations.MILLI)
            .withZoom(new Sight.Zoom(10 * Durations.MILLI, 20 * Durations.MILLI))
            .withLens(3 * Durations.MILLI)
            .withByTask(true)
            .withTask(2);

    private Bench bench;

    @BeforeEach
    void open() {
        bench = Bench.opened();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Workbench workbench() {
        return bench.workbench();
    }

    private LectureDesk desk() {
        return bench.workbench().lecture();
    }

    private LectureState lecture() {
        return bench.state().lecture();
    }

    private static Lecture.State state(String program, int cores, Sight sight, String said) {
        RunRequest request = new RunRequest(program, Map.of(), Settings.DEFAULTS.withCores(cores));
        return new Lecture.State(List.of(), request, sight, said);
    }

    private void open(Lecture.State... states) {
        desk().open(new LectureFile(new Lecture(List.of(states), List.of()), "hour", null));
    }

    private String text() {
        return new String(desk().toSave(Path.of("x.txt")).content(), StandardCharsets.UTF_8);
    }

    private void show(int place) {
        workbench().showState(place);
        bench.settle();
    }

    @Test
    void stateBringsProgramSettingsPlayheadZoomLensRowsAndTask() {
        open(state("jobs", 4, CLOSE, ""));
        show(0);
        WorkbenchState now = bench.state();
        assertThat(now.setup().program().id()).isEqualTo("jobs");
        assertThat(now.setup().settings()).isEqualTo(Settings.DEFAULTS.withCores(4));
        assertThat(now.playback().playheadNanos()).isEqualTo(12 * Durations.MILLI);
        assertThat(now.range()).isEqualTo(new TimeRange(10 * Durations.MILLI, 20 * Durations.MILLI, false));
        assertThat(now.lens()).isEqualTo(new Lens(true, 3 * Durations.MILLI));
        assertThat(now.look().byTask()).isTrue();
        assertThat(now.look().selectedTask()).isEqualTo(2);
        assertThat(workbench().view().sight()).isEqualTo(CLOSE);
    }

    @Test
    void whatAStateDoesNotSayIsAsOnTheCommandLineWhateverWasBefore() {
        open(state("jobs", 4, CLOSE, ""), state("jobs", 4, Sight.ALL, ""));
        show(0);
        show(1);
        WorkbenchState now = bench.state();
        assertThat(now.range().fitted()).isTrue();
        assertThat(now.lens().on()).isFalse();
        assertThat(now.look().byTask()).isFalse();
        assertThat(now.look().selectedTask()).isEqualTo(EventSink.NONE);
    }

    @Test
    void statesLookTheSameForwardsAndBackwards() {
        open(
                state("two-loops", 1, Sight.ALL.withPlayhead(5), ""),
                state("two-loops", 2, CLOSE, ""),
                state("counter", 2, Sight.ALL, ""),
                state("counter", 2, CLOSE, ""));
        List<List<Object>> forwards = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            show(i);
            forwards.add(seen());
        }
        for (int i = 3; i >= 0; i--) {
            show(i);
            assertThat(seen()).isEqualTo(forwards.get(i));
        }
    }

    /** What a class sees: also that nothing of what was before stays as a ghost. */
    private List<Object> seen() {
        WorkbenchState now = bench.state();
        assertThat(now.shown().ghost()).isNull();
        return List.of(
                now.setup(),
                now.shown().many().request(),
                now.range(),
                workbench().view().sight());
    }

    @Test
    void pageKeysStopAtBothEnds() {
        open(state("jobs", 1, Sight.ALL, ""), state("jobs", 2, Sight.ALL, ""));
        assertThat(lecture().placeTitle()).isEmpty();
        workbench().showNextState(1);
        assertThat(lecture().placeTitle()).isEqualTo("1 of 2");
        workbench().showNextState(1);
        workbench().showNextState(1);
        assertThat(lecture().placeTitle()).isEqualTo("2 of 2");
        workbench().showNextState(-1);
        workbench().showNextState(-1);
        assertThat(lecture().placeTitle()).isEqualTo("1 of 2");
    }

    @Test
    void withoutALectureThereIsNothingToStepThrough() {
        workbench().showNextState(1);
        assertThat(bench.state().message())
                .isNotNull()
                .extracting(Message::text)
                .asString()
                .contains("no lecture");
    }

    @Test
    void sentenceIsTheLecturesAsLongAsItsStateIsAskedFor() {
        open(state("jobs", 2, Sight.ALL, "Look at this."), state("jobs", 3, Sight.ALL, ""));
        show(0);
        assertThat(workbench().sentence()).isEqualTo("Look at this.");
        workbench().setCores(3);
        bench.settle();
        assertThat(workbench().sentence()).isEqualTo(Sentence.of(bench.state().shown()));
        show(1);
        assertThat(workbench().sentence()).isEqualTo(Sentence.of(bench.state().shown()));
    }

    @Test
    void windowRecordsWhatItShows() {
        workbench().chooseProgram("counter");
        workbench().setParameter("guard", "mutex");
        workbench().setCores(3);
        bench.settle();
        workbench().view().scrub(7 * Durations.MILLI);
        workbench().view().setRange(Durations.MILLI, 9 * Durations.MILLI);
        workbench().recordState();
        desk().say(lecture().place(), "A mutex.");
        assertThat(text())
                .contains("counter --cores 3")
                .contains("-P guard=mutex --playhead 7ms --zoom 1ms..9ms\n  A mutex.\n");
        assertThat(lecture().unsaved()).isTrue();
    }

    @Test
    void recordedStatesAreShownAgain() {
        workbench().chooseProgram("pipeline");
        workbench().setCores(4);
        bench.settle();
        workbench().view().setByTask(true);
        workbench().view().zoomBy(3);
        workbench().recordState();
        WorkbenchState recorded = bench.state();
        workbench().chooseProgram("jobs");
        workbench().setCores(1);
        bench.settle();
        show(0);
        assertThat(bench.state().setup()).isEqualTo(recorded.setup());
        assertThat(bench.state().range()).isEqualTo(recorded.range());
        assertThat(bench.state().playback().playheadNanos())
                .isEqualTo(recorded.playback().playheadNanos());
    }

    @Test
    void nothingIsRecordedThatCanNotBeRun() {
        workbench().setParameter("count", "many");
        workbench().recordState();
        assertThat(lecture().isEmpty()).isTrue();
        assertThat(bench.state().message())
                .isNotNull()
                .extracting(Message::kind)
                .isEqualTo(Message.Kind.TROUBLE);
    }

    @Test
    void statesAreReplacedMovedRemovedAndBroughtBack() {
        open(state("jobs", 1, Sight.ALL, "one"), state("jobs", 2, Sight.ALL, "two"), state("jobs", 3, Sight.ALL, "x"));
        show(2);
        desk().say(lecture().place(), "three");
        desk().move(-1);
        assertThat(said()).containsExactly("one", "three", "two");
        assertThat(lecture().place()).isEqualTo(1);
        workbench().setCores(8);
        workbench().view().scrub(3 * Durations.MILLI);
        workbench().replaceState();
        assertThat(lecture().states().get(1))
                .isEqualTo(new LectureState.Card("jobs --cores 8 --playhead 3ms", "three"));
        desk().remove();
        assertThat(said()).containsExactly("one", "two");
        desk().remove();
        desk().remove();
        assertThat(lecture().isEmpty()).isTrue();
        assertThat(lecture().place()).isEqualTo(LectureState.NONE);
        IntStream.range(0, 6).forEach(i -> desk().undo());
        assertThat(said()).containsExactly("one", "two", "x");
        assertThat(lecture().unsaved()).isFalse();
        assertThat(lecture().undoable()).isFalse();
    }

    private List<String> said() {
        return lecture().states().stream().map(LectureState.Card::said).toList();
    }

    @Test
    void notesOfARemovedStateStay() {
        Lecture.State noted = state("jobs", 1, Sight.ALL, "").withNotes(List.of("# a"));
        open(noted, state("jobs", 2, Sight.ALL, "").withNotes(List.of("# b")));
        show(0);
        desk().remove();
        assertThat(desk().toSave(Path.of("x.txt")).lecture().states().getFirst().notes())
                .containsExactly("# a", "# b");
        desk().remove();
        assertThat(desk().toSave(Path.of("x.txt")).lecture().notes()).containsExactly("# a", "# b");
    }

    @Test
    void savingMakesItSaved() {
        workbench().recordState();
        desk().saved(desk().toSave(Path.of("monday.txt")));
        assertThat(lecture().unsaved()).isFalse();
        assertThat(lecture().name()).isEqualTo("monday");
        desk().say(lecture().place(), "Hello");
        assertThat(lecture().unsaved()).isTrue();
    }

    @Test
    void everyStateOfTheClassHourIsShownAsItSays() throws IOException {
        Lecture shipped = new Lectures(new Gallery()).shipped();
        desk().open(desk().shipped());
        for (int i = 0; i < shipped.states().size(); i++) {
            show(i);
            Lecture.State state = shipped.states().get(i);
            assertThat(bench.state().setup().request()).isEqualTo(state.request());
            // A playhead or a part of time behind the end of the run would be brought back.
            Sight seen = workbench().view().sight();
            assertThat(seen).isEqualTo(state.sight());
            assertThat(workbench().sentence()).isEqualTo(state.said());
        }
    }
}
