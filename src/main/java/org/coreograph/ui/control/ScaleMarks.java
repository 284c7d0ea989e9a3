package org.coreograph.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.coreograph.viewmodel.SliderScale;

/** The values written below a slider, each under its place on the track; those that would touch are left out. */
final class ScaleMarks extends Region {
    private static final double GAP_PX = 10;

    /** How far the track's ends lie within the slider: half a thumb. */
    private final double insetPx;

    private final List<Label> labels = new ArrayList<>();
    private final List<Double> positions = new ArrayList<>();

    ScaleMarks(double insetPx) {
        this.insetPx = insetPx;
        getStyleClass().add("scale-marks");
        setMouseTransparent(true);
    }

    void show(SliderScale scale) {
        labels.clear();
        positions.clear();
        for (SliderScale.Mark mark : scale.marks()) {
            labels.add(new Label(mark.text()));
            positions.add(scale.position(mark.value()));
        }
        getChildren().setAll(labels);
    }

    @Override
    protected double computePrefHeight(double width) {
        return labels.stream().mapToDouble(label -> label.prefHeight(-1)).max().orElse(0);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double track = getWidth() - 2 * insetPx;
        int every = 1;
        while (every < labels.size() && touch(track, every)) {
            every++;
        }
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            label.setVisible(i % every == 0);
            double width = label.prefWidth(-1);
            label.resizeRelocate(leftPx(track, i, width), 0, width, label.prefHeight(-1));
        }
    }

    private boolean touch(double track, int every) {
        double right = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < labels.size(); i += every) {
            double width = labels.get(i).prefWidth(-1);
            double left = leftPx(track, i, width);
            if (left < right + GAP_PX) {
                return true;
            }
            right = left + width;
        }
        return false;
    }

    private double leftPx(double track, int index, double width) {
        double centred = insetPx + positions.get(index) * track - width / 2;
        return Math.max(0, Math.min(centred, getWidth() - width));
    }
}
