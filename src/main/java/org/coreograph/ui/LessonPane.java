package org.coreograph.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.coreograph.viewmodel.ProgramCard;
import org.coreograph.viewmodel.Workbench;
import org.coreograph.viewmodel.WorkbenchState;
import org.jspecify.annotations.Nullable;

/** The lesson of the program: its parameters, what is seen, a question to answer first, and things to try. */
final class LessonPane extends ScrollPane {
    private final VBox content = new VBox();
    private final ParameterForm parameters;
    private @Nullable ProgramCard shown;

    LessonPane(Workbench workbench) {
        parameters = new ParameterForm(workbench);
        content.getStyleClass().add("lesson");
        getStyleClass().addAll("side-pane", "lesson-pane");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setAccessibleText("Lesson");
    }

    void show(WorkbenchState state) {
        parameters.show(state.setup());
        if (!state.setup().program().equals(shown)) {
            shown = state.setup().program();
            fill(shown);
        }
    }

    private void fill(ProgramCard card) {
        List<Node> children = new ArrayList<>();
        children.add(text(card.title(), "lesson-title"));
        children.add(parameters);
        for (String paragraph : card.text().split("\n\n")) {
            children.add(text(paragraph, "lesson-text"));
        }
        children.add(new PredictBox(card.predict(), card.answer()));
        children.add(text("Try", "lesson-heading"));
        for (String line : card.tries()) {
            children.add(text("•  " + line, "lesson-text"));
        }
        content.getChildren().setAll(children);
        setVvalue(0);
    }

    private static Label text(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
