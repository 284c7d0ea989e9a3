package org.coreograph.ui.export;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.coreograph.picture.ChartKind;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What can be exported, and how large. */
public final class ExportMenu extends MenuButton {
    private static final int[] SCALES = {1, 2, 4};

    public ExportMenu(Exports exports) {
        super("Export", new FontIcon(Feather.DOWNLOAD));
        setId("export");
        setAccessibleText("Export");
        setMinWidth(USE_PREF_SIZE);
        for (ChartKind chart : ChartKind.values()) {
            Menu menu = new Menu(chart.title());
            menu.setId("export-" + chart.id());
            for (int scale : SCALES) {
                MenuItem item = new MenuItem(
                        scale + "×:  " + scale * Exports.WIDTH_PX + " × " + scale * Exports.HEIGHT_PX + " pixels …");
                item.setId("export-" + chart.id() + "-" + scale);
                item.setOnAction(event -> exports.save(chart, scale));
                menu.getItems().add(item);
            }
            getItems().add(menu);
        }
        MenuItem copy = new MenuItem("Copy the comparison");
        copy.setId("copy");
        copy.setOnAction(event -> exports.copy(ChartKind.COMPARISON));
        MenuItem line = new MenuItem("Copy as command line");
        line.setId("copy-command-line");
        line.setOnAction(event -> exports.copyCommandLine());
        MenuItem words = new MenuItem("Copy in words");
        words.setId("copy-words");
        words.setOnAction(event -> exports.copyWords());
        getItems().addAll(new SeparatorMenuItem(), copy, line, words);
    }
}
