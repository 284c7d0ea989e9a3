package org.coreograph.ui.lesson;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.coreograph.ui.control.Icons;
import org.coreograph.viewmodel.Workbench;
import org.coreograph.viewmodel.lesson.LessonState;
import org.coreograph.viewmodel.lesson.Prediction;
import org.kordamp.ikonli.feather.Feather;

/** A guess that is typed: a number, or a time, which can also be clicked on the timeline. */
final class TypedInput implements GuessInput {
    private final Workbench workbench;
    private final int question;
    private final TextField field = new TextField();
    private final ToggleButton pointer =
            Icons.only(new ToggleButton(), Feather.CROSSHAIR, "Guess by a click on the timeline");
    private final HBox row;

    TypedInput(Workbench workbench, int question, Prediction asked) {
        this.workbench = workbench;
        this.question = question;
        boolean mark = asked.kind() == Prediction.Kind.MARK;
        field.setId("guess-" + question);
        field.setPromptText(mark ? "such as 10 ms" : "a guess");
        field.setAccessibleText("Your guess: " + asked.text().plain());
        field.setPrefColumnCount(6);
        field.setOnAction(event -> submit());
        HBox.setHgrow(field, Priority.ALWAYS);
        Label unit = new Label(asked.unit());
        unit.setMinWidth(Region.USE_PREF_SIZE);
        Button add = new Button("Add");
        add.setId("add-guess-" + question);
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.setOnAction(event -> submit());
        row = new HBox(field);
        row.getStyleClass().add("predict-row");
        row.setAlignment(Pos.CENTER_LEFT);
        if (!asked.unit().isEmpty()) {
            row.getChildren().add(unit);
        }
        row.getChildren().add(add);
        if (mark) {
            pointer.setId("point-" + question);
            pointer.setOnAction(event -> workbench.lessons().point(pointer.isSelected() ? question : LessonState.NONE));
            row.getChildren().add(pointer);
        }
    }

    @Override
    public Node node() {
        return row;
    }

    @Override
    public void show(Prediction prediction) {
        PredictBox.only(row, prediction.progress() == Prediction.Progress.ASKED);
    }

    @Override
    public void pointing(boolean on) {
        pointer.setSelected(on);
    }

    @Override
    public boolean submit() {
        if (field.getText().isBlank()) {
            return true;
        }
        boolean taken = workbench.lessons().guess(question, field.getText());
        if (taken) {
            field.clear();
        } else {
            field.selectAll();
        }
        return taken;
    }
}
