package org.coreograph.picture;

import org.coreograph.timeline.Box;
import org.coreograph.timeline.Viewport;

/**
 * Draws stretches of time as bars. Edges lie between real pixels, so that they are sharp; a bar thinner than a pixel
 * tints one as much as it would cover of it.
 */
final class Brush {
    /** What covers less of a pixel than this can't be seen. */
    private static final double FAINTEST = 0.02;

    private final Surface surface;
    private final Viewport viewport;

    Brush(Surface surface, Viewport viewport) {
        this.surface = surface;
        this.viewport = viewport;
    }

    /** Returns where a time lies, within the viewport's edges. */
    double xPx(long nanos) {
        return Math.clamp(viewport.xPx(nanos), viewport.leftPx(), viewport.rightPx());
    }

    /** Returns whether a stretch is wide enough to have an edge of its own on both sides. */
    boolean wide(long startNanos, long endNanos) {
        return surface.snap(xPx(endNanos)) > surface.snap(xPx(startNanos));
    }

    /** Draws a stretch as high as a row. */
    void bar(Box row, long startNanos, long endNanos, Colour colour) {
        double x = xPx(startNanos);
        double end = xPx(endNanos);
        double left = surface.snap(x);
        double right = surface.snap(end);
        if (right > left) {
            surface.fillRect(new Box(left, row.yPx(), right - left, row.heightPx()), colour);
            return;
        }
        double pixel = surface.realPixelPx();
        double covered = (end - x) / pixel;
        if (covered >= FAINTEST) {
            double column = Math.min(Math.floor(x / pixel) * pixel, surface.snap(viewport.rightPx()) - pixel);
            surface.fillRect(
                    new Box(column, row.yPx(), pixel, row.heightPx()),
                    colour.withOpacity(colour.opacity() * Math.min(1, covered)));
        }
    }
}
