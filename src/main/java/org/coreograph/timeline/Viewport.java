package org.coreograph.timeline;

/**
 * The visible part of a run, and where it lies.
 *
 * @param startNanos the time at the left edge
 * @param endNanos the time at the right edge, after the start
 * @param leftPx the left edge
 * @param widthPx the width, more than 0
 */
public record Viewport(long startNanos, long endNanos, double leftPx, double widthPx) {
    /** Zooming in ends here: a nanosecond is then several pixels wide, and nothing happens within one. */
    public static final long MIN_SPAN_NANOS = 100;

    /** @throws IllegalArgumentException if the range or the width is empty */
    public Viewport {
        if (endNanos <= startNanos || !(widthPx > 0)) {
            throw new IllegalArgumentException(
                    "a viewport can't be empty: " + startNanos + " to " + endNanos + " ns on " + widthPx + " px");
        }
    }

    public long spanNanos() {
        return endNanos - startNanos;
    }

    public double rightPx() {
        return leftPx + widthPx;
    }

    public double nanosPerPx() {
        return spanNanos() / widthPx;
    }

    /** Returns where a time lies; outside the edges for a time that isn't visible. */
    public double xPx(long nanos) {
        return leftPx + (nanos - startNanos) * widthPx / spanNanos();
    }

    /** Returns the time at a place, to the nearest nanosecond. */
    public long nanosAt(double xPx) {
        return startNanos + Math.round((xPx - leftPx) * nanosPerPx());
    }

    /**
     * Returns this viewport with a part of its range, so that the time at a place stays there.
     *
     * @param factor more than 1 to see less time, less than 1 to see more
     */
    public Viewport zoomedAround(double xPx, double factor) {
        long span = Math.max(MIN_SPAN_NANOS, Math.round(spanNanos() / factor));
        double share = (xPx - leftPx) / widthPx;
        long start = startNanos + Math.round(share * (spanNanos() - span));
        return new Viewport(start, start + span, leftPx, widthPx);
    }

    /** Returns this viewport after its content was dragged; to the right shows earlier times. */
    public Viewport panned(double draggedPx) {
        long shift = Math.round(draggedPx * nanosPerPx());
        return new Viewport(startNanos - shift, endNanos - shift, leftPx, widthPx);
    }

    /** Returns this viewport with a whole run in sight. */
    public Viewport ofAll(long lastNanos) {
        return new Viewport(0, Math.max(1, lastNanos), leftPx, widthPx);
    }

    /** Returns this viewport moved, and shortened where it must be, so that it lies between 0 and an end. */
    public Viewport clampedTo(long lastNanos) {
        long last = Math.max(MIN_SPAN_NANOS, lastNanos);
        long span = Math.min(spanNanos(), last);
        long start = Math.clamp(startNanos, 0, last - span);
        return new Viewport(start, start + span, leftPx, widthPx);
    }
}
