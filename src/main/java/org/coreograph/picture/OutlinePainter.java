package org.coreograph.picture;

import org.coreograph.picture.Surface.Stroke;
import org.coreograph.timeline.Box;
import org.coreograph.timeline.FoldedLane;
import org.coreograph.timeline.LaneFolder;
import org.coreograph.timeline.Viewport;
import org.coreograph.trace.Lane;

/** Sets some stretches of a row apart from the others: framed, and where they are too thin for that, underlined. */
final class OutlinePainter {
    private static final double FRAME_FROM_PX = 6;

    /** From this width there is room for a second line within the frame. */
    private static final double DOUBLE_FROM_PX = 24;

    private final Surface surface;
    private final Palette palette;
    private final TypeSizes sizes;
    private final LaneFolder folder;
    private final Viewport viewport;

    OutlinePainter(Surface surface, Palette palette, TypeSizes sizes, LaneFolder folder, Viewport viewport) {
        this.surface = surface;
        this.palette = palette;
        this.sizes = sizes;
        this.folder = folder;
        this.viewport = viewport;
    }

    /** @param stretches what to set apart in the row */
    void paint(Box row, Lane stretches) {
        double linePx = 2 * sizes.strokePx();
        FoldedLane folded = folder.fold(stretches, viewport);
        for (int i = 0; i < folded.size(); i++) {
            double left = Math.max(row.xPx(), Brush.xPx(viewport, folded.startNanos(i)));
            double right = Math.min(row.rightPx(), Brush.xPx(viewport, folded.endNanos(i)));
            if (right - left >= FRAME_FROM_PX) {
                frame(new Box(left, row.yPx(), right - left, row.heightPx()), linePx);
            } else if (right > left) {
                surface.fillRect(new Box(left, row.bottomPx() - linePx, right - left, linePx), palette.ink());
            }
        }
    }

    /** A line of the ground within the frame sets it off from dark slices too. */
    private void frame(Box box, double linePx) {
        Stroke stroke = Stroke.solid(linePx);
        if (box.widthPx() >= DOUBLE_FROM_PX) {
            surface.strokeRect(inset(box, 1.5 * linePx), stroke, palette.background());
        }
        surface.strokeRect(inset(box, 0.5 * linePx), stroke, palette.ink());
    }

    private static Box inset(Box box, double px) {
        return new Box(
                box.xPx() + px,
                box.yPx() + px,
                Math.max(0, box.widthPx() - 2 * px),
                Math.max(0, box.heightPx() - 2 * px));
    }
}
