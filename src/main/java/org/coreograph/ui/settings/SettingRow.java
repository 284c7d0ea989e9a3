package org.coreograph.ui.settings;

import javafx.scene.Node;
import javafx.scene.control.Label;
import org.coreograph.model.Settings;

/** One setting: its title, its control, and what is wrong with what was typed. */
interface SettingRow {
    Label title();

    Node control();

    /** Returns where what is wrong is said; empty while nothing is. */
    Label trouble();

    /** Shows the setting as it is, unless another value is being typed. */
    void show(Settings settings);
}
