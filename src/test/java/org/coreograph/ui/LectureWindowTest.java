package org.coreograph.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.coreograph.testkit.WindowHandle;
import org.coreograph.viewmodel.Look;
import org.coreograph.viewmodel.lecture.LectureState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class LectureWindowTest {
    private static final String TWO = """
        # Monday

        jobs --playhead 3ms
          Three jobs on one core.

        jobs --cores 3 --playhead 3ms
          And on three.
        """;

    @TempDir
    private Path folder;

    private WindowHandle window;
    private Stage stage;

    @Start
    void open(Stage shown) {
        stage = shown;
        window = WindowHandle.open(shown);
    }

    @BeforeEach
    void settle() {
        window.settle();
    }

    @AfterEach
    void close() {
        window.close();
    }

    private LectureState lecture() {
        return window.state().lecture();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void pageKeysStepAPresentationThroughALectureThatWasDropped() throws IOException {
        window.drop(file("monday.txt", TWO)).awaitMessage("Opened monday: 2 states");
        window.press(KeyCode.F11).settle();
        window.awaitLabel("sentence", "Three jobs on one core.");
        assertThat(window.label("conditions")).startsWith("1 of 2 · Jobs");
        window.press(KeyCode.PAGE_DOWN).settle();
        window.awaitLabel("sentence", "And on three.");
        assertThat(window.state().setup().settings().cores()).isEqualTo(3);
        window.press(KeyCode.PAGE_UP).settle();
        window.awaitLabel("sentence", "Three jobs on one core.");
        assertThat(window.state().setup().settings().cores()).isEqualTo(1);
    }

    @Test
    void brokenLectureIsNamedWithItsLineAndTheOpenOneStays() throws IOException {
        window.drop(file("monday.txt", TWO)).awaitMessage("Opened monday");
        window.drop(file("broken.txt", "jobs\n\njobs --cores none\n")).awaitMessage("Could not open the lecture");
        assertThat(window.message())
                .contains("broken.txt, line 3: cores must be a whole number from 1 to 256, but was 'none'")
                .doesNotContain("\n");
        assertThat(lecture().name()).isEqualTo("monday");
        assertThat(lecture().states()).hasSize(2);
    }

    @Test
    void lectureThatIsNotThereIsNamed() {
        window.drop(folder.resolve("none.txt")).awaitMessage("Could not open the lecture: none.txt: ");
    }

    @Test
    void taskThatTheRunDoesNotHaveIsLeftAlone() throws IOException {
        window.drop(file("monday.txt", "jobs --rows tasks --task 99\n")).awaitMessage("Opened monday: 1 state.");
        window.ask(workbench -> workbench.showState(0)).press(KeyCode.ENTER);
        assertThat(window.picture().selectedTask()).isEqualTo(99);
        assertThat(window.state().shown().complete()).isTrue();
    }

    @Test
    void lectureIsRecordedSaidSavedAndOpenedAgain() throws IOException {
        Path file = folder.resolve("tuesday");
        window.openLecturePane().choose("Jobs");
        window.click("record-state");
        window.say("One job after the other.");
        window.ask(workbench -> workbench.setCores(2)).press(KeyCode.CONTROL, KeyCode.R);
        assertThat(window.label("lecture-name")).isEqualTo("New lecture (not saved)");
        window.dialogs().choose(file);
        window.press(KeyCode.CONTROL, KeyCode.S).awaitMessage("Saved ");
        Path saved = folder.resolve("tuesday.txt");
        assertThat(Files.readString(saved)).contains("jobs --cores 2").contains("\n  One job after the other.\n");
        window.awaitLabel("lecture-name", "tuesday");

        window.click("new-lecture");
        assertThat(lecture().isEmpty()).isTrue();
        window.dialogs().choose(saved);
        window.press(KeyCode.CONTROL, KeyCode.O).awaitMessage("Opened tuesday: 2 states");
        assertThat(window.dialogs().askedToLose()).isEmpty();
    }

    @Test
    void nothingUnsavedIsLostWithoutAsking() throws IOException {
        window.openLecturePane().click("record-state");
        window.click("new-lecture").drop(file("monday.txt", TWO));
        assertThat(window.dialogs().askedToLose()).hasSize(2).allMatch(what -> what.contains("New lecture"));
        assertThat(lecture().states()).hasSize(1);
        assertThat(window.mayClose()).isFalse();
        window.dialogs().allowLosing(true);
        assertThat(window.mayClose()).isTrue();
        window.click("new-lecture");
        assertThat(lecture().isEmpty()).isTrue();
    }

    @Test
    void classHourThatComesWithCoreographOpensAtAClick() {
        window.openLecturePane().click("open-shipped").awaitMessage("Opened Class hour");
        window.click("present-lecture").settle();
        assertThat(window.state().look().presentation()).isTrue();
        assertThat(lecture().place()).isZero();
        assertThat(window.sees("sentence")).isTrue();
    }

    @Test
    void statesAreMovedRemovedAndBroughtBackByButtons() throws IOException {
        window.openLecturePane().drop(file("monday.txt", TWO)).awaitMessage("Opened");
        window.ask(workbench -> workbench.showState(0)).click("state-down");
        assertThat(lecture().states().getFirst().said()).isEqualTo("And on three.");
        window.click("remove-state");
        assertThat(lecture().states()).hasSize(1);
        window.click("undo-lecture").click("undo-lecture");
        assertThat(lecture().states().getFirst().said()).isEqualTo("Three jobs on one core.");
        assertThat(lecture().unsaved()).isFalse();
    }

    @Test
    void sentenceBeingTypedIsNotLostByAnotherStateOfTheFile() throws IOException {
        window.openLecturePane().drop(file("monday.txt", TWO)).awaitMessage("Opened");
        window.ask(workbench -> workbench.showState(1));
        window.clickOn("said").write("X").press(KeyCode.CONTROL, KeyCode.S).awaitMessage("Saved");
        assertThat(Files.readString(folder.resolve("monday.txt")))
                .contains("And on three.")
                .contains("X");
    }

    @Test
    void sentenceStaysWithItsStateWhenAnotherOneIsChosen() throws IOException {
        window.openLecturePane().drop(file("monday.txt", TWO)).awaitMessage("Opened");
        window.ask(workbench -> workbench.showState(0)).clickOn("said");
        window.ask(workbench -> workbench.showState(1)).focusCores();
        assertThat(lecture().unsaved()).isFalse();
        window.ask(workbench -> workbench.showState(0)).clickOn("said").write("X");
        window.change(workbench -> workbench.showState(1)).focusCores().settle();
        assertThat(lecture().states().get(0).said()).contains("X");
        assertThat(lecture().states().get(1).said()).isEqualTo("And on three.");
    }

    @Test
    void pagesOfTheListAreStates() throws IOException {
        window.openLecturePane().drop(file("monday.txt", TWO + TWO)).awaitMessage("Opened monday: 4");
        window.ask(workbench -> workbench.showState(0)).clickOn("lecture-list");
        int before = lecture().place();
        window.press(KeyCode.PAGE_UP).settle();
        assertThat(lecture().place()).isEqualTo(before == 0 ? 0 : before - 1);
        window.press(KeyCode.PAGE_DOWN).settle();
        assertThat(lecture().place()).isEqualTo(before == 0 ? 1 : before);
    }

    @Test
    void everythingIsScaledByKeys() {
        WindowHandle.onFx(() -> {
            stage.setWidth(1280);
            stage.setHeight(840);
            return null;
        });
        double before = window.heightOnScreen("cores-title");
        window.press(KeyCode.CONTROL, KeyCode.PLUS).press(KeyCode.CONTROL, KeyCode.PLUS);
        assertThat(window.state().look().percent()).isEqualTo(125);
        assertThat(window.heightOnScreen("cores-title")).isCloseTo(1.25 * before, within(1.0));
        window.press(KeyCode.CONTROL, KeyCode.PLUS).press(KeyCode.CONTROL, KeyCode.MINUS);
        assertThat(window.heightOnScreen("cores-title")).isCloseTo(1.25 * before, within(1.0));
        window.press(KeyCode.CONTROL, KeyCode.MINUS);
        assertThat(window.state().look().percent()).isEqualTo(110);
        window.press(KeyCode.CONTROL, KeyCode.DIGIT0);
        assertThat(window.state().look()).isEqualTo(Look.DEFAULT);
    }
}
