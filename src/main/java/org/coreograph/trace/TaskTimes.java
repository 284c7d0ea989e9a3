package org.coreograph.trace;

/**
 * When a task did what, in nanoseconds; {@link #NEVER} for what didn't happen.
 *
 * @param slices dispatches, those without length included
 * @param switches slices before which its core paid for a switch to it
 * @param migrations slices that began on another core than the one before
 */
public record TaskTimes(
        long arrivalNanos,
        long firstRunNanos,
        long finishNanos,
        boolean failed,
        int slices,
        int switches,
        int migrations) {
    public static final long NEVER = -1;
}
