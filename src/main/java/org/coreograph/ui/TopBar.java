package org.coreograph.ui;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.coreograph.model.Clock;
import org.coreograph.model.PolicyKind;
import org.coreograph.ui.control.Icons;
import org.coreograph.ui.control.Segments;
import org.coreograph.ui.control.Words;
import org.coreograph.ui.settings.SettingsPopover;
import org.coreograph.viewmodel.Workbench;
import org.coreograph.viewmodel.WorkbenchState;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What runs, on which clock, under which policy; and how the window looks. */
final class TopBar extends HBox {
    /** What the shortened name of any policy has room in. */
    private static final double LEAST_POLICY_PX = 160;

    private final Label name = new Label("Coreograph");
    private final Button program = new Button("", new FontIcon(Feather.CHEVRON_DOWN));
    private final Segments<Clock> clock;
    private final ComboBox<PolicyKind> policy = new ComboBox<>();
    private final Button settings;
    private final SettingsPopover settingsPopover;
    private final PolicyCell policyCell = new PolicyCell();
    private final ToggleButton lens;
    private final Button theme;

    /**
     * @param lesson shows and hides the lesson
     * @param numbers shows and hides the numbers
     * @param gallery shows what can be chosen
     */
    TopBar(
            Workbench workbench,
            ToggleButton lesson,
            ToggleButton numbers,
            MenuButton export,
            Button help,
            Runnable gallery) {
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        name.getStyleClass().add("app-name");
        name.setMinWidth(USE_PREF_SIZE);
        program.setId("program");
        program.setContentDisplay(ContentDisplay.RIGHT);
        program.setTooltip(new Tooltip("Choose another program (Ctrl+G)"));
        program.setOnAction(event -> gallery.run());
        clock = new Segments<>("Clock", Clock.class, workbench::setClock);
        clock.setMinWidth(USE_PREF_SIZE);
        program.setMinWidth(USE_PREF_SIZE);
        policy.setMinWidth(LEAST_POLICY_PX);
        policy.setButtonCell(policyCell);
        policy.setId("policy");
        policy.setAccessibleText("Policy");
        policy.setTooltip(new Tooltip("Who gets a core next"));
        policy.setConverter(Words.of(PolicyKind::title));
        policy.getItems().setAll(PolicyKind.values());
        policy.setOnAction(event -> {
            if (policy.getValue() != null) {
                workbench.setPolicy(policy.getValue());
            }
        });
        settings = Icons.only(new Button(), Feather.SLIDERS, "Settings (Ctrl+,)");
        settings.setId("settings");
        settingsPopover = new SettingsPopover(settings, workbench);
        settings.setOnAction(event -> settingsPopover.toggle());
        lens = Icons.only(new ToggleButton(), Feather.SEARCH, "Time lens (L)");
        lens.setId("lens");
        lens.setOnAction(event -> workbench.view().setLensOn(lens.isSelected()));
        theme = Icons.only(new Button(), Feather.MOON, "Dark theme (Ctrl+D)");
        theme.setId("theme");
        theme.setOnAction(
                event -> workbench.view().setDark(!workbench.state().look().dark()));
        Button present = Icons.only(new Button(), Feather.MONITOR, "Present (F11)");
        present.setId("present");
        present.setOnAction(event -> workbench.setPresentation(true));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(logo(), name, lesson, program, clock, policy, settings, space);
        getChildren().addAll(List.<Node>of(lens, theme, present, export, help, numbers));
    }

    /** The policy as it stands in the bar: its whole name, or where there is little room what textbooks shorten it to. */
    private static final class PolicyCell extends ListCell<PolicyKind> {
        private boolean compact;

        void show(boolean nowCompact) {
            compact = nowCompact;
            updateItem(getItem(), isEmpty());
        }

        @Override
        protected void updateItem(@Nullable PolicyKind item, boolean empty) {
            super.updateItem(item, empty);
            setText(item == null ? "" : compact ? shortTitle(item) : item.title());
        }

        private static String shortTitle(PolicyKind policy) {
            return switch (policy) {
                case FCFS -> "FCFS";
                case SJF -> "SJF";
                case STCF -> "STCF";
                case MLFQ -> "MLFQ";
                case ROUND_ROBIN, PRIORITY, LOTTERY, FAIR, WORK_STEALING -> policy.title();
            };
        }
    }

    private static Node logo() {
        Region logo = new Region();
        logo.getStyleClass().add("logo");
        logo.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        return logo;
    }

    /** Shows or hides the settings. */
    void toggleSettings() {
        settingsPopover.toggle();
    }

    /** @param compact whether there is little room */
    void show(WorkbenchState state, boolean compact) {
        name.setVisible(!compact);
        name.setManaged(!compact);
        String title = state.setup().program().title();
        if (!title.equals(program.getText())) {
            program.setText(title);
            program.setAccessibleText("Program: " + title);
        }
        clock.show(state.setup().settings().clock());
        policyCell.show(compact);
        policy.setValue(state.setup().settings().policy());
        settingsPopover.show(state.setup().settings());
        lens.setSelected(state.lens().on());
        boolean dark = state.look().dark();
        Icons.change(theme, dark ? Feather.SUN : Feather.MOON, dark ? "Light theme (Ctrl+D)" : "Dark theme (Ctrl+D)");
    }
}
