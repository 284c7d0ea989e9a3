package org.coreograph.testkit;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.coreograph.viewmodel.code.CodeState;
import org.fxmisc.richtext.CodeArea;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The panes with code in a window on the screen, as a test uses them. */
public final class CodeHandle {
    private final WindowHandle window;
    private final FxRobot robot = new FxRobot();

    public CodeHandle(WindowHandle window) {
        this.window = window;
    }

    /** Opens the Java and waits until it is known which lines the tasks are in, or why that isn't known. */
    public CodeHandle openJava() {
        open("show-java");
        awaitNote();
        return this;
    }

    /** Opens the Go twin. */
    public CodeHandle openGo() {
        open("show-go");
        window.await("the twin", () -> !area("go").getText().isEmpty());
        return this;
    }

    /** Opens both texts. */
    public CodeHandle openBoth() {
        open("show-both");
        awaitNote();
        return this;
    }

    private void open(String part) {
        window.openLesson();
        robot.clickOn("#tab-code").clickOn("#" + part);
    }

    private void awaitNote() {
        window.await(
                "lines to be found",
                () -> !note().isEmpty()
                        && !note().startsWith("Finding")
                        && !state().java().isEmpty());
        WaitForAsyncUtils.waitForFxEvents();
    }

    public CodeState state() {
        return window.code();
    }

    public String note() {
        return WindowHandle.onFx(() -> ((Label) find("code-note")).getText());
    }

    /** Returns the number of the first line that holds a text, counted from 1. */
    public int lineWith(String part) {
        return (int) state().java()
                        .lines()
                        .takeWhile(line -> !line.contains(part))
                        .count()
                + 1;
    }

    /** Clicks into a line of the Java that is in sight. */
    public CodeHandle click(int line) {
        Bounds bounds = WindowHandle.onFx(
                () -> area("java").getParagraphBoundsOnScreen(line - 1).orElseThrow());
        robot.clickOn(bounds.getMinX() + 80, (bounds.getMinY() + bounds.getMaxY()) / 2);
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    /** Puts the focus on the Java. */
    public CodeHandle focus() {
        WindowHandle.onFx(() -> {
            area("java").requestFocus();
            return null;
        });
        return this;
    }

    public CodeHandle press(KeyCode... keys) {
        window.press(keys);
        return this;
    }

    /** Returns whether the Java has the focus. */
    public boolean focused() {
        return WindowHandle.onFx(() -> area("java").isFocused());
    }

    /** Returns whether a line of the Java is in sight. */
    public boolean sees(int line) {
        return WindowHandle.onFx(
                () -> area("java").getParagraphBoundsOnScreen(line - 1).isPresent());
    }

    /** Returns what a screen reader says of the Java. */
    public String spoken() {
        return WindowHandle.onFx(() -> area("java").getAccessibleHelp());
    }

    /** Returns the names of tasks at the ends of lines, from top to bottom. */
    public List<String> chips() {
        return WindowHandle.onFx(() -> window.root().lookupAll(".task-chip").stream()
                .map(chip -> ((Labeled) chip).getText())
                .toList());
    }

    /** Copies the Go twin and returns what was copied. */
    public String copyGo() {
        robot.clickOn("#copy-go");
        window.awaitMessage("Copied");
        return window.texts().getLast();
    }

    private CodeArea area(String id) {
        return (CodeArea) find(id);
    }

    private Node find(String id) {
        Node found = window.root().lookup("#" + id);
        if (found == null) {
            throw new AssertionError("the window has no " + id);
        }
        return found;
    }
}
