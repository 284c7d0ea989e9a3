package org.coreograph.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.coreograph.analysis.LineSlices;
import org.coreograph.model.Clock;
import org.coreograph.testkit.CodeHandle;
import org.coreograph.testkit.WindowHandle;
import org.coreograph.viewmodel.code.CodeState;
import org.coreograph.viewmodel.code.TaskAtLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class CodeWindowTest {
    private static final String COUNT = "machine.count(count)";

    private WindowHandle window;
    private CodeHandle code;

    @Start
    void open(Stage stage) {
        window = WindowHandle.open(stage);
        code = new CodeHandle(window);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void tasksAreMarkedInTheLinesTheyRun() {
        window.settle();
        code.openJava();
        int first = code.lineWith(COUNT);
        assertThat(code.state().tasks())
                .filteredOn(TaskAtLine::running)
                .extracting(TaskAtLine::name, TaskAtLine::line)
                .containsExactly(tuple("A", first), tuple("B", first + 7));
        assertThat(code.chips()).containsExactly("A", "B", "main waiting");
        assertThat(code.spoken()).contains("A running in line " + first, "main waiting in line ");
        assertThat(code.sees(first)).isTrue();
    }

    @Test
    void linesFollowThePlayhead() {
        window.settle();
        code.openJava();
        window.ask(bench -> bench.view().toEnd());
        window.await("nobody in any line", () -> code.state().tasks().isEmpty());
        window.ask(bench -> bench.view().toStart());
        window.await("tasks in lines", () -> code.state().tasks().size() == 3);
    }

    @Test
    void clickOnALineSetsItsSlicesApartAndAnotherTakesThatBack() {
        window.settle();
        code.openJava();
        int line = code.lineWith(COUNT);
        code.click(line);
        window.await("slices of the line", () -> window.picture().line().size() == 2);
        assertThat(window.picture().line()).extracting(LineSlices::line).containsOnly(line);
        assertThat(window.picture().line().getLast().runNanos()).isEqualTo(1_000_000_000);
        assertThat(code.note()).isEqualTo("Line " + line + ", 2 cores: 1 stretch, 1 s in all");
        code.click(line);
        window.await("no slices", () -> window.picture().line().isEmpty());
        assertThat(code.state().selectedLine()).isEqualTo(CodeState.NO_LINE);
    }

    @Test
    void linesAreChosenAndLeftWithTheKeyboard() {
        window.settle();
        code.openJava().focus();
        code.press(KeyCode.DOWN);
        assertThat(code.state().selectedLine()).isEqualTo(code.lineWith("Program create(") + 1);
        code.press(KeyCode.UP);
        assertThat(code.state().selectedLine()).isEqualTo(code.lineWith("Program create("));
        code.press(KeyCode.ESCAPE);
        assertThat(code.state().selectedLine()).isEqualTo(CodeState.NO_LINE);
        assertThat(code.focused()).isTrue();
        code.press(KeyCode.TAB);
        assertThat(code.focused()).isFalse();
        assertThat(code.state().java()).contains(COUNT);
    }

    @Test
    void textOfAnotherProgramIsShownFromWhereItBegins() {
        window.settle();
        code.openJava();
        window.change(bench -> bench.chooseProgram("counter"));
        window.await("the other text", () -> code.state().java().contains("class Counter"));
        int begins = code.lineWith("Program create(");
        window.await(
                "its beginning, or whoever runs",
                () -> code.sees(begins) || code.state().tasks().stream().anyMatch(at -> code.sees(at.line())));
        assertThat(code.state().selectedLine()).isEqualTo(CodeState.NO_LINE);
    }

    @Test
    void measuredRunHasNoLinesAndTheWindowSaysWhy() {
        window.settle();
        window.change(bench -> {
            bench.setParameter("count", "1000000");
            bench.setClock(Clock.MEASURED);
        });
        code.openJava();
        assertThat(code.note()).startsWith("Lines are followed in simulated runs only");
        assertThat(code.state().tasks()).isEmpty();
        assertThat(code.chips()).isEmpty();
    }

    @Test
    void goTwinIsTakenAway() {
        window.settle();
        code.openGo();
        assertThat(code.copyGo()).isEqualTo(code.state().go()).contains("package main");
    }

    @Test
    void javaAndItsTwinAreInSightTogether() {
        window.settle();
        code.openBoth();
        assertThat(window.sees("java")).isTrue();
        assertThat(window.sees("go")).isTrue();
        code.openGo();
        assertThat(window.sees("java")).isFalse();
        assertThat(window.sees("go")).isTrue();
    }
}
