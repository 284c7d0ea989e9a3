package org.coreograph.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.coreograph.testkit.CodeHandle;
import org.coreograph.testkit.WindowHandle;
import org.coreograph.viewmodel.Message;
import org.coreograph.viewmodel.lesson.GalleryEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * Every text of the window can be read on what lies below it, in both themes, with a contrast of at least 4.5 to 1.
 * Controls that are disabled are left out: WCAG 2.2 exempts them, since nothing can be done with them.
 */
@ExtendWith(ApplicationExtension.class)
class ContrastWindowTest {
    /** So tall that nothing has to be scrolled to. */
    private static final int WIDTH_PX = 1_600;

    private static final int HEIGHT_PX = 3_000;

    private WindowHandle window;

    @Start
    void open(Stage stage) {
        window = WindowHandle.open(stage);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void assertReadable(String what) {
        for (boolean dark : new boolean[] {false, true}) {
            window.ask(workbench -> workbench.view().setDark(dark));
            assertThat(window.faintTexts()).as("%s, dark: %s", what, dark).isEmpty();
        }
    }

    @Test
    void whatIsOpenAboveTheWindowCanBeRead() {
        window.settle();
        assertReadable("first screen");
        window.toggleSettings();
        assertReadable("settings");
        window.set("seed", "a");
        assertReadable("settings with a complaint");
        window.toggleSettings().press(KeyCode.F1);
        assertReadable("keys");
        window.press(KeyCode.F1).press(KeyCode.CONTROL, KeyCode.G);
        assertReadable("gallery");
        window.write("zebra");
        assertReadable("gallery with nothing in it");
    }

    @Test
    void messagesAndComplaintsCanBeRead() {
        window.settle().ask(workbench -> workbench.view().setLensOn(true));
        window.change(workbench -> workbench.say(Message.done("Done.")));
        assertReadable("message");
        window.change(workbench -> workbench.say(Message.trouble("Trouble.")));
        assertReadable("trouble");
        window.change(workbench -> workbench.setParameter("count", "many"));
        assertReadable("parameter that can't be used");
        window.ask(workbench -> workbench.view().setPresentation(true));
        assertReadable("presentation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two-loops", "philosophers"})
    void codeCanBeRead(String program) {
        window.settle()
                .ask(workbench -> workbench.chooseProgram(program))
                .ask(workbench ->
                        workbench.view().scrub(workbench.state().shown().endNanos() / 4));
        CodeHandle code = new CodeHandle(window);
        code.openJava().focus();
        code.press(KeyCode.DOWN);
        assertThat(code.chips()).isNotEmpty();
        assertReadable("Java with the lines of tasks");
        code.openGo();
        assertReadable("Go");
    }

    @Test
    void lessonsCanBeRead() {
        try (WindowHandle tall = WindowHandle.onFx(WindowHandle::offScreen)) {
            tall.settle();
            for (GalleryEntry entry : tall.state().lesson().entries()) {
                tall.ask(workbench -> workbench.openLesson(entry));
                for (boolean dark : new boolean[] {false, true}) {
                    tall.ask(workbench -> workbench.view().setDark(dark));
                    tall.resize(WIDTH_PX, HEIGHT_PX);
                    assertThat(tall.faintTexts())
                            .as("%s, dark: %s", entry.title(), dark)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void questionsThatWereAnsweredCanBeRead() {
        window.settle().openLesson().guess(0, "0.5").guess(0, "nonsense");
        window.unfold("teachers-notes");
        assertReadable("guesses");
        window.guess(0, "");
        window.reveal(0);
        assertReadable("answer");
        window.choose("Array split").click("choice-1-0").reveal(1);
        assertReadable("choice");
    }

    @Test
    void lectureCanBeRead() {
        window.settle().openLecturePane();
        assertReadable("no lecture");
        window.click("open-shipped").awaitMessage("Opened");
        window.ask(workbench -> workbench.showState(1));
        assertReadable("lecture");
    }
}
