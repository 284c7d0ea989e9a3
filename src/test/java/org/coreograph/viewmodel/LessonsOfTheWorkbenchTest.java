package org.coreograph.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.coreograph.engine.Engine;
import org.coreograph.gallery.Gallery;
import org.coreograph.gallery.Lessons;
import org.coreograph.model.BadInputException;
import org.coreograph.model.Durations;
import org.coreograph.model.RequestWords;
import org.coreograph.model.Settings;
import org.coreograph.model.ThreadKind;
import org.coreograph.testkit.Bench;
import org.coreograph.viewmodel.lesson.GalleryEntry;
import org.coreograph.viewmodel.lesson.LessonDesk;
import org.coreograph.viewmodel.lesson.LessonState;
import org.coreograph.viewmodel.lesson.Prediction;
import org.coreograph.viewmodel.lesson.Prediction.Guess;
import org.coreograph.viewmodel.lesson.Prediction.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonsOfTheWorkbenchTest {
    private static final String OWN = """
        # Week three

        - program: jobs
        - order: 2
        - tags: homework

        Do this.

        ## Predict

        When does it end?

        - mark: time
        - answer: 7ms

        ### Reveal

        Then.
        """;

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() throws IOException {
        for (String name : List.of("two-loops.md", "race.md", "philosophers.md")) {
            Files.copy(Path.of("assets/lessons", name), folder.resolve(name));
        }
        Gallery gallery = new Gallery();
        bench = new Bench(new EngineRuns(new Engine(), gallery), () -> Lessons.inFolder(folder, gallery));
        bench.workbench().open();
        bench.settle();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private LessonDesk desk() {
        return bench.workbench().lessons();
    }

    private LessonState lesson() {
        return bench.state().lesson();
    }

    private Prediction prediction(int question) {
        return lesson().predictions().get(question);
    }

    private void openLesson(String key) {
        GalleryEntry entry = lesson().entries().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
        bench.workbench().openLesson(entry);
        bench.settle();
    }

    private Prediction revealed(int question) {
        desk().reveal(question);
        while (prediction(question).progress() == Progress.SEARCHING) {
            bench.nextFrame();
        }
        return prediction(question);
    }

    private void reload() {
        desk().reload();
        while (lesson().loading()) {
            bench.nextFrame();
        }
    }

    @Test
    void pathLeadsThroughTheLessonsAndThenToTheProgramsWithoutOne() {
        assertThat(lesson().entries())
                .extracting(GalleryEntry::key)
                .startsWith("two-loops.md", "race.md", "philosophers.md", "multitasking")
                .hasSize(15);
        assertThat(lesson().hasPrevious()).isFalse();

        bench.workbench().nextLesson();
        assertThat(lesson().lesson().title()).isEqualTo("Race");
        assertThat(bench.state().setup().program().id()).isEqualTo("race");

        bench.workbench().previousLesson();
        bench.workbench().previousLesson();
        assertThat(bench.state().setup().program().id()).isEqualTo("two-loops");
    }

    @Test
    void programWithoutALessonSaysSo() {
        bench.workbench().chooseProgram("counter");
        assertThat(lesson().lesson().title()).isEqualTo("Counter");
        assertThat(lesson().lesson().text().plain()).isEqualTo("There is no lesson on this program.");
        assertThat(lesson().predictions()).isEmpty();
    }

    @Test
    void lessonFollowsTheProgramWhereverItWasChosen() {
        bench.workbench().chooseProgram("race");
        assertThat(lesson().lesson().key()).isEqualTo("race.md");
    }

    @Test
    void answerIsThatOfItsRunAndEveryGuessIsComparedWithIt() {
        desk().guess(0, "2");
        desk().guess(0, "1 s");
        desk().guess(0, "500ms");
        assertThat(prediction(0).answer()).isEmpty();
        assertThat(prediction(0).reveal().isEmpty()).isTrue();

        Prediction revealed = revealed(0);

        assertThat(revealed.answer()).isEqualTo("1 s");
        assertThat(revealed.reveal().isEmpty()).isFalse();
        assertThat(revealed.guesses())
                .containsExactly(
                        new Guess("2 s", "1 s too much, 100 % off", false),
                        new Guess("1 s", "right", true),
                        new Guess("0.5 s", "0.5 s too little, 50 % off", false));
        assertThat(Objects.requireNonNull(revealed.run()).settings().cores()).isEqualTo(4);
    }

    @Test
    void guessThatIsNoneIsComplainedAboutAndNotTaken() {
        assertThat(desk().guess(0, "quickly")).isFalse();
        assertThat(prediction(0).trouble()).contains("'quickly'");
        assertThat(prediction(0).guesses()).isEmpty();

        assertThat(desk().guess(0, "1")).isTrue();
        assertThat(prediction(0).trouble()).isEmpty();
    }

    @Test
    void choiceIsAnsweredByTheOutcomeOfARun() {
        openLesson("philosophers.md");
        desk().guess(0, "completed");
        Prediction revealed = revealed(0);

        assertThat(revealed.answer()).isEqualTo("deadlock");
        assertThat(revealed.guesses()).containsExactly(new Guess("completed", "not right", false));
    }

    @Test
    void marksStayOnTheAxisUntilTheyAreCleared() {
        openLesson("race.md");
        assertThat(desk().pointedAt(5)).isFalse();
        desk().point(1);
        assertThat(desk().pointedAt(30 * Durations.MILLI)).isTrue();
        desk().guess(1, "10 ms");
        assertThat(lesson().marks())
                .containsExactly(
                        new LessonState.Mark(30 * Durations.MILLI, false),
                        new LessonState.Mark(10 * Durations.MILLI, false));

        revealed(1);
        assertThat(lesson().marks()).hasSize(3);
        assertThat(lesson().marks().getLast().right()).isTrue();
        assertThat(lesson().pointing()).isEqualTo(LessonState.NONE);

        desk().clear(1);
        assertThat(lesson().marks()).isEmpty();
        assertThat(prediction(1).progress()).isEqualTo(Progress.ASKED);
    }

    @Test
    void guessesAreStillThereAfterALookAtAnotherLesson() {
        desk().guess(0, "3");
        bench.workbench().nextLesson();
        assertThat(lesson().marks()).isEmpty();
        bench.workbench().previousLesson();
        assertThat(prediction(0).guesses()).extracting(Guess::text).containsExactly("3 s");

        desk().forget(0, 0);
        assertThat(prediction(0).guesses()).isEmpty();
    }

    @Test
    void ownLessonAppearsOnReloadAsAnEntryOfItsOwn() throws IOException {
        desk().guess(0, "3");
        Files.writeString(folder.resolve("own.md"), OWN);
        reload();

        assertThat(lesson().entries().get(1).title()).isEqualTo("Week three");
        assertThat(lesson().lesson().key()).isEqualTo("two-loops.md");
        assertThat(prediction(0).guesses())
                .as("guesses at a question that is the same")
                .hasSize(1);

        openLesson("own.md");
        assertThat(bench.state().setup().program().id()).isEqualTo("jobs");
        assertThat(revealed(0).answer()).isEqualTo("7 ms");
        assertThat(prediction(0).run()).as("the run of an answer that is given").isNull();
    }

    @Test
    void brokenFileIsNamedWithItsLineUntilTheMessageIsClosedAndTheOthersLoad() throws IOException {
        Files.writeString(folder.resolve("own.md"), OWN.replace("order: 2", "order: second"));
        reload();

        assertThat(lesson().entries()).hasSize(15);
        assertThat(Objects.requireNonNull(bench.state().message()))
                .isEqualTo(Message.trouble(
                        "own.md, line 4: order must be a whole number from 1 to 1000, but was 'second'"));

        bench.workbench().setCores(3);
        bench.settle();
        assertThat(bench.state().message()).as("the message after a run").isNotNull();
        bench.workbench().say(null);
        assertThat(bench.state().message()).isNull();

        Files.writeString(folder.resolve("own.md"), OWN);
        reload();
        assertThat(bench.state().message()).isNull();
        assertThat(lesson().entries()).hasSize(15);
        assertThat(lesson().entries().get(1).key()).isEqualTo("own.md");
    }

    @Test
    void lessonThatBreaksWhileItIsOpenMakesRoomForAnother() throws IOException {
        Files.writeString(folder.resolve("two-loops.md"), "nothing");
        reload();

        assertThat(lesson().lesson().text().plain()).isEqualTo("There is no lesson on this program.");
        assertThat(Objects.requireNonNull(bench.state().message()).text()).startsWith("two-loops.md, line 1: ");
    }

    @Test
    void somethingToTryIsAsItsLessonSupposesWhateverWasTriedBefore() {
        Setup before = bench.state().setup();
        bench.workbench().setThreads(ThreadKind.PLATFORM);
        bench.workbench().tryOut(List.of("--cores", "3", "--policy", "fcfs", "--seed", "9", "-P", "busy=on"));
        bench.workbench().tryOut(List.of("--cores", "5", "-P", "count=1000"));
        bench.settle();

        assertThat(bench.state().shown().many().cores()).isEqualTo(5);
        assertThat(bench.state().setup().request().arguments()).containsEntry("count", "1000");
        assertThat(bench.state().setup().settings())
                .isEqualTo(before.settings().withCores(5).withThreads(ThreadKind.PLATFORM));
        assertThat(bench.state().setup().request().arguments()).doesNotContainKey("busy");
    }

    @Test
    void lessonBeginsAsItSupposesOnTheCoresThatAreThere() {
        bench.workbench().tryOut(List.of("--cores", "3", "--policy", "fcfs", "--seed", "9"));
        bench.workbench().nextLesson();
        bench.settle();

        Setup now = bench.state().setup();
        assertThat(now.settings())
                .isEqualTo(Settings.DEFAULTS
                        .withCores(3)
                        .withQuantumNanos(now.settings().quantumNanos()));
        assertThat(now.settings().quantumNanos())
                .isEqualTo(new Gallery().find(now.program().id()).quantumNanos());
    }

    @Test
    void wordsThatCantBeUsedAreToldAndChangeNothing() {
        Setup before = bench.state().setup();
        bench.workbench().tryOut(List.of("--cores", "none"));
        assertThat(bench.state().setup()).isEqualTo(before);
        assertThat(Objects.requireNonNull(bench.state().message()).text()).contains("'none'");
    }

    @Test
    void commandLineMakesTheSameRequest() {
        bench.workbench().tryOut(List.of("--cores", "5", "--quantum", "3ms", "-P", "count=1000"));
        String line = bench.workbench().commandLine();

        assertThat(line).startsWith("coreograph run two-loops --cores 5 ");
        List<String> words = RequestWords.split(line);
        assertThat(RequestWords.read(
                        words.subList(2, words.size()),
                        bench.state().setup().request().withSettings(org.coreograph.model.Settings.DEFAULTS)))
                .isEqualTo(bench.state().setup().request());
    }

    @Test
    void parametersThatCantBeUsedHaveNoCommandLine() {
        bench.workbench().setParameter("count", "many");
        assertThatExceptionOfType(BadInputException.class).isThrownBy(bench.workbench()::commandLine);
    }
}
