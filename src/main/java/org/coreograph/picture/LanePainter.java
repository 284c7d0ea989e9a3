package org.coreograph.picture;

import org.coreograph.picture.Surface.Anchor;
import org.coreograph.picture.Surface.Stroke;
import org.coreograph.timeline.Box;
import org.coreograph.timeline.FoldedLane;
import org.coreograph.timeline.LaneFolder;
import org.coreograph.timeline.SwitchTicks;
import org.coreograph.timeline.Viewport;
import org.coreograph.trace.Lane;
import org.coreograph.trace.SpanKind;
import org.coreograph.trace.Trace;

/** Draws what happened on a core, or to a task, within a row. */
final class LanePainter {
    /** From this width a slice has an edge that sets it apart from the one before. */
    private static final double EDGE_FROM_PX = 6;

    private static final double MIN_TEXT_PX = 8;

    private final Surface surface;
    private final Palette palette;
    private final Typeface typeface;
    private final TypeSizes sizes;
    private final LaneFolder folder;
    private final Viewport viewport;
    private final Brush brush;

    LanePainter(
            Surface surface,
            Palette palette,
            Typeface typeface,
            TypeSizes sizes,
            LaneFolder folder,
            Viewport viewport) {
        this.surface = surface;
        this.palette = palette;
        this.typeface = typeface;
        this.sizes = sizes;
        this.folder = folder;
        this.viewport = viewport;
        this.brush = new Brush(surface, viewport);
    }

    /** Draws a core: slices, switches, and hatching where it is idle until a time. */
    void core(Box row, Trace trace, int core, long idleUntilNanos) {
        ground(row, idleUntilNanos);
        FoldedLane folded = folder.fold(trace.coreLane(core), viewport);
        bars(row, folded, false);
        bars(row, folded, true);
        for (int i = 0; i < folded.size(); i++) {
            if (!folded.gathered(i) && folded.kind(i) == SpanKind.RUNNING) {
                double left = brush.xPx(folded.startNanos(i));
                double right = brush.xPx(folded.endNanos(i));
                if (right - left >= EDGE_FROM_PX) {
                    Colour colour = palette.task(folded.who(i));
                    if (i > 0 && folded.endNanos(i - 1) == folded.startNanos(i)) {
                        edge(row, left, colour);
                    }
                    name(row, left, right, trace.tasks().get(folded.who(i)).name(), colour);
                }
            }
        }
    }

    private void ground(Box row, long idleUntilNanos) {
        surface.fillRect(row, palette.laneBackground());
        double right = surface.snap(brush.xPx(idleUntilNanos));
        if (row.heightPx() >= sizes.emPx() * 0.5 && right > row.xPx()) {
            surface.hatch(
                    new Box(row.xPx(), row.yPx(), right - row.xPx(), row.heightPx()),
                    sizes.emPx() * 0.6,
                    sizes.strokePx(),
                    palette.hatch());
        }
    }

    /** Thin pieces come after wide ones, which would cover the pixels that they tint. */
    private void bars(Box row, FoldedLane folded, boolean thin) {
        for (int i = 0; i < folded.size(); i++) {
            if (brush.wide(folded.startNanos(i), folded.endNanos(i)) != thin) {
                brush.bar(row, folded.startNanos(i), folded.endNanos(i), colour(folded, i));
            }
        }
    }

    private Colour colour(FoldedLane folded, int index) {
        return switch (folded.kind(index)) {
            case RUNNING -> folded.who(index) == FoldedLane.MANY ? palette.several() : palette.task(folded.who(index));
            case SWITCHING -> palette.switching();
            case READY, SLEEPING, JOINING, BLOCKED -> palette.laneBackground();
        };
    }

    private void edge(Box row, double xPx, Colour colour) {
        surface.fillRect(
                new Box(surface.snap(xPx), row.yPx(), surface.realPixelPx(), row.heightPx()),
                Palette.textOn(colour).over(colour, 0.35));
    }

    /** Writes a task's name into its slice: whole, else its initials, else nothing. */
    private void name(Box row, double leftPx, double rightPx, String name, Colour ground) {
        TextStyle style = TextStyle.medium(Math.min(1.05 * sizes.emPx(), row.heightPx() * 0.66));
        if (style.sizePx() < MIN_TEXT_PX) {
            return;
        }
        double padding = style.sizePx() * 0.3;
        double room = rightPx - leftPx - 2 * padding;
        String shown = name;
        if (typeface.widthPx(shown, style) > room) {
            shown = RunWords.initials(name);
            if (shown.isEmpty() || typeface.widthPx(shown, style) > room) {
                return;
            }
        }
        double baseline = TypeSizes.baseline(row.yPx() + row.heightPx() / 2, style);
        boolean wide = room > 5 * sizes.emPx();
        surface.text(
                shown,
                wide ? leftPx + 2 * padding : (leftPx + rightPx) / 2,
                baseline,
                wide ? Anchor.START : Anchor.MIDDLE,
                style,
                Palette.textOn(ground));
    }

    /** Draws a core of the run before, in greys. */
    void ghost(Box row, Trace trace, int core) {
        surface.fillRect(row, palette.laneBackground());
        FoldedLane folded = folder.fold(trace.coreLane(core), viewport);
        for (int i = 0; i < folded.size(); i++) {
            if (folded.kind(i) == SpanKind.RUNNING) {
                Colour colour = folded.who(i) == FoldedLane.MANY ? palette.several() : palette.ghost(folded.who(i));
                brush.bar(row, folded.startNanos(i), folded.endNanos(i), colour);
            }
        }
    }

    /** Draws ticks below a core's row where it switched, if the switches are thin and not too many. */
    void ticks(Box row, Lane lane, double heightPx) {
        double width = Math.max(surface.realPixelPx(), surface.snap(sizes.strokePx()));
        for (long nanos : SwitchTicks.of(lane, viewport)) {
            double x = surface.snap(brush.xPx(nanos) - width / 2);
            surface.fillRect(new Box(x, row.bottomPx(), width, heightPx), palette.ink());
        }
    }

    /** Marks the end of a failed task with a cross. */
    void failure(Box row, long nanos) {
        double half = Math.clamp(row.heightPx() * 0.28, 2, sizes.emPx() * 0.5);
        double x = Math.clamp(brush.xPx(nanos), row.xPx() + half, row.rightPx() - half);
        double y = row.yPx() + row.heightPx() / 2;
        cross(x, y, half, new Stroke(half * 1.1, 0), palette.background());
        cross(x, y, half * 0.85, new Stroke(half * 0.55, 0), palette.alarm());
    }

    private void cross(double x, double y, double half, Stroke stroke, Colour colour) {
        surface.line(x - half, y - half, x + half, y + half, stroke, colour);
        surface.line(x - half, y + half, x + half, y - half, stroke, colour);
    }

    /**
     * Draws a task as it is seen through the time lens: stretches in which it seems to run, as opaque as the share of
     * them in which it does, above the slices it really ran.
     */
    void seen(Box row, Trace trace, int task, Stretches stretches) {
        surface.fillRect(row, palette.laneBackground());
        Colour colour = palette.task(task);
        double truthPx = row.heightPx() >= MIN_TEXT_PX ? Math.max(2, surface.snap(row.heightPx() * 0.24)) : 0;
        Box above = new Box(row.xPx(), row.yPx(), row.widthPx(), row.heightPx() - truthPx);
        int i = stretches.firstEndingAfter(task, viewport.startNanos());
        while (i < stretches.end(task) && stretches.startNanos(i) < viewport.endNanos()) {
            long start = stretches.startNanos(i);
            long ran = 0;
            long end = start;
            // Stretches thinner than a pixel are drawn together, as opaque as the share that ran.
            do {
                ran += stretches.ranNanos(i);
                end = stretches.endNanos(i++);
            } while (!brush.wide(start, end) && i < stretches.end(task));
            stretch(above, start, end, colour.withOpacity(Math.min(1, (double) ran / (end - start))));
        }
        if (truthPx > 0) {
            truth(new Box(row.xPx(), row.bottomPx() - truthPx, row.widthPx(), truthPx), trace, task, colour);
            pace(above, stretches, task, colour);
        }
    }

    private void stretch(Box row, long startNanos, long endNanos, Colour colour) {
        brush.bar(row, startNanos, endNanos, colour);
    }

    private void truth(Box row, Trace trace, int task, Colour colour) {
        FoldedLane folded = folder.fold(trace.taskLane(task), viewport);
        for (int i = 0; i < folded.size(); i++) {
            if (folded.kind(i) == SpanKind.RUNNING) {
                brush.bar(row, folded.startNanos(i), folded.endNanos(i), colour);
            }
        }
    }

    private void pace(Box row, Stretches stretches, int task, Colour colour) {
        TextStyle style = TextStyle.medium(Math.min(1.05 * sizes.emPx(), row.heightPx() * 0.66));
        int first = stretches.firstEndingAfter(task, viewport.startNanos());
        if (style.sizePx() < MIN_TEXT_PX || first == stretches.end(task)) {
            return;
        }
        double left = brush.xPx(stretches.startNanos(first));
        double right = brush.xPx(stretches.endNanos(first));
        double pace = stretches.pace(task);
        String text = "pace " + Math.round(100 * pace) + " %";
        if (typeface.widthPx(text, style) + style.sizePx() <= right - left) {
            double length = stretches.endNanos(first) - stretches.startNanos(first);
            double opacity = Math.min(1, stretches.ranNanos(first) / length);
            surface.text(
                    text,
                    left + style.sizePx() * 0.6,
                    TypeSizes.baseline(row.yPx() + row.heightPx() / 2, style),
                    Anchor.START,
                    style,
                    Palette.textOn(colour.over(palette.laneBackground(), opacity)));
        }
    }
}
