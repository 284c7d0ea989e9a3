package org.coreograph.picture;

import java.util.List;
import org.coreograph.timeline.Layout;
import org.coreograph.timeline.TimeScale;
import org.coreograph.timeline.Viewport;

/**
 * A scene with a place for everything on it. Immutable.
 *
 * @param sections of the layout, in the same order
 */
record PlacedScene(ComparisonScene scene, Layout layout, Viewport viewport, TimeScale scale, List<Section> sections) {

    /**
     * What is in a section of the layout.
     *
     * @param linePx from a line of the heading to the next
     * @param tickPx how high a tick below a lane can be
     */
    record Section(RunRows rows, TextFlow heading, double linePx, SwitchMarks switches, double tickPx) {}

    PlacedScene {
        sections = List.copyOf(sections);
    }
}
