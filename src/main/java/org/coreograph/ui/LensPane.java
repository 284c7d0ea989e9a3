package org.coreograph.ui;

import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.coreograph.model.Durations;
import org.coreograph.ui.control.ScaleSlider;
import org.coreograph.viewmodel.DurationScale;
import org.coreograph.viewmodel.LensWords;
import org.coreograph.viewmodel.Workbench;
import org.coreograph.viewmodel.WorkbenchState;

/** The time lens: how wide its window is, and what is seen through it. */
final class LensPane extends VBox {
    /** The smallest width on the slider, as a part of the run. */
    private static final long FINEST = 2_000;

    private final CheckBox on = new CheckBox("Time lens");
    private final Label width = new Label();
    private final ScaleSlider slider;
    private final GridPane table = new GridPane();
    private final NumberRow apparent;
    private final NumberRow pace;
    private final Label words = new Label();
    private long scaledTo;

    LensPane(Workbench workbench) {
        getStyleClass().add("lens");
        on.setId("lens-on");
        on.getStyleClass().add("lesson-heading");
        on.setOnAction(event -> workbench.view().setLensOn(on.isSelected()));
        width.getStyleClass().add("muted");
        width.setMinWidth(USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = new HBox(on, space, width);
        header.setAlignment(Pos.CENTER_LEFT);
        slider = new ScaleSlider(
                "Width of the time lens",
                DurationScale.of(Durations.MILLI, 4 * Durations.SECOND, true),
                Durations::human,
                ScaleSlider.to(nanos -> {
                    workbench.view().setLensWidth(nanos);
                    workbench.view().setLensOn(true);
                }));
        slider.setId("lens-width");
        NumbersPane.columns(table);
        table.getStyleClass().add("numbers");
        apparent = new NumberRow(table, 0, "Apparent", "apparent");
        pace = new NumberRow(table, 1, "Pace of each", "pace");
        apparent.explain("How many tasks seem to run at a time through the lens, on average over the run");
        pace.explain("Which share of the time in which tasks seem to run they really run");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.getStyleClass().add("muted");
        getChildren().addAll(header, slider, table, words);
    }

    void show(WorkbenchState state) {
        scaleTo(state.shown().endNanos());
        on.setSelected(state.lens().on());
        slider.show(state.lens().widthNanos());
        width.setText("window " + Durations.human(state.lens().widthNanos()));
        apparent.show(
                NumbersPane.decimal(state.one().apparentParallelism()),
                NumbersPane.decimal(state.many().apparentParallelism()));
        pace.show(percent(state.one().pace()), percent(state.many().pace()));
        table.setVisible(state.lens().on());
        table.setManaged(state.lens().on());
        words.setText(LensWords.of(state));
    }

    /** The widest window is twice the run: through it every task seems to run all the time. */
    private void scaleTo(long runNanos) {
        if (runNanos != scaledTo && runNanos > 0) {
            scaledTo = runNanos;
            slider.setScale(DurationScale.of(Math.max(10, runNanos / FINEST), Math.max(20, 2 * runNanos), true));
        }
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
