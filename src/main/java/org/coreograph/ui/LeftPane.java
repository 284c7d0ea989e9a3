package org.coreograph.ui;

import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/** What is beside the picture to be read: a tab for each kind of it. */
final class LeftPane extends TabPane {
    LeftPane() {
        setId("left-pane");
        getStyleClass().addAll("side-pane", "left-pane");
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        setTabDragPolicy(TabDragPolicy.FIXED);
        setTabMinWidth(0);
        setAccessibleText("Lesson, code and gallery");
    }

    /**
     * Adds a tab behind those that are there.
     *
     * @param title the one word that it is called by
     */
    Tab addTab(String id, String title, Node content) {
        Tab tab = new Tab(title, content);
        tab.setId(id);
        getTabs().add(tab);
        return tab;
    }

    /** Brings a tab to the front. */
    void open(Tab tab) {
        getSelectionModel().select(tab);
    }
}
