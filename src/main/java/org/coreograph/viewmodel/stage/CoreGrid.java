package org.coreograph.viewmodel.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.coreograph.timeline.Box;

/**
 * Cores in rows, each as large and as near to a square as can be; in the order in which one reads.
 *
 * @param cores a box a core
 * @param queues a box a core for a ready queue of its own, or nothing
 */
record CoreGrid(List<Box> cores, List<Box> queues) {
    private static final double GAP_PX = 10;
    /** A core is at most so many times as wide as it is high. */
    private static final double WIDEST = 1.1;
    /** A cell of this share of the largest is large enough. */
    private static final double NEARLY = 0.75;

    private static final double ALIKE = 0.92;

    /** A queue has room for one small token at least, and for a number. */
    private static final double MIN_QUEUE_WIDTH_PX = 28;

    private static final double MIN_QUEUE_HEIGHT_PX = 20;
    private static final double MIN_CORE_PX = 20;

    CoreGrid {
        cores = List.copyOf(cores);
        queues = List.copyOf(queues);
    }

    /** Lays cores out that have one queue for all. */
    static CoreGrid of(Box area, int count) {
        return new CoreGrid(cells(area, count, WIDEST), List.of());
    }

    /**
     * Lays cores out that have a queue each, at the left of the core or above it, whichever leaves cores larger; without
     * queues where there is no room for them.
     */
    static CoreGrid withQueues(Box area, int count) {
        CoreGrid beside =
                of(cells(area, count, 2 * WIDEST), cell -> across(cell, 0, 0.51), cell -> across(cell, 0.55, 0.45));
        CoreGrid above = of(cells(area, count, WIDEST), cell -> down(cell, 0, 0.42), cell -> down(cell, 0.46, 0.54));
        return Stream.of(beside, above)
                .filter(CoreGrid::hasRoom)
                .reduce((one, other) -> other.corePx() > one.corePx() ? other : one)
                .orElseGet(() -> of(area, count));
    }

    private interface Part {
        Box of(Box cell);
    }

    private static CoreGrid of(List<Box> cells, Part queue, Part core) {
        return new CoreGrid(
                cells.stream().map(core::of).toList(),
                cells.stream().map(queue::of).toList());
    }

    private boolean hasRoom() {
        Box queue = queues.getFirst();
        return queue.widthPx() >= MIN_QUEUE_WIDTH_PX
                && queue.heightPx() >= MIN_QUEUE_HEIGHT_PX
                && corePx() >= MIN_CORE_PX;
    }

    private double corePx() {
        Box core = cores.getFirst();
        return Math.min(core.widthPx(), core.heightPx());
    }

    private static Box across(Box cell, double from, double share) {
        return new Box(cell.xPx() + cell.widthPx() * from, cell.yPx(), cell.widthPx() * share, cell.heightPx());
    }

    private static Box down(Box cell, double from, double share) {
        return new Box(cell.xPx(), cell.yPx() + cell.heightPx() * from, cell.widthPx(), cell.heightPx() * share);
    }

    private static List<Box> cells(Box area, int count, double widest) {
        int columns = columns(area, count, widest);
        int rows = Math.ceilDiv(count, columns);
        double gap = Math.min(GAP_PX, area.widthPx() / columns * 0.12);
        double rowGap = Math.min(gap, area.heightPx() / rows * 0.12);
        double height = (area.heightPx() - rowGap * (rows - 1)) / rows;
        double width = Math.min((area.widthPx() - gap * (columns - 1)) / columns, height * widest);
        List<Box> cells = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cells.add(new Box(
                    area.xPx() + i % columns * (width + gap),
                    area.yPx() + Math.floorDiv(i, columns) * (height + rowGap),
                    width,
                    height));
        }
        return cells;
    }

    /** Returns for how many columns cells are large; among those that are nearly so, which leave the fewest gaps. */
    private static int columns(Box area, int count, double widest) {
        double[] sizes = new double[count + 1];
        double largest = 0;
        for (int columns = 1; columns <= count; columns++) {
            sizes[columns] =
                    Math.min(area.widthPx() / columns / widest, area.heightPx() / Math.ceilDiv(count, columns));
            largest = Math.max(largest, sizes[columns]);
        }
        // Of two that are nearly alike the one with fewer rows is better: it has more room for names.
        int best = 0;
        for (int columns = 1; columns <= count; columns++) {
            if (sizes[columns] < NEARLY * largest) {
                continue;
            }
            int fewer = best == 0 ? -1 : Integer.compare(gaps(count, columns), gaps(count, best));
            if (fewer < 0 || (fewer == 0 && sizes[columns] > ALIKE * sizes[best])) {
                best = columns;
            }
        }
        return best;
    }

    private static int gaps(int count, int columns) {
        return Math.ceilDiv(count, columns) * columns - count;
    }
}
