package org.coreograph.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.coreograph.trace.Lane;
import org.coreograph.trace.SpanKind;

/**
 * Sums over any run of neighbouring spans of a lane, in time that grows with the logarithm of their number.
 *
 * <p>A tree of {@link #FAN} children a node, stored level by level: a node of the lowest level holds the shares of 16
 * neighbouring spans, one above it those of 16 nodes. A sum takes whole nodes where they lie within, from the highest
 * level that fits. Immutable.
 */
final class LaneIndex {
    static final int FAN = 16;

    /** The nodes of a level; the entries of node n lie from {@code offsets[n]} to {@code offsets[n + 1]}. */
    private static final class Level {
        private final int[] offsets;
        private final int[] whos;
        private final byte[] kinds;
        private final long[] lengths;

        Level(int[] offsets, int[] whos, byte[] kinds, long[] lengths) {
            this.offsets = offsets;
            this.whos = whos;
            this.kinds = kinds;
            this.lengths = lengths;
        }

        int nodes() {
            return offsets.length - 1;
        }
    }

    private static final SpanKind[] KINDS = SpanKind.values();

    private final List<Level> levels = new ArrayList<>();

    LaneIndex(Lane lane) {
        for (int nodes = lane.size() / FAN, height = 0; nodes > 0; nodes /= FAN, height++) {
            levels.add(level(lane, height, nodes));
        }
    }

    private Level level(Lane lane, int height, int nodes) {
        int[] offsets = new int[nodes + 1];
        int[] whos = new int[nodes * 4];
        byte[] kinds = new byte[nodes * 4];
        long[] lengths = new long[nodes * 4];
        Shares shares = new Shares();
        int at = 0;
        for (int node = 0; node < nodes; node++) {
            shares.clear();
            addAll(lane, height, node * FAN, (node + 1) * FAN, shares);
            if (at + shares.size() > whos.length) {
                int capacity = whos.length * 2 + shares.size();
                whos = Arrays.copyOf(whos, capacity);
                kinds = Arrays.copyOf(kinds, capacity);
                lengths = Arrays.copyOf(lengths, capacity);
            }
            for (int i = 0; i < shares.size(); i++) {
                whos[at] = shares.who(i);
                kinds[at] = (byte) shares.kind(i).ordinal();
                lengths[at++] = shares.lengthNanos(i);
            }
            offsets[node + 1] = at;
        }
        return new Level(offsets, Arrays.copyOf(whos, at), Arrays.copyOf(kinds, at), Arrays.copyOf(lengths, at));
    }

    /**
     * Adds the shares of the spans from an index to another, which isn't included.
     *
     * @param lane the one that the index was made of; it isn't kept, so that it can be forgotten
     */
    void sum(Lane lane, int from, int to, Shares into) {
        sum(lane, 0, from, to, into);
    }

    /** Sums items of a height: spans at 0, nodes of level h - 1 at h. */
    private void sum(Lane lane, int height, int from, int to, Shares into) {
        int firstNode = Math.ceilDiv(from, FAN);
        int endNode =
                height < levels.size() ? Math.min(to / FAN, levels.get(height).nodes()) : 0;
        if (firstNode >= endNode) {
            addAll(lane, height, from, to, into);
            return;
        }
        addAll(lane, height, from, firstNode * FAN, into);
        sum(lane, height + 1, firstNode, endNode, into);
        addAll(lane, height, endNode * FAN, to, into);
    }

    private void addAll(Lane lane, int height, int from, int to, Shares into) {
        if (height == 0) {
            addSpans(lane, from, to, into);
            return;
        }
        Level level = levels.get(height - 1);
        for (int i = level.offsets[from]; i < level.offsets[to]; i++) {
            into.add(level.whos[i], KINDS[level.kinds[i]], level.lengths[i]);
        }
    }

    static void addSpans(Lane lane, int from, int to, Shares into) {
        for (int i = from; i < to; i++) {
            into.add(lane.who(i), lane.kind(i), lane.endNanos(i) - lane.startNanos(i));
        }
    }
}
