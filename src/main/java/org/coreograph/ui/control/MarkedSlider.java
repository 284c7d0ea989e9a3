package org.coreograph.ui.control;

import javafx.scene.layout.VBox;
import org.coreograph.viewmodel.SliderScale;

/** A slider above the values of its track. */
public final class MarkedSlider extends VBox {
    private final ScaleSlider slider;
    private final ScaleMarks marks;

    public MarkedSlider(ScaleSlider slider) {
        this.slider = slider;
        marks = new ScaleMarks(slider);
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
