package org.coreograph.timeline;

import java.util.Arrays;
import org.coreograph.trace.SpanKind;

/**
 * What to draw of a lane, as pieces in order of time that don't overlap. Immutable.
 *
 * <p>A piece is either a span as it was, or gathered: all that one task ran within a block of a few pixels, drawn in
 * one. The lengths of the gathered pieces of a block add up to those of its spans, so nothing looks longer than it was.
 */
public final class FoldedLane {
    /** Stands for the task where a gathered piece is of several, or of switches to any. */
    public static final int MANY = -2;

    private static final SpanKind[] KINDS = SpanKind.values();

    private final long[] starts;
    private final long[] ends;
    private final int[] whos;
    private final byte[] kinds;
    private final boolean[] gathered;
    private final int size;

    private FoldedLane(Builder builder) {
        starts = builder.starts;
        ends = builder.ends;
        whos = builder.whos;
        kinds = builder.kinds;
        gathered = builder.gathered;
        size = builder.size;
    }

    public int size() {
        return size;
    }

    public long startNanos(int index) {
        return starts[index];
    }

    public long endNanos(int index) {
        return ends[index];
    }

    /** Returns whose the piece is, as {@link org.coreograph.trace.Lane#who} does, or {@link #MANY}. */
    public int who(int index) {
        return whos[index];
    }

    public SpanKind kind(int index) {
        return KINDS[kinds[index]];
    }

    /** Returns whether the piece was gathered from several spans, so that its place is only about right. */
    public boolean gathered(int index) {
        return gathered[index];
    }

    /** Collects pieces in order. */
    static final class Builder {
        private long[] starts = new long[64];
        private long[] ends = new long[64];
        private int[] whos = new int[64];
        private byte[] kinds = new byte[64];
        private boolean[] gathered = new boolean[64];
        private int size;

        void add(long start, long end, int who, SpanKind kind, boolean isGathered) {
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, size * 2);
                ends = Arrays.copyOf(ends, size * 2);
                whos = Arrays.copyOf(whos, size * 2);
                kinds = Arrays.copyOf(kinds, size * 2);
                gathered = Arrays.copyOf(gathered, size * 2);
            }
            starts[size] = start;
            ends[size] = end;
            whos[size] = who;
            kinds[size] = (byte) kind.ordinal();
            gathered[size++] = isGathered;
        }

        FoldedLane build() {
            return new FoldedLane(this);
        }
    }
}
