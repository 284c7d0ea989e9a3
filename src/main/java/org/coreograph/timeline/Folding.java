package org.coreograph.timeline;

import org.coreograph.trace.Lane;
import org.coreograph.trace.SpanKind;
import org.jspecify.annotations.Nullable;

/**
 * Folds a lane to what can be seen of it.
 *
 * <p>Time is cut into blocks, whose length is a power of two of nanoseconds and at least {@link #MIN_BLOCK_PX} wide.
 * Blocks lie at multiples of their length, wherever the viewport is, so that panning changes none of them, and those of
 * one zoom level lie within those of the next. Spans that begin and end within one block are drawn as they are where
 * they are few; where they are many, all that a task ran within the block is gathered to one piece. Turns too short to
 * see thus stay a fine alternation in which every task has the width of what it ran. A span that reaches over the end
 * of its block is always drawn as it is.
 *
 * <p>How the spans of a block are drawn depends on the lane and the length of the block alone.
 */
public final class Folding {
    /** A block is from this to twice this wide. */
    static final double MIN_BLOCK_PX = 4;

    /** Up to so many spans within a block are drawn as they are. */
    static final int FEW = 4;

    private final Lane lane;
    private final Viewport viewport;
    private final @Nullable LaneIndex index;
    private final int blockBits;
    private final Shares shares = new Shares();
    private final FoldedLane.Builder pieces = new FoldedLane.Builder();

    private Folding(Lane lane, Viewport viewport, @Nullable LaneIndex index) {
        this.lane = lane;
        this.viewport = viewport;
        this.index = index;
        this.blockBits = blockBits(viewport);
    }

    /** Returns what to draw of a lane; pieces at the edges may reach over them by a block. */
    public static FoldedLane fold(Lane lane, Viewport viewport) {
        return fold(lane, viewport, null);
    }

    /** @param index of the same lane, which makes it fast where a block holds many spans */
    static FoldedLane fold(Lane lane, Viewport viewport, @Nullable LaneIndex index) {
        return new Folding(lane, viewport, index).fold();
    }

    /** Returns the length of a block as a power of two of nanoseconds. */
    static int blockBits(Viewport viewport) {
        double wanted = Math.max(1, viewport.nanosPerPx() * MIN_BLOCK_PX);
        return Math.min(62, 64 - Long.numberOfLeadingZeros((long) Math.ceil(wanted) - 1));
    }

    private FoldedLane fold() {
        int i = firstOfBlockBefore(viewport.startNanos());
        while (i < lane.size() && lane.startNanos(i) < viewport.endNanos()) {
            long blockEnd = ((lane.startNanos(i) >> blockBits) + 1) << blockBits;
            int next = firstStartingFrom(blockEnd, i);
            int end = reachesOver(next - 1, blockEnd) ? next - 1 : next;
            addBlock(i, end);
            for (int late = end; late < next; late++) {
                addSpan(late);
            }
            i = next;
        }
        return pieces.build();
    }

    /** A block's last span may reach a little into the next: an eighth of a block is under a pixel. */
    private boolean reachesOver(int span, long blockEnd) {
        return lane.endNanos(span) > blockEnd && lane.endNanos(span) - lane.startNanos(span) > (1L << blockBits) >> 3;
    }

    /** Returns the first span of the block before that of a time, so that no block is seen in part. */
    private int firstOfBlockBefore(long nanos) {
        long blockStart = Math.max(0, (nanos >> blockBits) - 1) << blockBits;
        int first = lane.firstEndingAfter(Math.min(nanos, blockStart));
        // The span that ends after the block's start may have begun before it: it reaches over, and is drawn as it is.
        boolean early = first < lane.size() && lane.startNanos(first) < blockStart;
        if (early && lane.endNanos(first) > viewport.startNanos()) {
            addSpan(first);
        }
        return early ? first + 1 : first;
    }

    /** Returns the first span from an index on that starts at a time or after it, in steps that double. */
    private int firstStartingFrom(long nanos, int from) {
        int step = 1;
        int low = from;
        while (low + step < lane.size() && lane.startNanos(low + step) < nanos) {
            low += step;
            step *= 2;
        }
        int high = Math.min(lane.size(), low + step);
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (lane.startNanos(middle) < nanos) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private void addBlock(int from, int to) {
        if (few(from, to)) {
            for (int i = from; i < to; i++) {
                addSpan(i);
            }
            return;
        }
        shares.clear();
        if (index == null) {
            LaneIndex.addSpans(lane, from, to, shares);
        } else {
            index.sum(lane, from, to, shares);
        }
        shares.sort();
        addShares(lane.startNanos(from));
    }

    private void addShares(long startNanos) {
        long at = startNanos;
        for (int i = 0; i < shares.size(); i++) {
            long end = at + shares.lengthNanos(i);
            pieces.add(at, end, shares.who(i), shares.kind(i), true);
            at = end;
        }
    }

    /** Switches between the turns don't count: they would halve the number of turns that can still be seen. */
    private boolean few(int from, int to) {
        if (to - from > 2 * FEW + 1) {
            return false;
        }
        int count = 0;
        for (int i = from; i < to; i++) {
            count += lane.kind(i) == SpanKind.SWITCHING ? 0 : 1;
        }
        return count <= FEW;
    }

    private void addSpan(int i) {
        pieces.add(lane.startNanos(i), lane.endNanos(i), lane.who(i), lane.kind(i), false);
    }
}
