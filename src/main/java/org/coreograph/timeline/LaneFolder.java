package org.coreograph.timeline;

import java.util.Map;
import java.util.WeakHashMap;
import org.coreograph.trace.Lane;
import org.jspecify.annotations.Nullable;

/**
 * Folds lanes, and remembers: the same lane in the same viewport is folded once, and a long lane that is looked at
 * again gets an index. Lanes that nobody else holds are forgotten. Not thread-safe.
 */
public final class LaneFolder {
    /** Below this an index saves nothing. */
    private static final int LONG_LANE = 8_192;

    private final Map<Lane, Remembered> lanes = new WeakHashMap<>();

    /** What is known of a lane; it must not hold the lane itself, which would then never be forgotten. */
    private record Remembered(
            Viewport viewport, FoldedLane folded, @Nullable LaneIndex index) {}

    /** Returns what to draw of a lane, as {@link Folding#fold(Lane, Viewport)} does. */
    public FoldedLane fold(Lane lane, Viewport viewport) {
        Remembered last = lanes.get(lane);
        if (last != null && last.viewport.equals(viewport)) {
            return last.folded;
        }
        LaneIndex index = last == null || lane.size() < LONG_LANE ? null : last.index;
        if (index == null && last != null && lane.size() >= LONG_LANE) {
            index = new LaneIndex(lane);
        }
        FoldedLane folded = Folding.fold(lane, viewport, index);
        lanes.put(lane, new Remembered(viewport, folded, index));
        return folded;
    }
}
