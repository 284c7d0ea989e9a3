package org.coreograph.ui.control;

import javafx.scene.layout.VBox;
import org.coreograph.viewmodel.SliderScale;

/** A slider above the values of its track. */
public final class MarkedSlider extends VBox {
    private final ScaleSlider slider;
    private final ScaleMarks marks;

    /** @param thumbPx how wide the slider's thumb is, which its style decides */
    public MarkedSlider(ScaleSlider slider, double thumbPx) {
        this.slider = slider;
        marks = new ScaleMarks(thumbPx / 2);
        marks.show(slider.scale());
        setFillWidth(true);
        getChildren().addAll(slider, marks);
    }

    public ScaleSlider slider() {
        return slider;
    }

    /** Changes the scale, with its marks. */
    public void setScale(SliderScale scale) {
        slider.setScale(scale);
        marks.show(scale);
    }
}
