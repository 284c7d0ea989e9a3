package org.coreograph.engine;

/** A set of cores, read from the lowest. */
final class CoreSet {
    private final long[] words;
    private int size;

    CoreSet(int cores) {
        words = new long[(cores + 63) / 64];
    }

    void add(int core) {
        long bit = 1L << core;
        if ((words[core >> 6] & bit) == 0) {
            words[core >> 6] |= bit;
            size++;
        }
    }

    void remove(int core) {
        long bit = 1L << core;
        if ((words[core >> 6] & bit) != 0) {
            words[core >> 6] &= ~bit;
            size--;
        }
    }

    boolean contains(int core) {
        return (words[core >> 6] & 1L << core) != 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    /** Returns the lowest core; there must be one. */
    int lowest() {
        int word = 0;
        while (words[word] == 0) {
            word++;
        }
        return (word << 6) + Long.numberOfTrailingZeros(words[word]);
    }

    /** Takes out the lowest core; there must be one. */
    int takeLowest() {
        int word = 0;
        while (words[word] == 0) {
            word++;
        }
        int core = (word << 6) + Long.numberOfTrailingZeros(words[word]);
        words[word] &= words[word] - 1;
        size--;
        return core;
    }
}
