package org.coreograph.picture;

import java.util.function.IntFunction;
import org.coreograph.picture.Surface.Anchor;
import org.coreograph.picture.Surface.Stroke;
import org.coreograph.timeline.Box;
import org.coreograph.timeline.FoldedLane;
import org.coreograph.timeline.LaneFolder;
import org.coreograph.timeline.Viewport;
import org.coreograph.trace.SpanKind;
import org.coreograph.trace.Trace;
import org.jspecify.annotations.Nullable;

/** Draws what happened on a core, or to a task, within a row. */
final class LanePainter {
    /** From this width a slice has a name, and an edge that sets it apart from one of the same colour before it. */
    private static final double EDGE_FROM_PX = 6;

    /** From this width there is room for a word beside the cross. */
    private static final double OFF_NAMED_FROM_EM = 6;

    /** Smaller type than this isn't set. */
    static final double MIN_TEXT_PX = 8;

    /** Names shrink to this share of their usual size, to fit their slices. */
    private static final double SMALLEST = 0.7;

    /** The lines of hatching go on from lane to lane, so that thin lanes show it together. */
    private static final double LEAST_HATCHED_PX = 2;

    private final Surface surface;
    private final Palette palette;
    private final Typeface typeface;
    private final TypeSizes sizes;
    private final LaneFolder folder;
    private final Viewport viewport;

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
    }

    /** Draws a core: slices, switches, where it was off, and hatching where it is idle until a time. */
    void core(Box row, Trace trace, int core, long idleUntilNanos) {
        ground(row, idleUntilNanos);
        FoldedLane folded = folder.fold(trace.coreLane(core), viewport);
        bars(row, folded, i -> colour(folded, i));
        off(row, folded);
        double lastEnd = Double.NEGATIVE_INFINITY;
        Colour last = null;
        for (int i = 0; i < folded.size(); i++) {
            if (!folded.gathered(i) && folded.kind(i) == SpanKind.RUNNING) {
                double left = xPx(folded.startNanos(i));
                double right = xPx(folded.endNanos(i));
                if (right - left >= EDGE_FROM_PX) {
                    Colour colour = palette.task(folded.who(i));
                    if (left - lastEnd < EDGE_FROM_PX && colour.equals(last)) {
                        edge(row, left, colour);
                    }
                    lastEnd = right;
                    last = colour;
                    name(row, left, right, trace.tasks().get(folded.who(i)).name(), colour);
                }
            }
        }
    }

    private void ground(Box row, long idleUntilNanos) {
        surface.fillRect(row, palette.laneBackground());
        double right = surface.snap(xPx(idleUntilNanos));
        if (row.heightPx() >= LEAST_HATCHED_PX && right > row.xPx()) {
            surface.hatch(
                    new Box(row.xPx(), row.yPx(), right - row.xPx(), row.heightPx()),
                    sizes.emPx() * 0.6,
                    sizes.strokePx(),
                    palette.hatch());
        }
    }

    /** Draws the pieces of a lane that have a colour. */
    void bars(Box row, FoldedLane folded, IntFunction<@Nullable Colour> colours) {
        Brush brush = new Brush(surface, viewport, row);
        boolean thin = false;
        for (int i = 0; i < folded.size(); i++) {
            Colour colour = colours.apply(i);
            thin |= colour != null && !brush.bar(folded.startNanos(i), folded.endNanos(i), colour);
        }
        for (int i = 0; thin && i < folded.size(); i++) {
            Colour colour = colours.apply(i);
            if (colour != null && !brush.sharp(folded.startNanos(i), folded.endNanos(i))) {
                brush.thin(folded.startNanos(i), folded.endNanos(i), colour);
            }
        }
        brush.finish();
    }

    private double xPx(long nanos) {
        return Brush.xPx(viewport, nanos);
    }

    private @Nullable Colour colour(FoldedLane folded, int index) {
        return switch (folded.kind(index)) {
            case RUNNING -> folded.who(index) == FoldedLane.MANY ? palette.several() : palette.task(folded.who(index));
            case SWITCHING -> palette.switching();
            case OFF -> palette.background();
            case READY, SLEEPING, IO, JOINING, BLOCKED -> null;
        };
    }

    /** Crosses out the stretches in which a core was off, over the empty ground, and says so where there is room. */
    private void off(Box row, FoldedLane folded) {
        Stroke stroke = Stroke.solid(sizes.strokePx());
        for (int i = 0; i < folded.size(); i++) {
            double left = xPx(folded.startNanos(i));
            double right = xPx(folded.endNanos(i));
            if (folded.kind(i) == SpanKind.OFF && right - left >= EDGE_FROM_PX) {
                Box box = new Box(left, row.yPx(), right - left, row.heightPx());
                surface.strokeRect(box, stroke, palette.mutedInk());
                surface.line(left, row.yPx(), right, row.bottomPx(), stroke, palette.mutedInk());
                surface.line(left, row.bottomPx(), right, row.yPx(), stroke, palette.mutedInk());
                if (right - left >= OFF_NAMED_FROM_EM * sizes.emPx()) {
                    name(row, left, right, "off", palette.background());
                }
            }
        }
    }

    private void edge(Box row, double xPx, Colour colour) {
        surface.fillRect(
                new Box(surface.snap(xPx), row.yPx(), surface.realPixelPx(), row.heightPx()),
                Palette.textOn(colour).over(colour, 0.35));
    }

    /** Writes a task's name into its slice: whole, else its initials, else nothing. */
    void name(Box row, double leftPx, double rightPx, String name, Colour ground) {
        double usual = Math.min(1.05 * sizes.emPx(), row.heightPx() * 0.66);
        double most = Math.max(usual, Math.min(row.heightPx() * 0.3, 1.3 * sizes.emPx()));
        double least = Math.max(MIN_TEXT_PX, SMALLEST * usual);
        double room = rightPx - leftPx - 0.4 * usual;
        String shown = name;
        double size = fitting(shown, most, room);
        if (size < least) {
            shown = RunWords.initials(name);
            size = fitting(shown, most, room);
        }
        if (shown.isEmpty() || size < least) {
            return;
        }
        TextStyle style = TextStyle.medium(size);
        double baseline = TypeSizes.baseline(row.yPx() + row.heightPx() / 2, style);
        boolean wide = room > 5 * sizes.emPx();
        surface.text(
                shown,
                wide ? leftPx + 0.6 * sizes.emPx() : (leftPx + rightPx) / 2,
                baseline,
                wide ? Anchor.START : Anchor.MIDDLE,
                style,
                Palette.textOn(ground));
    }

    double widthPx(String text, TextStyle style) {
        return typeface.widthPx(text, style);
    }

    /** Returns the size at which a text fits, at most as large as wanted. */
    private double fitting(String text, double mostPx, double roomPx) {
        double width = typeface.widthPx(text, TextStyle.medium(mostPx));
        return width <= roomPx ? mostPx : mostPx * roomPx / width;
    }

    /** Draws a core of the run before, in greys. */
    void ghost(Box row, Trace trace, int core) {
        surface.fillRect(row, palette.laneBackground());
        FoldedLane folded = folder.fold(trace.coreLane(core), viewport);
        bars(row, folded, i -> ghostColour(folded, i));
    }

    private @Nullable Colour ghostColour(FoldedLane folded, int index) {
        if (folded.kind(index) != SpanKind.RUNNING) {
            return null;
        }
        return folded.who(index) == FoldedLane.MANY ? palette.several() : palette.ghost(folded.who(index));
    }

    /** Draws ticks below a core's row, at the times of its switches. */
    void ticks(Box row, long[] ticks, double heightPx) {
        double width = Math.max(surface.realPixelPx(), surface.snap(sizes.strokePx()));
        for (long nanos : ticks) {
            double x = surface.snap(xPx(nanos) - width / 2);
            surface.fillRect(new Box(x, row.bottomPx(), width, heightPx), palette.ink());
        }
    }

    /** Marks the end of a failed task with a cross. */
    void failure(Box row, long nanos) {
        double half = Math.clamp(row.heightPx() * 0.28, 2, sizes.emPx() * 0.5);
        double x = Math.clamp(xPx(nanos), row.xPx() + half, row.rightPx() - half);
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
        Brush brush = new Brush(surface, viewport, above);
        int i = stretches.firstEndingAfter(task, viewport.startNanos());
        while (i < stretches.end(task) && stretches.startNanos(i) < viewport.endNanos()) {
            long start = stretches.startNanos(i);
            long ran = 0;
            long end = start;
            // Stretches thinner than a pixel are drawn together, as opaque as the share that ran.
            do {
                ran += stretches.ranNanos(i);
                end = stretches.endNanos(i++);
            } while (!brush.sharp(start, end) && i < stretches.end(task));
            Colour seen = colour.withOpacity(Math.min(1, (double) ran / (end - start)));
            if (!brush.bar(start, end, seen)) {
                brush.thin(start, end, seen);
                brush.finish();
            }
        }
        if (truthPx > 0) {
            Box below = new Box(row.xPx(), row.bottomPx() - truthPx, row.widthPx(), truthPx);
            truth(below, trace, task, colour);
            surface.fillRect(
                    new Box(row.xPx(), below.yPx(), row.widthPx(), surface.realPixelPx()), palette.background());
            pace(above, stretches, task, colour);
        } else {
            truth(row, trace, task, colour);
        }
    }

    private void truth(Box row, Trace trace, int task, Colour colour) {
        FoldedLane folded = folder.fold(trace.taskLane(task), viewport);
        bars(row, folded, i -> folded.kind(i) == SpanKind.RUNNING ? colour : null);
    }

    private void pace(Box row, Stretches stretches, int task, Colour colour) {
        TextStyle style = TextStyle.medium(Math.min(1.05 * sizes.emPx(), row.heightPx() * 0.66));
        int first = stretches.firstEndingAfter(task, viewport.startNanos());
        if (style.sizePx() < MIN_TEXT_PX || first == stretches.end(task)) {
            return;
        }
        double left = xPx(stretches.startNanos(first));
        double right = xPx(stretches.endNanos(first));
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
