package org.coreograph.scheduler;

/**
 * Run time divided by weight: whole nanoseconds, and a fraction of one in units that every usual weight divides (those
 * up to 16, and round ones such as 100, 1,000 and 1,024), so that nothing is rounded for them.
 */
record VirtualTime(long nanos, long fraction) implements Comparable<VirtualTime> {
    static final VirtualTime ZERO = new VirtualTime(0, 0);

    /** How many units are a nanosecond: less than 2^32, so that the product with a weight is a long. */
    private static final long UNITS = 1_024L * 27 * 125 * 7 * 11 * 13;

    /** Returns the time that it is after a task of a weight ran for a time. */
    VirtualTime after(long ranNanos, long weight) {
        long whole = nanos + ranNanos / weight;
        long units = fraction + ranNanos % weight * UNITS / weight;
        return units < UNITS ? new VirtualTime(whole, units) : new VirtualTime(whole + 1, units - UNITS);
    }

    @Override
    public int compareTo(VirtualTime other) {
        int order = Long.compare(nanos, other.nanos);
        return order == 0 ? Long.compare(fraction, other.fraction) : order;
    }
}
