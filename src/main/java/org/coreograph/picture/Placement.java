package org.coreograph.picture;

import java.util.Optional;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.EventSink;
import org.coreograph.timeline.Box;
import org.coreograph.timeline.Viewport;
import org.coreograph.trace.Lane;
import org.coreograph.trace.SpanKind;
import org.coreograph.trace.Trace;

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
                    : Optional.of(moment(rows, spot.lane(), nanos));
        });
    }

    private static Moment moment(RunRows rows, int row, long nanos) {
        RunReport run = rows.run();
        Trace trace = run.trace();
        return switch (rows.kind()) {
            case CORES, GHOST -> onCore(run, trace.coreLane(row), row, nanos);
            case TASKS -> ofTask(run, rows.tasks().get(row), nanos);
        };
    }

    private static Moment onCore(RunReport run, Lane lane, int core, long nanos) {
        int span = lane.at(nanos);
        if (span >= 0) {
            int task = lane.who(span);
            String name = task == EventSink.NONE
                    ? null
                    : run.trace().tasks().get(task).name();
            return new Moment(run, name, lane.kind(span), lane.startNanos(span), lane.endNanos(span), core);
        }
        int next = lane.firstEndingAfter(nanos);
        long from = next == 0 ? 0 : lane.endNanos(next - 1);
        long until = next == lane.size() ? run.endNanos() : lane.startNanos(next);
        return new Moment(run, null, null, from, until, core);
    }

    private static Moment ofTask(RunReport run, int task, long nanos) {
        String name = run.trace().tasks().get(task).name();
        Lane lane = run.trace().taskLane(task);
        int span = lane.at(nanos);
        if (span >= 0) {
            int core = lane.kind(span) == SpanKind.RUNNING ? lane.who(span) : Moment.NO_CORE;
            return new Moment(run, name, lane.kind(span), lane.startNanos(span), lane.endNanos(span), core);
        }
        boolean before = lane.size() == 0 || nanos < lane.startNanos(0);
        long from = before ? 0 : lane.endNanos(lane.size() - 1);
        long until = before && lane.size() > 0 ? lane.startNanos(0) : run.endNanos();
        return new Moment(run, name, null, from, until, Moment.NO_CORE);
    }
}
