package org.coreograph.ui;

import java.util.Locale;
import javafx.scene.control.Label;
import org.coreograph.ui.frame.FrameTimes;

/** How long frames take, for whoever works on the program. */
final class FrameOverlay extends Label {
    private final FrameTimes times;

    FrameOverlay(FrameTimes times) {
        this.times = times;
        getStyleClass().add("frame-overlay");
        setMouseTransparent(true);
        setVisible(false);
    }

    void toggle() {
        setVisible(!isVisible());
    }

    void show(long nowNanos) {
        if (isVisible()) {
            setText(String.format(
                    Locale.ROOT,
                    "%d frames in the last second, %d in all%nhalf take up to %.2f ms, 99 %% up to %.2f ms",
                    times.inTheLastSecond(nowNanos),
                    times.count(),
                    times.percentileNanos(0.5) / 1e6,
                    times.percentileNanos(0.99) / 1e6));
        }
    }
}
