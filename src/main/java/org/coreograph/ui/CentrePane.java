package org.coreograph.ui;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.coreograph.picture.ComparisonScene;
import org.coreograph.picture.Palette;
import org.coreograph.picture.Typeface;
import org.coreograph.ui.stage.StageView;
import org.coreograph.ui.timeline.RunningChartView;
import org.coreograph.ui.timeline.TimelineListener;
import org.coreograph.ui.timeline.TimelineView;
import org.coreograph.viewmodel.Sentence;
import org.coreograph.viewmodel.Shown;
import org.coreograph.viewmodel.Workbench;
import org.coreograph.viewmodel.WorkbenchState;
import org.coreograph.viewmodel.lesson.LessonState;

/** The picture in the middle: the stage, the timelines and the chart below each other, with what is said of them. */
final class CentrePane extends VBox {
    private static final double LEAST_STAGE_PX = 130;
    /** What a row needs to be read with ease, its share of gaps and headings included. */
    private static final double ROW_PX = 28;

    /** The share of the height that rows can have with ease beside a chart of its usual height. */
    private static final double ROWS_SHARE = 0.28;

    private final Workbench workbench;
    private final MessageBar message;
    private final UnresponsiveBar unresponsive = new UnresponsiveBar();
    private final Label sentence = new Label();
    private final Label conditions = new Label();
    private final StageView stage;
    private final TransportBar transport;
    private final RunStrip runStrip;
    private final TimelineView timeline;
    private final RunningChartView chart;
    private final DoubleProperty rows = new SimpleDoubleProperty();

    /**
     * @param processors how many the machine has, which measured runs are compared with
     * @param listener is told what a person does in the timelines
     * @param resized is called when a part that draws itself has another size
     */
    CentrePane(Workbench workbench, Typeface typeface, int processors, TimelineListener listener, Runnable resized) {
        this.workbench = workbench;
        message = new MessageBar(workbench);
        stage = new StageView(typeface);
        transport = new TransportBar(workbench);
        runStrip = new RunStrip(workbench);
        timeline = new TimelineView(typeface, processors);
        chart = new RunningChartView(typeface);
        timeline.setListener(listener);
        for (Region sized : new Region[] {stage, timeline, chart}) {
            sized.layoutBoundsProperty().addListener((property, before, now) -> resized.run());
        }
        assemble();
    }

    private void assemble() {
        sentence.getStyleClass().add("sentence");
        sentence.setId("sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        conditions.setId("conditions");
        conditions.getStyleClass().addAll("conditions", "muted");
        getChildren().addAll(message, unresponsive, sentence, conditions, stage, transport, runStrip, timeline, chart);
        getStyleClass().add("centre");
        setMinWidth(0);
        // What doesn't fit is cut off here, rather than moving the bars out of the window.
        setMinHeight(0);
        Rectangle edge = new Rectangle();
        edge.widthProperty().bind(widthProperty());
        edge.heightProperty().bind(heightProperty());
        setClip(edge);
        DoubleBinding room = Bindings.createDoubleBinding(
                () -> getHeight() - taken(message) - taken(unresponsive),
                heightProperty(),
                message.heightProperty(),
                message.managedProperty(),
                unresponsive.heightProperty(),
                unresponsive.managedProperty());
        VBox.setVgrow(timeline, Priority.ALWAYS);
        timeline.minHeightProperty().bind(shared(room, 0.33, 160, 260));
        stage.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(() -> stageHeight(room.get()), room, stage.crowdedProperty()));
        fixed(stage);
        // A message of several lines, such as the circle of a deadlock, takes its room from the stage.
        stage.setMinHeight(LEAST_STAGE_PX);
        chart.prefHeightProperty().bind(Bindings.createDoubleBinding(() -> chartHeight(room.get()), room, rows));
        fixed(chart);
        chart.setMinHeight(72);
        VBox.setVgrow(chart, Priority.SOMETIMES);
        only(sentence, false);
        only(conditions, false);
    }

    private static double taken(Region bar) {
        return bar.isManaged() ? bar.getHeight() : 0;
    }

    private static void fixed(Region part) {
        part.setMinHeight(Region.USE_PREF_SIZE);
        part.setMaxHeight(Region.USE_PREF_SIZE);
    }

    private static DoubleBinding shared(ObservableDoubleValue wholePx, double share, double least, double most) {
        return Bindings.createDoubleBinding(() -> Math.floor(Math.clamp(wholePx.get() * share, least, most)), wholePx);
    }

    /** A stage with objects needs more height than one with cores alone. */
    private double stageHeight(double wholePx) {
        boolean crowded = stage.crowdedProperty().get();
        return Math.floor(crowded ? Math.clamp(wholePx * 0.36, 150, 420) : Math.clamp(wholePx * 0.26, 150, 340));
    }

    /** Many rows need the height more than the chart does, which then shows the last run alone. */
    private double chartHeight(double wholePx) {
        boolean many = rows.get() * ROW_PX > wholePx * ROWS_SHARE;
        return Math.floor(many ? Math.clamp(wholePx * 0.12, 84, 160) : Math.clamp(wholePx * 0.22, 144, 300));
    }

    /** Shows or hides what goes on at the playhead. */
    void togglePlayheadFacts() {
        timeline.togglePlayheadFacts();
    }

    /**
     * Shows a state.
     *
     * @return whether something moves, so that there must be more frames
     */
    boolean show(WorkbenchState state, ComparisonScene picture, Palette palette, long nowNanos) {
        boolean presentation = state.look().presentation();
        for (Node part : new Node[] {stage, transport, chart}) {
            only(part, !presentation);
        }
        only(sentence, presentation);
        only(conditions, presentation);
        if (presentation) {
            sentence.setText(workbench.sentence());
            String place = state.lecture().placeTitle();
            conditions.setText((place.isEmpty() ? "" : place + " · ") + Sentence.conditions(state.shown()));
        }
        rows.set(rows(state.shown(), state.look().byTask()));
        message.show(state);
        unresponsive.show(state);
        transport.show(state);
        runStrip.show(state);
        timeline.setCursor(state.lesson().pointing() == LessonState.NONE ? null : Cursor.CROSSHAIR);
        boolean moving = !presentation && stage.show(state.shown(), state.playback(), palette, nowNanos);
        timeline.setPalette(palette);
        timeline.setScene(picture);
        chart.setPalette(palette);
        chart.setScene(picture);
        return moving;
    }

    /** Returns how many rows there are for both runs; those of a ghost are half as high. */
    private static double rows(Shown shown, boolean byTask) {
        double ghost = shown.ghost() == null ? 0 : shown.ghost().cores() / 2.0;
        return byTask
                ? shown.one().trace().listedTasks().size()
                        + shown.many().trace().listedTasks().size()
                : shown.one().cores() + shown.many().cores() + ghost;
    }

    private static void only(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
