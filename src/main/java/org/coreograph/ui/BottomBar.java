package org.coreograph.ui;

import java.util.Locale;
import java.util.function.LongConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.coreograph.model.Durations;
import org.coreograph.model.Settings;
import org.coreograph.picture.RunWords;
import org.coreograph.ui.control.DurationField;
import org.coreograph.ui.control.MarkedSlider;
import org.coreograph.ui.control.ScaleSlider;
import org.coreograph.viewmodel.CoreScale;
import org.coreograph.viewmodel.DurationScale;
import org.coreograph.viewmodel.Workbench;
import org.coreograph.viewmodel.WorkbenchState;

/** The large core slider, and beside it the quantum and the cost of a switch. */
final class BottomBar extends HBox {
    private final Label coresTitle = new Label();
    private final ScaleSlider cores;
    private final SettingBox quantum;
    private final SettingBox switchCost;

    private final Label crowded = new Label();
    private final int processors;

    /** @param processors how many the machine has, which measured runs are compared with */
    BottomBar(Workbench workbench, int processors) {
        this.processors = processors;
        getStyleClass().add("bottom-bar");
        cores = new ScaleSlider("Cores", new CoreScale(), String::valueOf, gesture(workbench));
        cores.setId("cores");
        cores.getStyleClass().add("large-slider");
        coresTitle.getStyleClass().add("cores-title");
        coresTitle.setId("cores-title");
        coresTitle.setLabelFor(cores);
        crowded.setId("crowded");
        crowded.getStyleClass().add("crowded");
        coresTitle.setMinWidth(USE_PREF_SIZE);
        HBox header = new HBox(coresTitle, crowded);
        header.getStyleClass().add("setting-header");
        header.setAlignment(Pos.BASELINE_LEFT);
        VBox coresBox = new VBox(header, new MarkedSlider(cores));
        coresBox.getStyleClass().add("cores-box");
        HBox.setHgrow(coresBox, Priority.ALWAYS);
        quantum = new SettingBox(
                "Quantum",
                "quantum",
                1,
                DurationScale.of(100 * Durations.MICRO, Durations.SECOND, false),
                workbench,
                workbench::setQuantum);
        switchCost = new SettingBox(
                "Switch cost",
                "switch-cost",
                0,
                DurationScale.of(100, 10 * Durations.MILLI, true),
                workbench,
                workbench::setSwitchCost);
        getChildren().addAll(coresBox, quantum, switchCost);
    }

    private static ScaleSlider.Moves gesture(Workbench workbench) {
        return new Gesture(workbench, value -> workbench.setCores(Math.toIntExact(value)));
    }

    /** A drag that the workbench knows of. */
    private record Gesture(Workbench workbench, LongConsumer action) implements ScaleSlider.Moves {
        @Override
        public void begin() {
            workbench.beginGesture();
        }

        @Override
        public void value(long value) {
            action.accept(value);
        }

        @Override
        public void end() {
            workbench.endGesture();
        }
    }

    /** A duration: its slider, and a field for exact values. */
    private static final class SettingBox extends VBox {
        private final ScaleSlider slider;
        private final DurationField field;
        private final Label title;
        private final Label trouble = new Label();
        private final Label note = new Label();

        SettingBox(
                String name,
                String id,
                long leastNanos,
                DurationScale scale,
                Workbench workbench,
                LongConsumer action) {
            getStyleClass().add("setting-box");
            title = new Label(name);
            title.getStyleClass().add("setting-title");
            note.getStyleClass().add("muted");
            slider = new ScaleSlider(name, scale, Durations::human, new Gesture(workbench, action));
            slider.setId(id);
            field = new DurationField(name.toLowerCase(Locale.ROOT), leastNanos, action, this::complain);
            field.setId(id + "-field");
            title.setLabelFor(field);
            title.setMinWidth(USE_PREF_SIZE);
            trouble.getStyleClass().add("trouble");
            trouble.setId("trouble-" + id);
            trouble.setWrapText(true);
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            HBox header = new HBox(title, field, note, space);
            header.getStyleClass().add("setting-header");
            header.setAlignment(Pos.CENTER_LEFT);
            getChildren().addAll(header, new MarkedSlider(slider), trouble);
            complain("");
        }

        private void complain(String words) {
            trouble.setText(words);
            trouble.setVisible(!words.isEmpty());
            trouble.setManaged(!words.isEmpty());
        }

        /** @param why why it plays no role, or an empty text if it does */
        void show(long nanos, String why) {
            slider.show(nanos);
            field.show(nanos);
            boolean used = why.isEmpty();
            setDisable(!used);
            field.setVisible(used);
            field.setManaged(used);
            note.setText(why);
        }
    }

    void focusCores() {
        cores.requestFocus();
    }

    void show(WorkbenchState state) {
        Settings settings = state.setup().settings();
        cores.show(settings.cores());
        coresTitle.setText("Cores: " + settings.cores());
        crowded.setText(RunWords.crowded(settings.clock(), settings.cores(), processors));
        quantum.show(settings.quantumNanos(), settings.policy().usesQuantum() ? "" : "not used");
        switchCost.show(settings.switchCostNanos(), settings.simulated() ? "" : "measured");
        boolean presentation = state.look().presentation();
        for (Region setting : new Region[] {quantum, switchCost}) {
            setting.setVisible(!presentation);
            setting.setManaged(!presentation);
        }
    }
}
