package org.coreograph.ui.lesson;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.coreograph.ui.control.Icons;
import org.coreograph.ui.export.Exports;
import org.coreograph.viewmodel.Setup;
import org.coreograph.viewmodel.Workbench;
import org.coreograph.viewmodel.lesson.SeedDesk;
import org.kordamp.ikonli.feather.Feather;

/** The seed that a run was drawn from, and a press for the next one, or for very many. It is only there where a seed decides anything. */
public final class SeedRow extends HBox {
    private final Label seed = new Label();
    private final Button many = new Button(SeedDesk.SEEDS + " seeds");
    private final SeedsPopover popover;

    public SeedRow(Workbench workbench, Exports exports) {
        popover = new SeedsPopover(workbench.lessons().seeds(), exports);
        getStyleClass().add("seed-row");
        setAlignment(Pos.CENTER_LEFT);
        seed.setId("seed");
        seed.getStyleClass().add("seed");
        Button before = Icons.only(new Button(), Feather.CHEVRON_LEFT, "Seed before (Shift+S)");
        before.setId("seed-before");
        before.setOnAction(event -> workbench.stepSeed(-1));
        Button next = Icons.only(new Button(), Feather.CHEVRON_RIGHT, "Next seed (S)");
        next.setId("next-seed");
        next.setOnAction(event -> workbench.stepSeed(1));
        many.setId("many-seeds");
        many.setTooltip(new Tooltip("What " + SeedDesk.SEEDS + " seeds come to, and how often"));
        many.setMinWidth(USE_PREF_SIZE);
        many.setOnAction(event -> popover.open(many, workbench.state().setup()));
        getChildren().addAll(seed, before, next, many);
    }

    /** @param dark whether the window is */
    public void show(Setup setup, boolean dark) {
        setVisible(setup.seeded());
        setManaged(setup.seeded());
        many.setDisable(!setup.usable());
        popover.show(dark);
        seed.setText("Seed " + setup.settings().seed());
    }
}
