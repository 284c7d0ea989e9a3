package org.coreograph.timeline;

import org.coreograph.trace.SpanKind;

/**
 * How long each task, and the switches, took within some spans. Up to {@link #CAPACITY} entries are kept apart; what
 * comes after them is added up as {@link FoldedLane#MANY}, so that no length is ever lost.
 */
final class Shares {
    static final int CAPACITY = 12;
    private static final SpanKind[] KINDS = SpanKind.values();

    /** Room for each kind of {@link FoldedLane#MANY} after the entries that are kept apart. */
    private static final int ROOM = CAPACITY + KINDS.length;

    private final int[] whos = new int[ROOM];
    private final byte[] kinds = new byte[ROOM];
    private final long[] lengths = new long[ROOM];
    private int size;

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    int who(int index) {
        return whos[index];
    }

    SpanKind kind(int index) {
        return KINDS[kinds[index]];
    }

    long lengthNanos(int index) {
        return lengths[index];
    }

    /** Adds a stretch. Which task was switched to makes no difference to how a switch looks, so all go together. */
    void add(int who, SpanKind kind, long lengthNanos) {
        int as = kind == SpanKind.SWITCHING ? FoldedLane.MANY : who;
        for (int i = 0; i < size; i++) {
            if (whos[i] == as && kinds[i] == kind.ordinal()) {
                lengths[i] += lengthNanos;
                return;
            }
        }
        if (size >= CAPACITY && as != FoldedLane.MANY) {
            add(FoldedLane.MANY, kind, lengthNanos);
            return;
        }
        whos[size] = as;
        kinds[size] = (byte) kind.ordinal();
        lengths[size++] = lengthNanos;
    }

    /** Puts the entries in an order that depends on nothing but what they are: by task, those of many last. */
    void sort() {
        for (int i = 1; i < size; i++) {
            for (int j = i; j > 0 && before(j, j - 1); j--) {
                swap(j, j - 1);
            }
        }
    }

    private boolean before(int a, int b) {
        return rank(a) < rank(b) || (rank(a) == rank(b) && kinds[a] < kinds[b]);
    }

    private int rank(int index) {
        return whos[index] == FoldedLane.MANY ? Integer.MAX_VALUE : whos[index];
    }

    private void swap(int a, int b) {
        int who = whos[a];
        byte kind = kinds[a];
        long length = lengths[a];
        whos[a] = whos[b];
        kinds[a] = kinds[b];
        lengths[a] = lengths[b];
        whos[b] = who;
        kinds[b] = kind;
        lengths[b] = length;
    }
}
