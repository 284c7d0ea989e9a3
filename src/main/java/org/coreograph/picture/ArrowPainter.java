package org.coreograph.picture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.coreograph.picture.Surface.Stroke;
import org.coreograph.timeline.Box;
import org.coreograph.timeline.Viewport;
import org.coreograph.trace.Messages;
import org.coreograph.trace.Messages.Message;
import org.coreograph.trace.Trace;
import org.coreograph.trace.Wakes;
import org.jspecify.annotations.Nullable;

/**
 * Draws who woke a task and whom it woke, and where its messages came from and went to, as arrows between rows of tasks. A
 * message that waited in a buffer is a slanted arrow, from when it was sent until it was received.
 */
final class ArrowPainter {
    /** More arrows than this hide what they are about. */
    private static final int MOST = 300;

    private final Surface surface;
    private final Palette palette;
    private final TypeSizes sizes;
    private final Viewport viewport;

    ArrowPainter(Surface surface, Palette palette, TypeSizes sizes, Viewport viewport) {
        this.surface = surface;
        this.palette = palette;
        this.sizes = sizes;
        this.viewport = viewport;
    }

    /**
     * Draws the arrows of a task.
     *
     * @param rows the tasks that have a row, from top to bottom
     * @param boxes returns a row's box
     */
    void paint(Trace trace, int task, List<Integer> rows, IntFunction<Box> boxes) {
        Map<Integer, Box> places = new HashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            places.put(rows.get(row), boxes.apply(row));
        }
        int drawn = 0;
        Wakes wakes = trace.wakes();
        for (int i = 0; i < wakes.size() && drawn < MOST; i++) {
            boolean its = wakes.waker(i) == task || wakes.woken(i) == task;
            if (its && wakes.waker(i) >= 0 && inSight(wakes.atNanos(i), wakes.atNanos(i))) {
                drawn++;
                arrow(
                        places.get(wakes.waker(i)),
                        places.get(wakes.woken(i)),
                        wakes.atNanos(i),
                        wakes.atNanos(i),
                        palette.ink());
            }
        }
        for (Message message : Messages.of(trace, task)) {
            // One that was received as it was sent is the wake-up's arrow.
            boolean waited = message.receivedNanos() > message.sentNanos();
            if (waited && drawn < MOST && inSight(message.sentNanos(), message.receivedNanos())) {
                drawn++;
                arrow(
                        places.get(message.sender()),
                        places.get(message.receiver()),
                        message.sentNanos(),
                        message.receivedNanos(),
                        palette.dealing());
            }
        }
    }

    private boolean inSight(long fromNanos, long untilNanos) {
        return untilNanos >= viewport.startNanos() && fromNanos <= viewport.endNanos();
    }

    private void arrow(@Nullable Box from, @Nullable Box to, long fromNanos, long toNanos, Colour colour) {
        if (from == null || to == null || from.equals(to)) {
            return;
        }
        boolean down = to.yPx() > from.yPx();
        double x1 = viewport.xPx(fromNanos);
        double y1 = down ? from.bottomPx() - from.heightPx() * 0.25 : from.yPx() + from.heightPx() * 0.25;
        double x2 = viewport.xPx(toNanos);
        double y2 = down ? to.yPx() : to.bottomPx();
        double length = Math.hypot(x2 - x1, y2 - y1);
        double head = Math.min(0.55 * sizes.emPx(), length);
        if (length < 1) {
            return;
        }
        double alongX = (x2 - x1) / length;
        double alongY = (y2 - y1) / length;
        double neckX = x2 - alongX * head;
        double neckY = y2 - alongY * head;
        double half = head * 0.45;
        double thick = 1.2 * sizes.strokePx();
        // A pale edge sets it apart from whatever it crosses.
        surface.line(
                x1,
                y1,
                neckX,
                neckY,
                Stroke.solid(3 * thick),
                palette.background().withOpacity(0.75));
        surface.line(x1, y1, neckX, neckY, Stroke.solid(thick), colour);
        surface.fillPolygon(
                colour,
                x2,
                y2,
                neckX - alongY * half,
                neckY + alongX * half,
                neckX + alongY * half,
                neckY - alongX * half);
    }
}
