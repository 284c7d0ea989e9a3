package org.coreograph.picture;

import java.util.ArrayList;
import java.util.List;
import org.coreograph.picture.Surface.Anchor;
import org.coreograph.timeline.Box;
import org.coreograph.timeline.Layout;
import org.coreograph.timeline.TimeScale;
import org.coreograph.timeline.Viewport;

/** Draws the time axis, and the playhead that points at it. */
final class AxisPainter {
    /** Room above the labels for tick marks. */
    private static final double TICK_EM = 0.45;

    private final Surface surface;
    private final Palette palette;
    private final Typeface typeface;
    private final TypeSizes sizes;
    private final double overhangPx;

    /** @param overhangPx how far a label can reach over the right end of the axis */
    AxisPainter(Surface surface, Palette palette, Typeface typeface, TypeSizes sizes, double overhangPx) {
        this.overhangPx = overhangPx;
        this.surface = surface;
        this.palette = palette;
        this.typeface = typeface;
        this.sizes = sizes;
    }

    void paint(PlacedScene placed) {
        Box axis = placed.layout().axis();
        long playhead = placed.scene().playheadNanos();
        boolean shown = playhead != ComparisonScene.NO_PLAYHEAD
                && playhead >= placed.scene().startNanos()
                && playhead <= placed.scene().endNanos();
        List<Box> taken = new ArrayList<>();
        if (shown) {
            taken.add(pill(placed, playhead));
        }
        new MarkPainter(surface, palette, typeface, sizes).paint(placed, labelTopPx(axis), taken);
        ticks(axis, placed.viewport(), placed.scale(), taken);
        if (shown) {
            playhead(placed, playhead, taken.getFirst());
        }
    }

    /** Returns the height of an axis. */
    static double heightPx(TypeSizes sizes) {
        return Math.ceil(TICK_EM * sizes.emPx() + sizes.linePx(sizes.small()));
    }

    /**
     * Draws an axis with its labels.
     *
     * @param taken where no label may be
     */
    void ticks(Box axis, Viewport viewport, TimeScale scale, List<Box> taken) {
        double tick = TICK_EM * sizes.emPx();
        for (int i = 0; i < scale.count(); i++) {
            double x = surface.snap(viewport.xPx(scale.tickNanos(i)));
            double width = Math.max(surface.realPixelPx(), surface.snap(sizes.strokePx()));
            double left = Math.clamp(x - surface.snap(width / 2), axis.xPx(), axis.rightPx() - width);
            surface.fillRect(new Box(left, surface.snap(axis.yPx()), width, tick * 0.8), palette.mutedInk());
            label(axis, x, scale.label(i), taken);
        }
    }

    private void label(Box axis, double xPx, String text, List<Box> taken) {
        TextStyle style = sizes.small();
        double width = typeface.widthPx(text, style);
        // The first label has the column of the lanes' labels to its left; the last one must not leave the picture.
        double left = Math.min(xPx - width / 2, axis.rightPx() + overhangPx - width);
        Box box = new Box(left, axis.yPx(), width, axis.heightPx());
        for (Box other : taken) {
            if (box.xPx() < other.rightPx() + 4 && other.xPx() < box.rightPx() + 4) {
                return;
            }
        }
        surface.text(text, left, baseline(axis), Anchor.START, style, palette.mutedInk());
    }

    private double baseline(Box axis) {
        double top = axis.yPx() + TICK_EM * sizes.emPx();
        return TypeSizes.baseline((top + axis.bottomPx()) / 2, sizes.small());
    }

    /** Returns where the playhead's time is written, over the axis's labels. */
    private Box pill(PlacedScene placed, long nanos) {
        Box axis = placed.layout().axis();
        double padding = 0.4 * sizes.emPx();
        double width = typeface.widthPx(placed.scale().between(nanos), sizes.small()) + 2 * padding;
        double x = placed.viewport().xPx(nanos);
        double left = Math.max(placed.layout().area().xPx(), Math.min(x - width / 2, axis.rightPx() - width));
        double top = labelTopPx(axis);
        return new Box(left, top, width, axis.bottomPx() - top);
    }

    private double labelTopPx(Box axis) {
        return axis.yPx() + TICK_EM * sizes.emPx() * 0.8;
    }

    static double playheadWidthPx(Surface surface, TypeSizes sizes) {
        return Math.max(surface.realPixelPx(), surface.snap(1.6 * sizes.strokePx()));
    }

    /** Returns the left edge of the playhead, within the plot also where it is at one of its ends. */
    static double playheadLeftPx(Surface surface, TypeSizes sizes, Viewport viewport, long nanos) {
        double width = playheadWidthPx(surface, sizes);
        return surface.snap(Math.clamp(viewport.xPx(nanos) - width / 2, viewport.leftPx(), viewport.rightPx() - width));
    }

    private void playhead(PlacedScene placed, long nanos, Box pill) {
        double width = playheadWidthPx(surface, sizes);
        double x = playheadLeftPx(surface, sizes, placed.viewport(), nanos);
        Box area = placed.layout().area();
        double half = Math.min(0.45 * sizes.emPx(), area.widthPx() / 2);
        double middle = Math.min(x + width / 2, area.rightPx() - half);
        for (Layout.Section section : placed.layout().sections()) {
            surface.fillRect(
                    new Box(x, section.lanesTopPx(), width, section.lanesBottomPx() - section.lanesTopPx()),
                    palette.ink());
        }
        surface.fillRect(
                new Box(
                        x,
                        placed.layout().axis().yPx(),
                        width,
                        pill.yPx() - placed.layout().axis().yPx()),
                palette.ink());
        if (!placed.layout().sections().isEmpty()) {
            double tip = placed.layout().sections().getFirst().lanesTopPx() + half * 0.4;
            surface.fillPolygon(
                    palette.ink(), middle - half, tip - 1.3 * half, middle + half, tip - 1.3 * half, middle, tip);
        }
        surface.fillRound(pill, 0.25 * sizes.emPx(), palette.ink());
        surface.text(
                placed.scale().between(nanos),
                pill.xPx() + pill.widthPx() / 2,
                TypeSizes.baseline(pill.yPx() + pill.heightPx() / 2, sizes.small()),
                Anchor.MIDDLE,
                sizes.small(),
                palette.background());
    }
}
