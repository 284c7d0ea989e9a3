package org.coreograph.picture;

import org.coreograph.analysis.Stalls;
import org.coreograph.analysis.Stalls.Stall;
import org.coreograph.picture.Surface.Anchor;
import org.coreograph.timeline.Box;
import org.coreograph.timeline.Viewport;

/**
 * Marks the time that slices lost through no doing of the program, in a band along the top of a core's row: neither the
 * colour of a task nor the pattern of a state, and told apart without colours.
 *
 * <p>A collection is solid and lies where it was. Of an unknown stall only the slice is known that it was in: a thin line
 * spans that slice, and in the middle of it is a hollow block as long as what was lost.
 */
final class StallPainter {
    /** In lower rows there is no room for marks beside names. */
    private static final double LEAST_ROW_PX = 14;

    /** In lower blocks there is no room for a word. */
    private static final double NAMED_FROM_PX = 9;

    private static final double SHARE_OF_ROW = 0.24;
    private static final double LEAST_PX = 3;
    private static final double MOST_EM = 0.95;

    /** From this width on a block has an inside. */
    private static final double HOLLOW_FROM_PX = 3;

    private final Surface surface;
    private final Palette palette;
    private final Typeface typeface;
    private final TypeSizes sizes;
    private final Viewport viewport;

    StallPainter(Surface surface, Palette palette, Typeface typeface, TypeSizes sizes, Viewport viewport) {
        this.surface = surface;
        this.palette = palette;
        this.typeface = typeface;
        this.sizes = sizes;
        this.viewport = viewport;
    }

    /** Draws those of a core on its row; where two would overlap, the first. */
    void draw(Box row, Stalls stalls, int core) {
        if (row.heightPx() < LEAST_ROW_PX) {
            return;
        }
        double height = surface.snap(Math.clamp(row.heightPx() * SHARE_OF_ROW, LEAST_PX, MOST_EM * sizes.emPx()));
        Box band = new Box(row.xPx(), row.yPx(), row.widthPx(), height);
        // The solid ones last: their place is known.
        for (Stalls.Kind kind : new Stalls.Kind[] {Stalls.Kind.UNKNOWN, Stalls.Kind.GC}) {
            double taken = Double.NEGATIVE_INFINITY;
            for (Stall stall : stalls.ofCore(core)) {
                boolean inSight = stall.endNanos() > viewport.startNanos() && stall.startNanos() < viewport.endNanos();
                double right = Brush.xPx(viewport, stall.endNanos());
                if (stall.kind() == kind && inSight && right >= taken + surface.realPixelPx()) {
                    draw(band, stall);
                    taken = right;
                }
            }
        }
    }

    private void draw(Box band, Stall stall) {
        double left = Brush.xPx(viewport, stall.startNanos());
        double right = Brush.xPx(viewport, stall.endNanos());
        switch (stall.kind()) {
            case GC -> {
                Box block = block(band, left, right);
                surface.fillRect(grown(block), palette.background());
                surface.fillRect(block, palette.ink());
                word("GC", block, palette.background());
            }
            case UNKNOWN -> {
                double length = stall.lostNanos() / viewport.nanosPerPx();
                double middle = (left + right) / 2;
                span(band, left, right);
                Box block = block(band, middle - length / 2, middle + length / 2);
                surface.fillRect(block, palette.ink());
                if (block.widthPx() >= HOLLOW_FROM_PX) {
                    surface.fillRect(inside(block), palette.background());
                    word("?", block, palette.ink());
                }
            }
        }
    }

    /** Draws the line along the slice in which something was lost somewhere. */
    private void span(Box band, double left, double right) {
        double thick = Math.max(surface.realPixelPx(), surface.snap(sizes.strokePx()));
        Box line = new Box(left, surface.snap(band.yPx() + band.heightPx() / 2 - thick / 2), right - left, thick);
        if (line.widthPx() >= 2 * HOLLOW_FROM_PX) {
            surface.fillRect(grown(line), palette.background());
            surface.fillRect(line, palette.ink());
        }
    }

    /** Returns a block within the band; one too thin to see is a pixel wide. */
    private Box block(Box band, double left, double right) {
        double from = surface.snap(left);
        double width = Math.max(surface.realPixelPx(), surface.snap(right) - from);
        return new Box(Math.min(from, band.rightPx() - width), band.yPx(), width, band.heightPx());
    }

    private Box grown(Box box) {
        double edge = surface.realPixelPx();
        return new Box(box.xPx() - edge, box.yPx(), box.widthPx() + 2 * edge, box.heightPx() + edge);
    }

    private Box inside(Box box) {
        double edge = surface.realPixelPx();
        return new Box(box.xPx() + edge, box.yPx() + edge, box.widthPx() - 2 * edge, box.heightPx() - 2 * edge);
    }

    private void word(String text, Box block, Colour colour) {
        TextStyle style = TextStyle.medium(Math.min(block.heightPx() * 0.95, sizes.emPx()));
        boolean room = block.heightPx() >= NAMED_FROM_PX
                && typeface.widthPx(text, style) + style.sizePx() / 2 <= block.widthPx();
        if (room) {
            double x = block.xPx() + block.widthPx() / 2;
            double y = TypeSizes.baseline(block.yPx() + block.heightPx() / 2, style);
            surface.text(text, x, y, Anchor.MIDDLE, style, colour);
        }
    }
}
