package org.coreograph.timeline;

import java.util.Arrays;
import org.coreograph.trace.Lane;
import org.coreograph.trace.SpanKind;

/**
 * Where to mark switches that are too thin to see. All of them are marked, or none, so that who counts the ticks counts
 * the switches.
 */
public final class SwitchTicks {
    /** A switch from this wide is drawn to scale, and needs no tick. */
    public static final double VISIBLE_PX = 1;

    /** On average over the axis, ticks aren't closer than this. */
    static final double APART_PX = 4;

    private SwitchTicks() {}

    /** Returns the times of the thin switches in sight, or none where they are too many to tell apart. */
    public static long[] of(Lane lane, Viewport viewport) {
        int most = (int) (viewport.widthPx() / APART_PX);
        long thinNanos = (long) Math.ceil(VISIBLE_PX * viewport.nanosPerPx());
        long[] ticks = new long[most];
        int count = 0;
        int first = lane.firstEndingAfter(viewport.startNanos());
        int seen = lane.firstEndingAfter(viewport.endNanos()) - first;
        // Beyond this many spans no walk is needed: slices alternate with switches.
        if (seen > viewport.widthPx()) {
            return new long[0];
        }
        for (int i = first; i < lane.size() && lane.startNanos(i) < viewport.endNanos(); i++) {
            if (lane.kind(i) == SpanKind.SWITCHING && lane.endNanos(i) - lane.startNanos(i) < thinNanos) {
                if (count == most) {
                    return new long[0];
                }
                ticks[count++] = lane.startNanos(i) + (lane.endNanos(i) - lane.startNanos(i)) / 2;
            }
        }
        return Arrays.copyOf(ticks, count);
    }
}
