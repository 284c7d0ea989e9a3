package org.coreograph.ui.code;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.coreograph.viewmodel.code.CodeState;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The same program in Go, to be read and to be taken away. */
final class GoPane extends BorderPane {
    private final CodeText text = new CodeText(Highlighter.GO, "The same program in Go");
    private final Button copy = new Button("Copy Go", new FontIcon(Feather.COPY));
    private final VirtualizedScrollPane<CodeText> scroll = new VirtualizedScrollPane<>(text);
    private final Label none = new Label("This program has no twin in Go.");
    private String shown = "";

    /** @param copier takes the text to the clipboard */
    GoPane(Consumer<String> copier) {
        getStyleClass().add("code-pane");
        text.setId("go");
        none.getStyleClass().add("code-note");
        copy.setId("copy-go");
        copy.setOnAction(event -> copier.accept(shown));
        HBox bar = new HBox(copy);
        bar.setAlignment(Pos.CENTER_RIGHT);
        bar.getStyleClass().add("code-bar");
        setBottom(bar);
        copy.setDisable(true);
        setCenter(none);
    }

    /** Shows the twin of the program. */
    void show(CodeState state) {
        if (!state.go().equals(shown)) {
            shown = state.go();
            text.setText(shown, 1);
            copy.setDisable(shown.isEmpty());
            setCenter(shown.isEmpty() ? none : scroll);
        }
    }
}
