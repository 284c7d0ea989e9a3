package org.coreograph.ui.code;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.coreograph.picture.Palette;
import org.coreograph.viewmodel.code.CodeModel;
import org.coreograph.viewmodel.code.CodeState;
import org.coreograph.viewmodel.code.TaskAtLine;
import org.fxmisc.flowless.VirtualizedScrollPane;

/** The Java of the program, the lines that its tasks are in, and the line that a person chose. */
final class JavaPane extends BorderPane {
    /** More tasks than this aren't read out one by one. */
    private static final int MOST_READ = 8;

    private final CodeModel model;
    private final CodeText text = new CodeText(Highlighter.JAVA, "Java of the program");
    private final TaskChips chips = new TaskChips(text);
    private final Label note = new Label();
    private CodeState shown = new CodeState("", 1, "", List.of(), CodeState.NO_LINE, List.of(), "");
    private Palette palette = Palette.LIGHT;

    JavaPane(CodeModel model) {
        this.model = model;
        getStyleClass().add("code-pane");
        text.setId("java");
        text.setOnLine(line -> model.select(line == shown.selectedLine() ? CodeState.NO_LINE : line));
        text.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        note.setId("code-note");
        note.getStyleClass().add("code-note");
        note.setWrapText(true);
        note.setMaxWidth(Double.MAX_VALUE);
        StackPane middle = new StackPane(new VirtualizedScrollPane<>(text), chips);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(chips.widthProperty());
        clip.heightProperty().bind(chips.heightProperty());
        chips.setClip(clip);
        setCenter(middle);
        setBottom(note);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && shown.selectedLine() != CodeState.NO_LINE) {
            model.select(CodeState.NO_LINE);
            event.consume();
        }
    }

    /** Shows the program, and its tasks in their colours. */
    void show(CodeState state, Palette colours) {
        if (state.equals(shown) && colours.equals(palette)) {
            return;
        }
        boolean otherText = !state.java().equals(shown.java());
        boolean otherTasks = otherText || !state.tasks().equals(shown.tasks());
        CodeState before = shown;
        shown = state;
        if (otherText) {
            text.setText(state.java(), state.firstLine());
        }
        mark(otherText ? Set.of() : marked(before), marked(state));
        if (otherTasks || !colours.equals(palette)) {
            chips.show(state.tasks(), colours);
        }
        palette = colours;
        if (state.selectedLine() != before.selectedLine() && state.selectedLine() != CodeState.NO_LINE) {
            text.goTo(state.selectedLine());
            bringIntoSight(Set.of(state.selectedLine()));
        } else if (otherTasks) {
            follow();
        }
        note.setText(state.note());
        text.setAccessibleHelp(words(state));
    }

    private void mark(Set<Integer> before, Set<Integer> now) {
        Set<Integer> touched = new TreeSet<>(before);
        touched.addAll(now);
        for (int line : touched) {
            text.mark(line, styles(line));
        }
    }

    private List<String> styles(int line) {
        List<String> styles = new ArrayList<>();
        List<TaskAtLine> there =
                shown.tasks().stream().filter(at -> at.line() == line).toList();
        if (!there.isEmpty()) {
            styles.add(there.stream().anyMatch(TaskAtLine::running) ? "running-line" : "waiting-line");
        }
        if (line == shown.selectedLine()) {
            styles.add("selected-line");
        }
        return styles;
    }

    private static Set<Integer> marked(CodeState state) {
        Set<Integer> lines =
                state.tasks().stream().map(TaskAtLine::line).collect(Collectors.toCollection(TreeSet::new));
        if (state.selectedLine() != CodeState.NO_LINE) {
            lines.add(state.selectedLine());
        }
        return lines;
    }

    /** Scrolls only where nothing that runs is in sight, and so doesn't jump between tasks in different lines. */
    private void follow() {
        Set<Integer> running = shown.tasks().stream()
                .filter(TaskAtLine::running)
                .map(TaskAtLine::line)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        bringIntoSight(running);
    }

    private void bringIntoSight(Set<Integer> lines) {
        if (!lines.isEmpty() && lines.stream().noneMatch(text::inSight)) {
            text.showParagraphAtCenter(lines.iterator().next() - 1);
        }
    }

    private static String words(CodeState state) {
        String tasks = state.tasks().stream()
                .limit(MOST_READ)
                .map(at -> at.name() + " " + TaskChip.doing(at.state()) + " in line " + at.line())
                .collect(Collectors.joining("; "));
        int more = state.tasks().size() - MOST_READ;
        String all = more > 0 ? tasks + "; and " + more + " more tasks" : tasks;
        return all.isEmpty() ? state.note() : state.note().isEmpty() ? all : all + ". " + state.note();
    }
}
