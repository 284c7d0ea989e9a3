package org.coreograph.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coreograph.picture.RunWords.Marks;
import org.coreograph.timeline.SwitchTicks;
import org.coreograph.timeline.Viewport;
import org.coreograph.trace.Lane;
import org.coreograph.trace.SpanKind;
import org.coreograph.trace.Trace;

/**
 * How the switches of a run are drawn.
 *
 * @param ticks the times at which ticks are drawn, core by core; empty where none are drawn on any
 */
record SwitchMarks(Marks marks, List<long[]> ticks) {
    static final SwitchMarks NONE = new SwitchMarks(Marks.NONE, List.of());

    /**
     * Decides how to draw them. Ticks are drawn below all lanes of a run or below none.
     *
     * @param room whether there is room for ticks below lanes
     */
    static SwitchMarks of(Trace trace, Viewport viewport, boolean room) {
        boolean scale = false;
        for (int core = 0; core < trace.cores() && !scale; core++) {
            scale = switchInSight(trace.coreLane(core), viewport);
        }
        Optional<List<long[]>> ticks = room ? ticks(trace, viewport) : Optional.empty();
        if (ticks.isEmpty()) {
            return new SwitchMarks(scale ? Marks.SCALE_OR_NONE : Marks.NONE, List.of());
        }
        boolean any = ticks.get().stream().anyMatch(some -> some.length > 0);
        Marks both = any ? Marks.TICKS_OR_SCALE : Marks.SCALE;
        return new SwitchMarks(scale ? both : Marks.TICKS, ticks.get());
    }

    private static Optional<List<long[]>> ticks(Trace trace, Viewport viewport) {
        List<long[]> ticks = new ArrayList<>();
        for (int core = 0; core < trace.cores(); core++) {
            Optional<long[]> some = SwitchTicks.of(trace.coreLane(core), viewport);
            if (some.isEmpty()) {
                return Optional.empty();
            }
            ticks.add(some.get());
        }
        return Optional.of(ticks);
    }

    private static boolean switchInSight(Lane lane, Viewport viewport) {
        double wide = SwitchTicks.VISIBLE_PX * viewport.nanosPerPx();
        int first = lane.firstEndingAfter(viewport.startNanos());
        // Where very many spans are in sight, the first of them are told from: the note speaks of what is common.
        int last = (int) Math.min(lane.size(), first + 2 * viewport.widthPx());
        for (int i = first; i < last && lane.startNanos(i) < viewport.endNanos(); i++) {
            if (lane.kind(i) == SpanKind.SWITCHING && lane.endNanos(i) - lane.startNanos(i) >= wide) {
                return true;
            }
        }
        return false;
    }
}
