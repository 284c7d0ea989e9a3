package org.coreograph.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.Region;
import org.coreograph.viewmodel.SliderScale;

/** The values written below a slider, each under its place on the track; those that would touch are left out. */
final class ScaleMarks extends Region {
    private static final double GAP_PX = 10;

    private final Slider slider;

    private final List<Label> labels = new ArrayList<>();
    private final List<Double> positions = new ArrayList<>();

    /** @param slider as wide as this, above it */
    ScaleMarks(Slider slider) {
        this.slider = slider;
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
        // The track's ends lie half a thumb within the slider.
        Node thumb = slider.lookup(".thumb");
        double inset = thumb == null ? 0 : thumb.getLayoutBounds().getWidth() / 2;
        double track = getWidth() - 2 * inset;
        int every = 1;
        while (every < labels.size() && touch(inset, track, every)) {
            every++;
        }
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            label.setVisible(i % every == 0);
            double width = label.prefWidth(-1);
            label.resizeRelocate(leftPx(inset, track, i, width), 0, width, label.prefHeight(-1));
        }
    }

    private boolean touch(double inset, double track, int every) {
        double right = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < labels.size(); i += every) {
            double width = labels.get(i).prefWidth(-1);
            double left = leftPx(inset, track, i, width);
            if (left < right + GAP_PX) {
                return true;
            }
            right = left + width;
        }
        return false;
    }

    private double leftPx(double inset, double track, int index, double width) {
        double centred = inset + positions.get(index) * track - width / 2;
        return Math.max(0, Math.min(centred, getWidth() - width));
    }
}
