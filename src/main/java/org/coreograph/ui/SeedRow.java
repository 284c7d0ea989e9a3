package org.coreograph.ui;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.coreograph.ui.control.Icons;
import org.coreograph.viewmodel.Setup;
import org.coreograph.viewmodel.Workbench;
import org.kordamp.ikonli.feather.Feather;

/** The seed that a run was drawn from, and a press for the next one. It is only there where a seed decides anything. */
final class SeedRow extends HBox {
    private final Label seed = new Label();

    SeedRow(Workbench workbench) {
        getStyleClass().add("seed-row");
        setAlignment(Pos.CENTER_LEFT);
        seed.setId("seed");
        seed.getStyleClass().add("seed");
        Button before = Icons.only(new Button(), Feather.CHEVRON_LEFT, "Seed before (Shift+S)");
        before.setId("seed-before");
        before.setOnAction(event -> workbench.stepSeed(-1));
        Button next = new Button("Next seed");
        next.setId("next-seed");
        next.setAccessibleHelp("Runs with another seed (S)");
        next.setMinWidth(USE_PREF_SIZE);
        next.setOnAction(event -> workbench.stepSeed(1));
        getChildren().addAll(seed, before, next);
    }

    void show(Setup setup) {
        setVisible(setup.seeded());
        setManaged(setup.seeded());
        seed.setText("Seed " + setup.settings().seed());
    }
}
