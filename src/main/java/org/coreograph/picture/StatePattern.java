package org.coreograph.picture;

import org.coreograph.picture.Surface.Stroke;
import org.coreograph.timeline.Box;
import org.coreograph.trace.SpanKind;

/**
 * How the states of tasks look. Each has a pattern of its own, so that they are told apart in grey print too: running is
 * filled, ready is hatched, blocked is dotted, waiting for a device is two lines, sleeping a dashed line, and waiting for
 * others to finish a thin line.
 */
final class StatePattern {
    /** What is thinner than this shows its colour and no pattern. */
    private static final double PATTERN_FROM_PX = 3;

    private static final double GROUND_OPACITY = 0.16;
    private static final double FAINT_OPACITY = 0.35;

    private final Surface surface;
    private final double spacingPx;
    private final double strokePx;

    /** @param emPx the size of the type, by which patterns go */
    StatePattern(Surface surface, double emPx) {
        this.surface = surface;
        this.spacingPx = emPx * 0.5;
        this.strokePx = Math.max(surface.realPixelPx(), emPx / 13);
    }

    /**
     * Draws a stretch of a state.
     *
     * @param fill the colour of what is filled
     * @param line the colour of lines and dots, which can be seen on a pale ground of the other
     */
    void draw(Box box, SpanKind kind, Colour fill, Colour line) {
        if (box.widthPx() <= 0) {
            return;
        }
        double middle = box.yPx() + box.heightPx() / 2;
        boolean patterned = box.widthPx() >= PATTERN_FROM_PX && box.heightPx() >= PATTERN_FROM_PX;
        switch (kind) {
            case RUNNING -> surface.fillRect(box, fill);
            case READY -> {
                surface.fillRect(box, fill.withOpacity(patterned ? GROUND_OPACITY : FAINT_OPACITY));
                if (patterned) {
                    surface.hatch(box, spacingPx, strokePx, line);
                }
            }
            case BLOCKED -> {
                surface.fillRect(box, fill.withOpacity(GROUND_OPACITY));
                if (patterned) {
                    surface.dots(box, spacingPx, 1.9 * strokePx, line);
                }
            }
            case IO -> {
                double away = Math.max(strokePx, box.heightPx() * 0.16);
                surface.line(box.xPx(), middle - away, box.rightPx(), middle - away, Stroke.solid(strokePx), line);
                surface.line(box.xPx(), middle + away, box.rightPx(), middle + away, Stroke.solid(strokePx), line);
            }
            case SLEEPING ->
                surface.line(box.xPx(), middle, box.rightPx(), middle, new Stroke(strokePx * 1.5, strokePx * 3), line);
            case JOINING -> surface.line(box.xPx(), middle, box.rightPx(), middle, Stroke.solid(strokePx), line);
            case SWITCHING, OFF -> throw new IllegalStateException("a task is never " + kind);
        }
    }
}
