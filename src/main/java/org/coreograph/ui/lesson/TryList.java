package org.coreograph.ui.lesson;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.coreograph.model.RequestWords;
import org.coreograph.ui.control.Icons;
import org.coreograph.viewmodel.Workbench;
import org.coreograph.viewmodel.lesson.LessonCard.Trial;
import org.kordamp.ikonli.feather.Feather;

/** Things to try: what is to be done, and a button that sets the controls to it. */
public final class TryList extends VBox {
    /** @param browser opens the address of a link */
    public TryList(Workbench workbench, List<Trial> trials, Consumer<String> browser) {
        getStyleClass().add("tries");
        for (int i = 0; i < trials.size(); i++) {
            getChildren().add(row(workbench, i, trials.get(i), browser));
        }
    }

    private static Node row(Workbench workbench, int index, Trial trial, Consumer<String> browser) {
        ProseView text = new ProseView(trial.text(), browser);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox();
        row.getStyleClass().add("try");
        row.setAlignment(Pos.TOP_LEFT);
        if (trial.words().isEmpty()) {
            // Its text lines up with those that have a button.
            Region space = new Region();
            space.getStyleClass().add("try-space");
            row.getChildren().add(space);
        } else {
            Button set = Icons.only(
                    new Button(), Feather.PLAY_CIRCLE, "Try it: " + trial.text().plain());
            set.setTooltip(new Tooltip("Sets " + RequestWords.line(trial.words()) + " and runs"));
            set.setId("try-" + index);
            set.getStyleClass().add("flat");
            set.setOnAction(event -> workbench.tryOut(trial.words()));
            text.setCursor(Cursor.HAND);
            text.setOnMouseClicked(event -> workbench.tryOut(trial.words()));
            row.getChildren().add(set);
        }
        row.getChildren().add(text);
        return row;
    }
}
