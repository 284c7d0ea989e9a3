package org.coreograph.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.coreograph.engine.Engine;
import org.coreograph.gallery.Gallery;
import org.coreograph.gallery.Lessons;
import org.coreograph.picture.TimeMark;
import org.coreograph.testkit.WindowHandle;
import org.coreograph.viewmodel.EngineRuns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class LessonWindowTest {
    private static final String OWN = """
        # Week three

        - program: two-loops
        - order: 16

        See [the page](https://example.org/week3).

        ## Teacher's notes

        For the teacher.
        """;

    @TempDir
    static Path folder;

    private WindowHandle window;

    @Start
    void open(Stage stage) throws IOException {
        for (String name : new String[] {"two-loops", "race", "counter", "philosophers"}) {
            Files.writeString(folder.resolve(name + ".md"), Files.readString(Path.of("assets/lessons", name + ".md")));
        }
        Files.deleteIfExists(folder.resolve("own.md"));
        Gallery gallery = new Gallery();
        window = WindowHandle.open(
                stage, new EngineRuns(new Engine(), gallery), () -> Lessons.inFolder(folder, gallery));
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void galleryIsSearchedAndALessonOpenedFromTheKeyboard() {
        window.settle()
                .press(KeyCode.CONTROL, KeyCode.G)
                .write("philosophers")
                .press(KeyCode.ENTER)
                .settle();
        window.awaitLabel("lesson-title", "Dining philosophers");
        assertThat(window.picture().runs().getFirst().title()).isEqualTo("Philosophers");

        window.press(KeyCode.CONTROL, KeyCode.G).write("zebra");
        assertThat(window.gallery()).isEmpty();
    }

    @Test
    void galleryIsNarrowedByATag() {
        window.settle().press(KeyCode.CONTROL, KeyCode.G).chooseTag("mutex");
        assertThat(window.gallery()).containsExactly("Counter", "Dining philosophers");
    }

    @Test
    void keysLeadAlongThePath() {
        window.settle().openLesson().focusCores().press(KeyCode.N).settle();
        window.awaitLabel("lesson-title", "Race");
        window.press(KeyCode.P).settle();
        window.awaitLabel("lesson-title", "Two loops");
        assertThat(window.label("lesson-place")).startsWith("1 of ");
    }

    @Test
    void guessesAreTypedAndTheAnswerIsRevealedWithTheirDifference() {
        window.settle().openLesson().guess(0, "2").guess(0, "1").reveal(0);
        window.awaitLabel("answer-0", "1 s");
        assertThat(window.texts("guesses-0")).contains("2 s", "1 s too much, 100 % off", "1 s", "right");

        window.click("ask-again-0").awaitLabel("answer-0", "");
        assertThat(window.state().lesson().predictions().getFirst().guesses()).isEmpty();
    }

    @Test
    void guessThatIsNoneIsToldAndNothingIsRevealed() {
        window.settle().openLesson().guess(0, "soon").click("reveal-0");
        window.await("what is wrong", () -> window.label("predict-trouble-0").contains("'soon'"));
        assertThat(window.label("answer-0")).isEmpty();
    }

    @Test
    void markIsSetByAClickOnTheTimelineAndStaysThere() {
        window.settle().choose("Race").openLesson();
        long before = window.state().playback().playheadNanos();
        window.click("point-1").clickTimeline(0.75);
        window.await("the mark", () -> window.picture().marks().size() == 1);

        assertThat(window.picture().marks()).extracting(TimeMark::kind).containsExactly(TimeMark.Kind.GUESS);
        long end = window.picture().endNanos();
        assertThat(window.picture().marks().getFirst().nanos()).isBetween(end / 2, end);
        assertThat(window.state().playback().playheadNanos()).isEqualTo(before);

        window.reveal(1);
        window.await("the right mark", () -> window.picture().marks().size() == 2);
        assertThat(window.picture().marks()).extracting(TimeMark::kind).contains(TimeMark.Kind.TRUTH);
        window.clickTimeline(0.25);
        assertThat(window.picture().marks()).as("marks after the reveal").hasSize(2);
        assertThat(window.state().playback().playheadNanos()).isNotEqualTo(before);
    }

    @Test
    void choicesAreCountedAndTheRightOneIsShown() {
        window.settle()
                .choose("Dining philosophers")
                .openLesson()
                .click("choice-0-0")
                .click("choice-0-0");
        window.awaitLabel("count-0-0", "2");
        window.reveal(0);
        window.awaitLabel("answer-0", "deadlock");
    }

    @Test
    void somethingToTryIsOneClick() {
        window.settle().choose("Counter").openLesson().click("try-2").settle();
        assertThat(window.state().setup().request().arguments()).containsEntry("guard", "mutex");
        assertThat(window.picture().runs().getLast().cores()).isEqualTo(2);
    }

    @Test
    void keyRunsWithTheNextSeedAndAnotherBringsTheLastOneBack() {
        window.settle().choose("Race").openLesson().focusCores();
        assertThat(window.label("seed")).isEqualTo("Seed 1");
        var first = window.picture().runs();
        window.press(KeyCode.S).settle();
        assertThat(window.label("seed")).isEqualTo("Seed 2");
        assertThat(window.picture().runs().getLast().statistics())
                .isNotEqualTo(first.getLast().statistics());

        window.press(KeyCode.SHIFT, KeyCode.S).settle();
        assertThat(window.label("seed")).isEqualTo("Seed 1");
        assertThat(window.picture().runs().getLast().statistics())
                .isEqualTo(first.getLast().statistics());

        window.choose("Two loops");
        assertThat(window.sees("seed")).as("a seed where nothing is drawn").isFalse();
    }

    @Test
    void resultsOfManySeedsAreDrawnAboveTheWindow() {
        window.settle().choose("Counter").openLesson();
        assertThat(window.sees("many-seeds")).isFalse();
        window.click("try-4").settle().click("many-seeds");
        window.await("all seeds", () -> window.labelAnywhere("seeds-words").equals("200 of 200 seeds"));
        window.await("the chart", window::seesChartOfSeeds);

        window.clickAnywhere("copy-seeds");
        assertThat(window.texts())
                .containsExactly("coreograph render counter --quantum 5ms --interleave random -P guard=none"
                        + " -P increments=3 --chart outcomes --over seed=1..200 --out outcomes.png");
    }

    @Test
    void manyParametersAreFoldedAwayAndThoseThatWereSetAreTold() {
        window.settle().openLesson();
        assertThat(window.unfolded("parameters")).isTrue();
        window.choose("Dining philosophers");
        assertThat(window.unfolded("parameters")).isFalse();
        assertThat(window.title("parameters")).isEqualTo("Parameters");
        window.click("try-2").settle();
        assertThat(window.title("parameters")).isEqualTo("Parameters: Cure A waiter");
    }

    @Test
    void teachersNotesAreFoldedAwayAndFoldAgainInAPresentation() {
        window.settle().openLesson();
        assertThat(window.unfolded("teachers-notes")).isFalse();
        window.unfold("teachers-notes");
        assertThat(window.unfolded("teachers-notes")).isTrue();

        window.press(KeyCode.F11).press(KeyCode.ESCAPE).openLesson();
        assertThat(window.unfolded("teachers-notes")).isFalse();
    }

    @Test
    void ownLessonIsReadWhileTheWindowIsOpenAndABrokenOneIsTold() throws IOException {
        window.settle();
        Files.writeString(folder.resolve("own.md"), OWN.replace("order: 16", "order: last"));
        window.press(KeyCode.F5)
                .awaitMessage("own.md, line 4: order must be a whole number from 1 to 1000, but was 'last'");

        Files.writeString(folder.resolve("own.md"), OWN);
        window.press(KeyCode.F5);
        window.await(
                "the lesson to be there",
                () -> window.state().lesson().entries().stream()
                        .anyMatch(entry -> entry.title().equals("Week three")));
        assertThat(window.message()).isEmpty();
        window.choose("Week three").openLesson();
        window.awaitLabel("lesson-title", "Week three");
        window.follow("the page");
        assertThat(window.browsed()).containsExactly("https://example.org/week3");
    }

    @Test
    void commandLineIsCopiedWithAKey() {
        window.settle().press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        assertThat(window.texts()).containsExactly("coreograph run two-loops --cores 2 --quantum 50ms");
        assertThat(window.message()).isEqualTo("Copied: coreograph run two-loops --cores 2 --quantum 50ms");
        window.export("copy-words");
        assertThat(window.texts().getLast()).contains("Core 0 ran A for ");
        window.export("copy-command-line");
        assertThat(window.texts()).hasSize(3);
    }
}
