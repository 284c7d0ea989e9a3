package org.coreograph.ui.stage;

import java.util.List;
import org.coreograph.picture.Palette;
import org.coreograph.picture.Surface;
import org.coreograph.picture.TextStyle;
import org.coreograph.picture.Typeface;
import org.coreograph.timeline.Box;
import org.coreograph.viewmodel.stage.ObjectState;
import org.coreograph.viewmodel.stage.StageCard;
import org.coreograph.viewmodel.stage.StageShape.Thing;

/**
 * Draws a channel as a pipe: values go in at the left and come out at the right, so the oldest is the rightmost. Where
 * there is no room for a cell each, the pipe is filled like a gauge, and only the oldest are shown.
 */
final class PipePainter {
    /** More values than that are never looked at. */
    static final int MOST_VALUES = 32;

    private static final TextStyle VALUE = TextStyle.bold(13);
    private static final Surface.Stroke WALL = new Surface.Stroke(2, 0);
    private static final Surface.Stroke EDGE = new Surface.Stroke(1, 0);
    private static final Surface.Stroke OFFERED = new Surface.Stroke(1.5, 3);
    private static final double GAP_PX = 3;
    private static final double MIN_CELL_PX = 20;
    private static final double MAX_CELL_PX = 54;
    private static final double PAD_PX = 4;
    /** In a lower pipe there is room for values alone. */
    private static final double GAUGE_PX = 26;

    private final Typeface typeface;

    PipePainter(Typeface typeface) {
        this.typeface = typeface;
    }

    void paint(Surface on, StageCard card, Thing thing, ObjectState.Buffer buffer, String offer, Palette palette) {
        Box pipe = pipe(card.inside(), thing.capacity());
        on.line(pipe.xPx(), pipe.yPx(), pipe.rightPx(), pipe.yPx(), WALL, palette.ink());
        on.line(pipe.xPx(), pipe.bottomPx(), pipe.rightPx(), pipe.bottomPx(), WALL, palette.ink());
        if (thing.capacity() > 0) {
            cells(on, pipe, thing.capacity(), buffer, palette);
        }
        if (buffer.closed()) {
            // Nothing goes in any more: the end at which values go in is shut.
            on.line(pipe.xPx(), pipe.yPx(), pipe.xPx(), pipe.bottomPx(), WALL, palette.alarm());
        }
        if (!offer.isEmpty()) {
            offer(on, card.offer(), offer, palette);
        }
    }

    /** As wide as its cells need. */
    private static Box pipe(Box room, long capacity) {
        double most = capacity == 0 ? MAX_CELL_PX : capacity * (MAX_CELL_PX + GAP_PX) + 2 * PAD_PX;
        double width = Math.max(1, Math.min(room.widthPx() - 8, most));
        double height = Math.min(room.heightPx() < GAUGE_PX ? room.heightPx() : room.heightPx() - 4, 36);
        return new Box(
                room.xPx() + (room.widthPx() - width) / 2, room.yPx() + (room.heightPx() - height) / 2, width, height);
    }

    private void cells(Surface on, Box pipe, long capacity, ObjectState.Buffer buffer, Palette palette) {
        double inner = pipe.widthPx() - 2 * PAD_PX + GAP_PX;
        boolean all = capacity <= inner / (MIN_CELL_PX + GAP_PX);
        int shown = all ? (int) capacity : (int) Math.max(1, inner / (cellPx(buffer) + GAP_PX));
        double pitch = inner / shown;
        boolean gauge = !all && pipe.heightPx() >= GAUGE_PX;
        double inset = pipe.heightPx() >= GAUGE_PX ? 3 : 1.5;
        if (gauge) {
            double filled = (pipe.widthPx() - 2) * Math.min(1, (double) buffer.size() / capacity);
            on.fillRect(new Box(pipe.rightPx() - 1 - filled, pipe.bottomPx() - 5, filled, 3), palette.mutedInk());
        }
        List<String> values = buffer.oldest();
        for (int i = 0; i < shown; i++) {
            double left = pipe.rightPx() - PAD_PX - (i + 1) * pitch + GAP_PX;
            Box cell = new Box(left, pipe.yPx() + inset, pitch - GAP_PX, pipe.heightPx() - 2 * inset - (gauge ? 4 : 0));
            boolean last = !all && i == shown - 1 && buffer.size() > shown;
            if (last) {
                // A number cut short would be another one; how many there are is told beside the name.
                String more = "+" + (buffer.size() - shown + 1);
                value(on, cell, typeface.widthPx(more, VALUE) <= cell.widthPx() - 2 ? more : "…", palette);
            } else if (i < values.size()) {
                on.fillRound(cell, 4, palette.simulated().ground());
                on.strokeRect(cell, EDGE, palette.simulated().text());
                value(on, cell, values.get(i), palette);
            } else if (all) {
                on.strokeRect(cell, EDGE, palette.grid());
            }
        }
    }

    /** Returns how wide a cell is in which the values that are there can be read. */
    private double cellPx(ObjectState.Buffer buffer) {
        double widest = buffer.oldest().stream()
                .mapToDouble(value -> typeface.widthPx(value, VALUE) + 6)
                .max()
                .orElse(MIN_CELL_PX);
        return Math.clamp(widest, MIN_CELL_PX, MAX_CELL_PX);
    }

    private void value(Surface on, Box cell, String value, Palette palette) {
        on.text(
                typeface.shortened(value, VALUE, cell.widthPx() - 2),
                cell.xPx() + cell.widthPx() / 2,
                StagePainter.baseline(cell.yPx() + cell.heightPx() / 2, VALUE),
                Surface.Anchor.MIDDLE,
                VALUE,
                palette.ink());
    }

    /** What waits to go in, before the pipe. */
    private void offer(Surface on, Box room, String value, Palette palette) {
        double height = Math.min(room.heightPx() < GAUGE_PX ? room.heightPx() : room.heightPx() - 8, 26);
        double width = Math.min(room.widthPx() - 4, Math.max(MIN_CELL_PX, typeface.widthPx(value, VALUE) + 8));
        Box cell = new Box(room.rightPx() - width - 2, room.yPx() + (room.heightPx() - height) / 2, width, height);
        on.line(cell.xPx(), cell.yPx(), cell.rightPx(), cell.yPx(), OFFERED, palette.dealing());
        on.line(cell.xPx(), cell.bottomPx(), cell.rightPx(), cell.bottomPx(), OFFERED, palette.dealing());
        on.line(cell.xPx(), cell.yPx(), cell.xPx(), cell.bottomPx(), OFFERED, palette.dealing());
        on.line(cell.rightPx(), cell.yPx(), cell.rightPx(), cell.bottomPx(), OFFERED, palette.dealing());
        value(on, cell, value, palette);
    }
}
