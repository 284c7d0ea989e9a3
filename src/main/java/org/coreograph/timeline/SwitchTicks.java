package org.coreograph.timeline;

import java.util.Arrays;
import java.util.Optional;
import org.coreograph.trace.Lane;
import org.coreograph.trace.SpanKind;

/**
 * Where a lane's switches are that are too thin to see. All of them are told, or none, so that who counts ticks counts
 * switches.
 */
public final class SwitchTicks {
    /** A switch from this wide is drawn to scale, and needs no tick. */
    public static final double VISIBLE_PX = 1;

    /** Ticks aren't closer than this, on average over where they are. */
    static final double APART_PX = 4;

    private SwitchTicks() {}

    /** Returns the times of the thin switches in sight; nothing where they are too many to tell apart. */
    public static Optional<long[]> of(Lane lane, Viewport viewport) {
        int first = lane.firstEndingAfter(viewport.startNanos());
        int inSight = lane.firstEndingAfter(viewport.endNanos()) - first;
        // Beyond this many spans no walk is needed: slices alternate with switches.
        if (inSight > viewport.widthPx()) {
            return Optional.empty();
        }
        double thinNanos = VISIBLE_PX * viewport.nanosPerPx();
        long[] ticks = new long[inSight + 1];
        int count = 0;
        for (int i = first; i < lane.size() && lane.startNanos(i) < viewport.endNanos(); i++) {
            long length = lane.endNanos(i) - lane.startNanos(i);
            if (lane.kind(i) == SpanKind.SWITCHING && length < thinNanos) {
                ticks[count++] = lane.startNanos(i) + length / 2;
            }
        }
        double spreadPx = count < 2 ? 0 : (ticks[count - 1] - ticks[0]) / viewport.nanosPerPx();
        return spreadPx < APART_PX * (count - 1) ? Optional.empty() : Optional.of(Arrays.copyOf(ticks, count));
    }
}
