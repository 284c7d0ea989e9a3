package org.coreograph.ui.code;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.coreograph.picture.Palette;
import org.coreograph.viewmodel.code.TaskAtLine;

/** Lies over a text and says at the right end of its lines which tasks are there. */
final class TaskChips extends Region {
    /** More names than this would cover the line. */
    private static final int MOST_CHIPS = 3;

    private final CodeText text;
    private final Map<Integer, HBox> rows = new TreeMap<>();
    /** How much of the right is the scroll bar's. */
    private static final double SCROLL_BAR_PX = 14;

    TaskChips(CodeText text) {
        this.text = text;
        setMouseTransparent(true);
        text.viewportDirtyEvents().subscribe(event -> requestLayout());
    }

    /** Shows tasks at their lines, those that run first. */
    void show(List<TaskAtLine> tasks, Palette palette) {
        rows.clear();
        Map<Integer, List<TaskAtLine>> byLine =
                tasks.stream().collect(Collectors.groupingBy(TaskAtLine::line, TreeMap::new, Collectors.toList()));
        byLine.forEach((line, there) -> rows.put(line, row(there, palette)));
        getChildren().setAll(rows.values());
        requestLayout();
    }

    private static HBox row(List<TaskAtLine> there, Palette palette) {
        List<Node> chips = new ArrayList<>();
        there.stream()
                .sorted(Comparator.comparing((TaskAtLine at) -> !at.running()))
                .limit(MOST_CHIPS)
                .forEach(at -> chips.add(new TaskChip(at, palette)));
        if (there.size() > MOST_CHIPS) {
            chips.add(new TaskChip(there.size() - MOST_CHIPS));
        }
        HBox row = new HBox(3, chips.toArray(Node[]::new));
        row.setAlignment(Pos.CENTER_RIGHT);
        return row;
    }

    @Override
    protected void layoutChildren() {
        boolean onScreen = getScene() != null && getScene().getWindow() != null;
        rows.forEach((line, row) -> {
            Bounds bounds = onScreen
                    ? text.getParagraphBoundsOnScreen(line - 1)
                            .map(this::screenToLocal)
                            .orElse(null)
                    : null;
            row.setVisible(bounds != null);
            if (bounds != null) {
                double width = Math.min(row.prefWidth(-1), getWidth() - SCROLL_BAR_PX);
                double height = row.prefHeight(-1);
                row.resizeRelocate(
                        getWidth() - SCROLL_BAR_PX - width,
                        bounds.getMinY() + (bounds.getHeight() - height) / 2,
                        width,
                        height);
            }
        });
    }
}
