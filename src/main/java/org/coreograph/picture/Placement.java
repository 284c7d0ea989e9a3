package org.coreograph.picture;

import java.util.Optional;
import java.util.OptionalInt;
import org.coreograph.analysis.RunReport;
import org.coreograph.timeline.Box;
import org.coreograph.timeline.Layout;
import org.coreograph.timeline.Viewport;

/** Where a scene was drawn, so that a place can be asked what is there. Immutable. */
public final class Placement {
    private final PlacedScene placed;

    Placement(PlacedScene placed) {
        this.placed = placed;
    }

    /** Returns the time axis, in pixels of what was drawn on. */
    public Viewport viewport() {
        return placed.viewport();
    }

    /** Returns where the time axis is labelled. */
    public Box axis() {
        return placed.layout().axis();
    }

    /** Returns what is at a place, or nothing outside of lanes and where a run doesn't reach. */
    public Optional<Moment> at(double xPx, double yPx) {
        long nanos = placed.viewport().nanosAt(xPx);
        return placed.layout().at(xPx, yPx).flatMap(spot -> {
            RunRows rows = placed.sections().get(spot.section()).rows();
            return nanos < 0 || nanos >= rows.run().endNanos()
                    ? Optional.empty()
                    : Optional.of(rows.moment(spot.lane(), nanos));
        });
    }

    /** Returns the task whose slice or row is at a place, if there is one. */
    public OptionalInt taskAt(double xPx, double yPx) {
        Optional<Layout.Spot> spot = placed.layout().at(xPx, yPx);
        if (spot.isEmpty()) {
            return OptionalInt.empty();
        }
        RunRows rows = placed.sections().get(spot.get().section()).rows();
        return rows.taskAt(spot.get().lane(), placed.viewport().nanosAt(xPx));
    }

    /** A time of a task in a run. */
    public record Slice(RunReport run, int task, long nanos) {}

    /** Returns which task of which run is at a place, and at what time, if there is one. */
    public Optional<Slice> sliceAt(double xPx, double yPx) {
        long nanos = placed.viewport().nanosAt(xPx);
        OptionalInt task = taskAt(xPx, yPx);
        return task.isEmpty()
                ? Optional.empty()
                : placed.layout()
                        .at(xPx, yPx)
                        .map(spot -> new Slice(
                                placed.sections().get(spot.section()).rows().run(), task.getAsInt(), nanos));
    }
}
