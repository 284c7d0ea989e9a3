package org.coreograph.ui;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.coreograph.picture.Figures;
import org.coreograph.ui.control.Icons;
import org.coreograph.viewmodel.PlaySpeed;
import org.coreograph.viewmodel.Workbench;
import org.coreograph.viewmodel.WorkbenchState;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Moves the playhead: play, pause, step, jump, scrub; and zooms the time axis. */
final class TransportBar extends HBox {
    private static final double ZOOM = 1.5;
    private static final double SPEED_PX = 92;

    /** Where there is less room than this, the buttons that go to the ends are left out: keys go there too. */
    private static final double ROOM_FOR_ENDS_PX = 760;

    private final Workbench workbench;
    private final Button play;
    private final ComboBox<PlaySpeed> speed = new ComboBox<>();
    private final Label time = new Label();
    private final Slider scrubber = new Slider();
    private final ToggleButton byTask = Icons.only(new ToggleButton(), Feather.LIST, "A row for each task (T)");
    private boolean showing;

    TransportBar(Workbench workbench) {
        this.workbench = workbench;
        getStyleClass().add("transport");
        setAlignment(Pos.CENTER_LEFT);
        play = button(Feather.PLAY, "Play (Space)", "play", workbench.view()::togglePlay);
        play.getStyleClass().remove("flat");
        play.getStyleClass().add("accent");
        speed.setId("speed");
        speed.setAccessibleText("Speed");
        speed.setMinWidth(USE_PREF_SIZE);
        speed.setPrefWidth(SPEED_PX);
        speed.setTooltip(new Tooltip("Seconds of the run a second of real time"));
        speed.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable PlaySpeed shown) {
                return shown == null ? "" : shown.title();
            }

            @Override
            public @Nullable PlaySpeed fromString(String text) {
                return null;
            }
        });
        speed.setOnAction(event -> {
            if (!showing && speed.getValue() != null) {
                workbench.view().setSpeed(speed.getValue());
            }
        });
        time.setId("playhead-time");
        time.getStyleClass().add("playhead-time");
        time.setMinWidth(USE_PREF_SIZE);
        scrubber.setId("scrubber");
        scrubber.setAccessibleText("Playhead");
        scrubber.setMinWidth(40);
        scrubber.valueProperty().addListener((property, before, now) -> {
            if (!showing) {
                workbench.view().scrub(Math.round(now.doubleValue()));
            }
        });
        byTask.setId("by-task");
        byTask.getStyleClass().add("flat");
        byTask.setOnAction(event -> workbench.view().setByTask(byTask.isSelected()));
        HBox.setHgrow(scrubber, Priority.ALWAYS);
        Button toStart = button(Feather.SKIP_BACK, "To the start (Home)", "to-start", workbench.view()::toStart);
        Button toEnd = button(Feather.SKIP_FORWARD, "To the end (End)", "to-end", workbench.view()::toEnd);
        for (Button button : new Button[] {toStart, toEnd}) {
            button.visibleProperty().bind(widthProperty().greaterThanOrEqualTo(ROOM_FOR_ENDS_PX));
            button.managedProperty().bind(button.visibleProperty());
        }
        getChildren()
                .addAll(
                        toStart,
                        button(Feather.CHEVRON_LEFT, "Step back (Left)", "step-back", workbench.view()::stepBack),
                        play,
                        button(
                                Feather.CHEVRON_RIGHT,
                                "Step to the next event (Right)",
                                "step",
                                workbench.view()::stepForward),
                        toEnd,
                        speed,
                        scrubber,
                        time,
                        byTask,
                        button(
                                Feather.ZOOM_OUT,
                                "Zoom out (-)",
                                "zoom-out",
                                () -> workbench.view().zoomBy(1 / ZOOM)),
                        button(
                                Feather.ZOOM_IN,
                                "Zoom in (+)",
                                "zoom-in",
                                () -> workbench.view().zoomBy(ZOOM)),
                        button(Feather.MAXIMIZE, "Show all (0)", "fit", workbench.view()::fit));
    }

    private static Button button(Feather icon, String name, String id, Runnable action) {
        Button button = Icons.only(new Button(), icon, name);
        button.setId(id);
        button.getStyleClass().add("flat");
        button.setOnAction(event -> action.run());
        return button;
    }

    void show(WorkbenchState state) {
        showing = true;
        byTask.setSelected(state.look().byTask());
        boolean playing = state.playback().playing();
        Icons.change(play, playing ? Feather.PAUSE : Feather.PLAY, playing ? "Pause (Space)" : "Play (Space)");
        List<PlaySpeed> choices = workbench.view().speeds();
        if (!speed.getItems().equals(choices)) {
            speed.getItems().setAll(choices);
            // Other items may leave the value, but not its text.
            speed.setValue(null);
        }
        if (!state.playback().speed().equals(speed.getValue())) {
            speed.setValue(state.playback().speed());
        }
        long end = state.shown().endNanos();
        Figures figures = Figures.upTo(end);
        time.setText(figures.text(state.playback().playheadNanos()) + " of " + figures.text(end));
        scrubber.setMax((double) Math.max(1, end));
        scrubber.setBlockIncrement(end / 50.0);
        scrubber.setValue((double) state.playback().playheadNanos());
        showing = false;
    }
}
