package org.coreograph.picture;

import org.coreograph.timeline.Box;
import org.coreograph.timeline.Viewport;

/**
 * Draws stretches of time as bars within a row, from left to right.
 *
 * <p>Bars of a pixel and more have sharp edges, between real pixels. Where two of them are less than a pixel apart they
 * touch, so that rounding shows no gap where there is none to be seen. Bars thinner than a pixel are mixed: a pixel gets
 * the colours of what lies in it, each as much as it covers. They are drawn after the others, which would hide them.
 */
final class Brush {
    /** What covers less of a pixel than this can't be seen. */
    private static final double FAINTEST = 0.02;

    private final Surface surface;
    private final Viewport viewport;
    private final Box row;
    private final double pixel;

    /** Where the last sharp bar ended, as it was and as it was drawn. */
    private double lastEnd = Double.NEGATIVE_INFINITY;

    private double lastRight;

    /** The pixel that is being mixed, counted from the left of the surface, and what was mixed into it. */
    private double column = Double.NEGATIVE_INFINITY;

    private double covered;
    private double red;
    private double green;
    private double blue;

    Brush(Surface surface, Viewport viewport, Box row) {
        this.surface = surface;
        this.viewport = viewport;
        this.row = row;
        this.pixel = surface.realPixelPx();
    }

    /** Returns where a time lies, within the viewport's edges. */
    static double xPx(Viewport viewport, long nanos) {
        return Math.clamp(viewport.xPx(nanos), viewport.leftPx(), viewport.rightPx());
    }

    private double xPx(long nanos) {
        return xPx(viewport, nanos);
    }

    /** Returns whether a stretch is drawn sharp. */
    boolean sharp(long startNanos, long endNanos) {
        return xPx(endNanos) - xPx(startNanos) >= pixel;
    }

    /** Draws a stretch if it is a pixel wide or more, and returns whether it is. */
    boolean bar(long startNanos, long endNanos, Colour colour) {
        double start = xPx(startNanos);
        double end = xPx(endNanos);
        if (end - start < pixel) {
            return false;
        }
        double left = start - lastEnd < pixel ? lastRight : surface.snap(start);
        double right = surface.snap(end);
        surface.fillRect(new Box(left, row.yPx(), right - left, row.heightPx()), colour);
        lastEnd = end;
        lastRight = right;
        return true;
    }

    /** Mixes a stretch thinner than a pixel into the pixels that it covers; {@link #finish} draws the last of them. */
    void thin(long startNanos, long endNanos, Colour colour) {
        double start = xPx(startNanos) / pixel;
        double end = xPx(endNanos) / pixel;
        for (double at = Math.floor(start); at < end; at++) {
            mix(at, Math.min(end, at + 1) - Math.max(start, at), colour);
        }
    }

    private void mix(double at, double share, Colour colour) {
        if (at != column) {
            finish();
            column = at;
        }
        double weight = share * colour.opacity();
        covered += weight;
        red += weight * colour.red();
        green += weight * colour.green();
        blue += weight * colour.blue();
    }

    /** Draws the pixel that was mixed last. */
    void finish() {
        if (covered >= FAINTEST) {
            int rgb = level(red) << 16 | level(green) << 8 | level(blue);
            double last = surface.snap(viewport.rightPx()) - pixel;
            surface.fillRect(
                    new Box(Math.min(column * pixel, last), row.yPx(), pixel, row.heightPx()),
                    new Colour(rgb, Math.min(1, covered)));
        }
        covered = 0;
        red = 0;
        green = 0;
        blue = 0;
    }

    private int level(double sum) {
        return (int) Math.clamp(Math.rint(sum / covered), 0, 255);
    }
}
