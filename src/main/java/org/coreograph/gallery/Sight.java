package org.coreograph.gallery;

import java.util.Optional;
import java.util.OptionalLong;
import org.coreograph.model.EventSink;

/**
 * What of the runs is in sight. Immutable.
 *
 * @param playheadNanos where the playhead is; empty for where it is at first
 * @param zoom the part of time that is shown; empty for all there is
 * @param lensNanos the width of the time lens; 0 for none
 * @param byTask whether each task has a row, rather than each core
 * @param task the number of the selected task, or {@link EventSink#NONE}
 */
public record Sight(OptionalLong playheadNanos, Optional<Zoom> zoom, long lensNanos, boolean byTask, int task) {
    /** All there is, a row a core. */
    public static final Sight ALL = new Sight(OptionalLong.empty(), Optional.empty(), 0, false, EventSink.NONE);

    /** A part of time; its end is after its start. */
    public record Zoom(long startNanos, long endNanos) {}

    public Sight withPlayhead(long nanos) {
        return new Sight(OptionalLong.of(nanos), zoom, lensNanos, byTask, task);
    }

    public Sight withZoom(Zoom part) {
        return new Sight(playheadNanos, Optional.of(part), lensNanos, byTask, task);
    }

    public Sight withLens(long nanos) {
        return new Sight(playheadNanos, zoom, nanos, byTask, task);
    }

    public Sight withByTask(boolean rowsOfTasks) {
        return new Sight(playheadNanos, zoom, lensNanos, rowsOfTasks, task);
    }

    public Sight withTask(int number) {
        return new Sight(playheadNanos, zoom, lensNanos, byTask, number);
    }
}
