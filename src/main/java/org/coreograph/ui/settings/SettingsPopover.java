package org.coreograph.ui.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.coreograph.model.Interleave;
import org.coreograph.model.MemoryKind;
import org.coreograph.model.Percentages;
import org.coreograph.model.RuntimeKind;
import org.coreograph.model.SettingName;
import org.coreograph.model.Settings;
import org.coreograph.model.TieRule;
import org.coreograph.model.WholeNumbers;
import org.coreograph.viewmodel.Workbench;

/** All settings that have no place of their own in the window, beside the button that asks for them. */
public final class SettingsPopover {
    private final PopOver popOver = new PopOver();
    private final Node button;
    private final Workbench workbench;
    private final List<SettingRow> rows = new ArrayList<>();
    private final GridPane table = new GridPane();

    public SettingsPopover(Node button, Workbench workbench) {
        this.button = button;
        this.workbench = workbench;
        table.getStyleClass().add("settings");
        table.setId("settings-table");
        schedules();
        heading("Policies");
        named("mlfq.", "priority.", "fair.");
        heading("Costs on the simulated clock");
        named("cost.");
        heading("Bus between distributed memories");
        named("bus.");
        Button defaults = new Button("Defaults");
        defaults.setId("settings-defaults");
        defaults.setTooltip(new Tooltip("Sets all of these to their defaults"));
        defaults.setOnAction(event -> workbench.changeSettings(SettingsPopover::withDefaults));
        VBox content = new VBox(table, defaults);
        content.getStyleClass().add("settings-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("settings-scroll");
        popOver.setContentNode(scroll);
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
        popOver.setDetachable(false);
        popOver.setTitle("Settings");
    }

    private void schedules() {
        heading("Schedule");
        add(ChoiceRow.of("Runtime", "runtime", RuntimeKind.class, workbench, Settings::runtime, Settings::withRuntime));
        add(ChoiceRow.of("Memory", "memory", MemoryKind.class, workbench, Settings::memory, Settings::withMemory));
        add(ChoiceRow.of("Who queues first", "ties", TieRule.class, workbench, Settings::ties, Settings::withTies));
        add(ChoiceRow.of(
                "Interleaving",
                "interleave",
                Interleave.class,
                workbench,
                Settings::interleave,
                Settings::withInterleave));
        add(new TextRow(
                "Seed",
                "seed",
                "Where random draws begin: any 64-bit integer",
                workbench,
                settings -> Long.toString(settings.seed()),
                (settings, text) ->
                        settings.withSeed(WholeNumbers.parse("seed", text, Long.MIN_VALUE, Long.MAX_VALUE))));
        add(new TextRow(
                "Jitter",
                "jitter",
                "By how much each quantum varies at most, such as 20%",
                workbench,
                settings -> Percentages.text(settings.jitter()),
                (settings, text) -> settings.withJitter(Percentages.parse("jitter", text))));
    }

    /** Adds the named settings whose names begin so. */
    private void named(String... prefixes) {
        for (SettingName name : SettingName.values()) {
            if (Arrays.stream(prefixes).anyMatch(name.id()::startsWith)) {
                add(new TextRow(
                        name.id(),
                        name.id().replace('.', '-'),
                        name.title(),
                        workbench,
                        settings -> settings.text(name),
                        (settings, text) -> settings.with(name, text)));
            }
        }
    }

    private void heading(String words) {
        Label heading = new Label(words);
        heading.getStyleClass().add("settings-heading");
        table.add(heading, 0, table.getRowCount(), 2, 1);
    }

    private void add(SettingRow row) {
        rows.add(row);
        table.addRow(table.getRowCount(), row.title(), row.control());
        Label trouble = row.trouble();
        trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
        trouble.setMaxWidth(360);
        table.add(trouble, 0, table.getRowCount(), 2, 1);
    }

    /** Returns settings in which all that is set here has its default. */
    private static Settings withDefaults(Settings settings) {
        return Settings.DEFAULTS
                .withClock(settings.clock())
                .withThreads(settings.threads())
                .withCores(settings.cores())
                .withPolicy(settings.policy())
                .withQuantumNanos(settings.quantumNanos())
                .withSwitchCostNanos(settings.switchCostNanos());
    }

    /** Shows or hides them. */
    public void toggle() {
        if (popOver.isShowing()) {
            popOver.hide();
        } else {
            popOver.show(button);
        }
    }

    /** Shows the settings as they are. */
    public void show(Settings settings) {
        boolean changed = !withDefaults(settings).equals(settings);
        if (changed != button.getStyleClass().contains("accent")) {
            if (changed) {
                button.getStyleClass().add("accent");
            } else {
                button.getStyleClass().remove("accent");
            }
        }
        for (SettingRow row : rows) {
            row.show(settings);
        }
    }
}
