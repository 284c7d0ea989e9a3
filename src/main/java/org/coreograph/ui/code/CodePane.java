package org.coreograph.ui.code;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.coreograph.picture.Palette;
import org.coreograph.ui.control.Segments;
import org.coreograph.viewmodel.code.CodeModel;
import org.coreograph.viewmodel.code.CodeState;

/** The program in Java and in Go: one of them, or both beside each other where the window is wide, else both stacked. */
public final class CodePane extends BorderPane {
    /** Lines of code need more room than a lesson, but less than the picture. */
    private static final double SHARE = 0.3;

    private static final double SHARE_OF_BOTH = 0.48;
    private static final double LEAST_PX = 340;
    private static final double MOST_PX = 640;

    /** In a narrower window two texts side by side would leave each other too little. */
    private static final double WIDE_PX = 1700;

    private final JavaPane java;
    private final GoPane go;
    private final SplitPane split = new SplitPane();
    private final Segments<CodeParts> segments = new Segments<>("Code", CodeParts.class, this::choose);
    private CodeParts parts = CodeParts.BOTH;

    /** @param copier takes the text of the twin to the clipboard */
    public CodePane(CodeModel model, Consumer<String> copier) {
        java = new JavaPane(model);
        go = new GoPane(copier);
        getStyleClass().add("code-pane");
        HBox bar = new HBox(segments);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("code-parts");
        setTop(bar);
        setCenter(split);
        split.setId("code-split");
        choose(parts);
    }

    private void choose(CodeParts chosen) {
        parts = chosen;
        segments.show(chosen);
        List<Node> shown = switch (chosen) {
            case JAVA -> List.of(java);
            case GO -> List.of(go);
            case BOTH -> List.of(java, go);
        };
        split.getItems().setAll(shown);
        requestLayout();
    }

    /** Returns how wide this is to be in a window. */
    public double widthPx(double windowPx) {
        boolean beside = parts == CodeParts.BOTH && windowPx >= WIDE_PX;
        split.setOrientation(beside ? Orientation.HORIZONTAL : Orientation.VERTICAL);
        return beside ? windowPx * SHARE_OF_BOTH : Math.clamp(windowPx * SHARE, LEAST_PX, MOST_PX);
    }

    /** Shows the program, and its tasks in their colours. */
    public void show(CodeState state, Palette colours) {
        java.show(state, colours);
        go.show(state);
    }
}
