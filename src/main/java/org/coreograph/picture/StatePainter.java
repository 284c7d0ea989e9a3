package org.coreograph.picture;

import org.coreograph.timeline.Box;
import org.coreograph.timeline.FoldedLane;
import org.coreograph.timeline.LaneFolder;
import org.coreograph.timeline.Viewport;
import org.coreograph.trace.SpanKind;
import org.coreograph.trace.Trace;

/** Draws what a task did and what it waited for within a row: in the task's colour, in the pattern of each state. */
final class StatePainter {
    /** Lines on a pale ground are drawn so dark that the palest colour stays visible. */
    private static final double INK_SHARE = 0.3;

    /** From this width the object that a task is blocked on is named. */
    private static final double NAMED_FROM_EM = 4;

    private final Surface surface;
    private final Palette palette;
    private final TypeSizes sizes;
    private final LanePainter lanes;
    private final LaneFolder folder;
    private final Viewport viewport;

    StatePainter(
            Surface surface,
            Palette palette,
            TypeSizes sizes,
            LanePainter lanes,
            LaneFolder folder,
            Viewport viewport) {
        this.surface = surface;
        this.palette = palette;
        this.sizes = sizes;
        this.lanes = lanes;
        this.folder = folder;
        this.viewport = viewport;
    }

    /** Draws a task's row. */
    void paint(Box row, Trace trace, int task) {
        surface.fillRect(row, palette.laneBackground());
        Colour colour = palette.task(task);
        Colour line = palette.ink().over(colour, INK_SHARE);
        StatePattern pattern = new StatePattern(surface, sizes.emPx());
        FoldedLane folded = folder.fold(trace.taskLane(task), viewport);
        for (int i = 0; i < folded.size(); i++) {
            if (folded.kind(i) != SpanKind.RUNNING) {
                pattern.draw(stretch(row, folded, i), folded.kind(i), colour, line);
            }
        }
        lanes.bars(row, folded, i -> folded.kind(i) == SpanKind.RUNNING ? colour : null);
        boolean several = trace.cores() > 1;
        for (int i = 0; i < folded.size(); i++) {
            double left = Brush.xPx(viewport, folded.startNanos(i));
            double right = Brush.xPx(viewport, folded.endNanos(i));
            if (folded.gathered(i) || right - left < NAMED_FROM_EM * sizes.emPx()) {
                continue;
            }
            if (folded.kind(i) == SpanKind.RUNNING && several) {
                lanes.name(row, left, right, "core " + folded.who(i), colour);
            } else if (folded.kind(i) == SpanKind.BLOCKED && folded.who(i) >= 0) {
                named(row, left, right, trace.objects().get(folded.who(i)).title());
            }
        }
    }

    private Box stretch(Box row, FoldedLane folded, int i) {
        double left = surface.snap(Brush.xPx(viewport, folded.startNanos(i)));
        double right = surface.snap(Brush.xPx(viewport, folded.endNanos(i)));
        return new Box(left, row.yPx(), right - left, row.heightPx());
    }

    /** Writes what a task is blocked on over the dots, on a ground of its own. */
    private void named(Box row, double leftPx, double rightPx, String title) {
        TextStyle style = TextStyle.medium(Math.min(0.9 * sizes.emPx(), row.heightPx() * 0.6));
        double pad = 0.35 * style.sizePx();
        double room = rightPx - leftPx - 4 * pad;
        double width = lanes.widthPx(title, style);
        if (style.sizePx() < LanePainter.MIN_TEXT_PX || width > room) {
            return;
        }
        double middle = row.yPx() + row.heightPx() / 2;
        double high = 1.25 * style.sizePx();
        surface.fillRound(
                new Box(leftPx + pad, middle - high / 2, width + 2 * pad, high), 0.2 * high, palette.laneBackground());
        surface.text(
                title, leftPx + 2 * pad, TypeSizes.baseline(middle, style), Surface.Anchor.START, style, palette.ink());
    }
}
