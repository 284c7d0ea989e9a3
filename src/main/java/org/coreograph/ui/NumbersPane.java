package org.coreograph.ui;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.Clock;
import org.coreograph.picture.Figures;
import org.coreograph.viewmodel.ResultWords;
import org.coreograph.viewmodel.RunFigures;
import org.coreograph.viewmodel.Workbench;
import org.coreograph.viewmodel.WorkbenchState;
import org.jspecify.annotations.Nullable;

/** The numbers of both runs side by side, what they add up to, and the time lens. */
final class NumbersPane extends ScrollPane {
    private final GridPane table = new GridPane();
    private final Label manyHeading = heading("2 cores");
    private final NumberRow time;
    private final NumberRow switches;
    private final NumberRow speedUp;
    private final NumberRow parallelism;
    private final NumberRow turnaround;
    private final NumberRow response;
    private final NumberRow ratio;
    private final NumberRow code;
    private final NumberRow result;
    private final Label results = new Label();
    private final LostPane lost = new LostPane();
    private final LensPane lens;

    /** What the pane was last filled with. */
    private record Seen(RunFigures one, RunFigures many, OptionalDouble ratio, RunReport oneRun, RunReport manyRun) {}

    private @Nullable Seen seen;

    NumbersPane(Workbench workbench) {
        table.getStyleClass().add("numbers");
        columns(table);
        table.add(heading("1 core"), 1, 0);
        table.add(manyHeading, 2, 0);
        time = new NumberRow(table, 1, "Time", "time");
        switches = new NumberRow(table, 2, "Switches", "switches");
        speedUp = new NumberRow(table, 3, "Speed-up", "speed-up");
        parallelism = new NumberRow(table, 4, "True parallelism", "parallelism");
        turnaround = new NumberRow(table, 5, "Turnaround", "turnaround");
        response = new NumberRow(table, 6, "Response", "response");
        ratio = new NumberRow(table, 7, "Time ratio", "ratio");
        code = new NumberRow(table, 8, "Code", "code");
        result = new NumberRow(table, 9, "Result", "result");
        speedUp.explain("Pure work over the length of the run: the run's own switches don't flatter it");
        parallelism.explain("How many tasks ran at a time, on average over the run");
        turnaround.explain("From a task's arrival to its end, on average over the tasks");
        response.explain("From a task's arrival to its first run, on average over the tasks");
        ratio.explain("The time on one core over the time on these cores");
        for (NumberRow row : new NumberRow[] {ratio, code, result}) {
            row.span();
        }
        code.show("", "unchanged");
        results.setWrapText(true);
        results.setMinHeight(USE_PREF_SIZE);
        results.setId("results");
        lens = new LensPane(workbench);
        VBox content = new VBox(table, results, lost, lens);
        content.getStyleClass().add("numbers-pane");
        getStyleClass().add("side-pane");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setAccessibleText("Numbers");
    }

    static void columns(GridPane table) {
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        ColumnConstraints number = new ColumnConstraints();
        number.setHalignment(HPos.RIGHT);
        number.setMinWidth(USE_PREF_SIZE);
        table.getColumnConstraints().addAll(words, number, number);
    }

    private static Label heading(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("numbers-heading");
        return label;
    }

    void show(WorkbenchState state) {
        lens.show(state);
        Seen now = new Seen(
                state.one(),
                state.many(),
                state.timeRatio(),
                state.shown().one(),
                state.shown().many());
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        manyHeading.setText(now.manyRun.coresTitle());
        boolean measured = now.manyRun.request().settings().clock() == Clock.MEASURED;
        switches.rename(measured ? "Hand-overs" : "Switches");
        Figures times = Figures.upTo(state.shown().endNanos());
        both(time, figures -> times.text(figures.endNanos()));
        both(switches, figures -> String.format(Locale.ROOT, "%,d", figures.switches()));
        speedUp.show(speedUp(now.oneRun, now.one), speedUp(now.manyRun, now.many));
        both(parallelism, figures -> decimal(figures.trueParallelism()));
        both(turnaround, figures -> mean(times, figures.turnaroundNanos()));
        both(response, figures -> mean(times, figures.responseNanos()));
        ratio.show("", ratio(now.ratio));
        lost.show(now.oneRun, now.manyRun);
        showResult(now);
    }

    private void both(NumberRow row, Function<RunFigures, String> words) {
        if (seen != null) {
            row.show(begun(seen.oneRun, words.apply(seen.one)), begun(seen.manyRun, words.apply(seen.many)));
        }
    }

    private static String speedUp(RunReport run, RunFigures figures) {
        return begun(run, ratio(figures.speedUp()));
    }

    private static String begun(RunReport run, String words) {
        return run.endNanos() == 0 && run.end() == null ? "–" : words;
    }

    private void showResult(Seen now) {
        String ofOne = ResultWords.of(now.oneRun);
        String ofMany = ResultWords.of(now.manyRun);
        boolean same = ofOne.equals(ofMany);
        boolean brief = same && ResultWords.single(now.manyRun);
        result.setVisible(brief);
        if (brief) {
            result.rename("Result, " + ResultWords.name(now.manyRun));
            result.show("", ResultWords.value(now.manyRun));
        }
        // Several results, or one for each run, have no room in a row: they flow below the table.
        boolean flows = !brief && !(ofOne + ofMany).isEmpty();
        results.setVisible(flows);
        results.setManaged(flows);
        if (flows) {
            results.setText(
                    same
                            ? "Result of both: " + ofMany
                            : "Result on 1 core: " + said(ofOne) + "\nResult on " + now.manyRun.coresTitle() + ": "
                                    + said(ofMany));
        }
    }

    private static String said(String words) {
        return words.isEmpty() ? "none yet" : words;
    }

    private static String ratio(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.2f×", value.getAsDouble()) : "–";
    }

    private static String mean(Figures times, OptionalDouble nanos) {
        return nanos.isPresent() ? times.text(Math.round(nanos.getAsDouble())) : "–";
    }

    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
