package org.coreograph.viewmodel.stage;

import java.util.ArrayList;
import java.util.List;
import org.coreograph.timeline.Box;

/**
 * Where the places of a stage lie: the ready queue at the left, cores in the middle, what is done at the right; and
 * cards for what tasks wait for and share, below or in a wide area beside. Immutable.
 *
 * @param ready the ready queue; an empty box where each core has its own
 * @param late where tasks are that have not arrived, or an empty box
 * @param cores a box a core
 * @param queues a box a core for its ready queue, or nothing
 * @param done where tasks are that ended
 * @param cards of what tasks wait for and share
 * @param radiusPx of a token in a queue, and of those that are late or done
 * @param coreRadiusPx of a token on a core
 */
public record StageLayout(
        Box ready,
        Box late,
        List<Box> cores,
        List<Box> queues,
        Box done,
        List<StageCard> cards,
        double radiusPx,
        double coreRadiusPx) {
    /** The room above the tokens of a place, for its name. */
    public static final double LABEL_PX = 22;

    private static final double INSET_PX = 4;

    private static final Box NOWHERE = new Box(0, 0, 0, 0);
    private static final double GAP_PX = 10;
    /** Room for the arrow from the ready queue to the cores. */
    private static final double ARROW_PX = 30;

    private static final double MAX_RADIUS_PX = 40;
    /** A core is at most so many times as wide as it is high. */
    private static final double WIDEST = 1.1;
    /** A cell of this share of the largest is large enough. */
    private static final double NEARLY = 0.75;

    private static final double MIN_RADIUS_PX = 5;
    /** Tokens get no smaller than that for there being many of them. */
    private static final double SMALL_RADIUS_PX = 8;
    /** Half of what a number of tokens takes. */
    private static final double COUNT_PX = 15;

    /** At most so many tokens are made room for in the ready queue; more overlap. */
    private static final int ROOM_FOR = 12;

    /** Where an area is so much wider than high, and as wide as this, cards lie beside the cores. */
    private static final double BESIDE_ASPECT = 2.3;

    private static final double BESIDE_PX = 560;
    private static final int BESIDE_CORES = 16;
    /** What the cores and queues need at least of the height, and the share of it that cards can have. */
    private static final double MIN_TOP_PX = 64;

    private static final double MIN_TOP_WITH_LATE_PX = 90;

    private static final double CARDS_SHARE = 0.62;
    /** A core of this width has room for a queue of its own beside it. */
    private static final double QUEUE_AND_CORE_PX = 72;

    private static final double MIN_QUEUE_HEIGHT_PX = 40;

    public StageLayout {
        cores = List.copyOf(cores);
        queues = List.copyOf(queues);
        cards = List.copyOf(cards);
    }

    /** Lays the places of a run out in an area. */
    public static StageLayout of(StageShape shape, Box area) {
        if (!shape.crowded()) {
            return machine(shape, area, List.of());
        }
        boolean beside = area.widthPx() >= BESIDE_PX
                && area.widthPx() >= BESIDE_ASPECT * area.heightPx()
                && shape.cores() <= BESIDE_CORES;
        if (beside) {
            double left = Math.floor(area.widthPx() * 0.46);
            double x = area.xPx() + left + 2 * GAP_PX;
            Box right = new Box(x, area.yPx(), area.rightPx() - x, area.heightPx());
            List<StageCard> cards =
                    CardGrid.of(shape, right.widthPx(), right.heightPx()).cards(right);
            return machine(shape, new Box(area.xPx(), area.yPx(), left, area.heightPx()), cards);
        }
        double most = Math.max(
                CardGrid.MIN_ROW_PX,
                Math.min(
                        area.heightPx() * CARDS_SHARE,
                        area.heightPx() - (shape.late() ? MIN_TOP_WITH_LATE_PX : MIN_TOP_PX) - GAP_PX));
        CardGrid grid = CardGrid.of(shape, area.widthPx(), most);
        double below = grid.heightPx(most);
        Box cards = new Box(area.xPx(), area.bottomPx() - below, area.widthPx(), below);
        Box top = new Box(area.xPx(), area.yPx(), area.widthPx(), Math.max(1, area.heightPx() - below - GAP_PX));
        return machine(shape, top, grid.cards(cards));
    }

    private static StageLayout machine(StageShape shape, Box area, List<StageCard> cards) {
        double side = Math.clamp(area.widthPx() * 0.24, 64, 190);
        double rightSide = Math.clamp(area.widthPx() * 0.15, 52, 130);
        double lateHeight = shape.late() ? Math.floor((area.heightPx() - GAP_PX) * 0.46) : 0;
        Box late = shape.late() ? new Box(area.xPx(), area.yPx(), side, lateHeight) : NOWHERE;
        double readyTop = shape.late() ? late.bottomPx() + GAP_PX : area.yPx();
        Box ready = new Box(area.xPx(), readyTop, side, Math.max(1, area.bottomPx() - readyTop));

        if (shape.queues()) {
            double left = shape.late() ? ready.rightPx() + GAP_PX : area.xPx();
            double room = area.rightPx() - rightSide - GAP_PX - left;
            List<Box> cells =
                    grid(new Box(left, area.yPx(), Math.max(20, room), area.heightPx()), shape.cores(), 2 * WIDEST);
            Box cell = cells.getFirst();
            if (cell.widthPx() >= QUEUE_AND_CORE_PX && cell.heightPx() >= MIN_QUEUE_HEIGHT_PX) {
                List<Box> queues =
                        cells.stream().map(each -> part(each, 0, 0.44)).toList();
                List<Box> cores =
                        cells.stream().map(each -> part(each, 0.5, 0.5)).toList();
                Box whole = shape.late() ? new Box(area.xPx(), area.yPx(), side, area.heightPx()) : NOWHERE;
                Box done = new Box(area.rightPx() - rightSide, area.yPx(), rightSide, area.heightPx());
                return new StageLayout(
                        NOWHERE,
                        whole,
                        cores,
                        queues,
                        done,
                        cards,
                        radius(cores.getFirst(), queues.getFirst(), shape.tasks()),
                        coreRadius(cores.getFirst()));
            }
        }
        double coresLeft = ready.rightPx() + ARROW_PX;
        double room = area.rightPx() - rightSide - ARROW_PX - coresLeft;
        List<Box> cores =
                grid(new Box(coresLeft, area.yPx(), Math.max(20, room), area.heightPx()), shape.cores(), WIDEST);
        double coresRight = cores.stream().mapToDouble(Box::rightPx).max().orElse(coresLeft);
        Box done = new Box(coresRight + ARROW_PX, area.yPx(), rightSide, area.heightPx());
        return new StageLayout(
                ready,
                late,
                cores,
                List.of(),
                done,
                cards,
                radius(cores.getFirst(), ready, shape.tasks()),
                coreRadius(cores.getFirst()));
    }

    private static Box part(Box cell, double from, double share) {
        return new Box(cell.xPx() + cell.widthPx() * from, cell.yPx(), cell.widthPx() * share, cell.heightPx());
    }

    /** Returns the boxes of a grid whose cells are as near to squares as can be, in reading order. */
    private static List<Box> grid(Box area, int count, double widest) {
        int best = columns(area, count);
        int rows = Math.ceilDiv(count, best);
        double gap = Math.min(GAP_PX, area.widthPx() / best * 0.12);
        double height = (area.heightPx() - gap * (rows - 1)) / rows;
        double width = Math.min((area.widthPx() - gap * (best - 1)) / best, height * widest);
        List<Box> cells = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cells.add(new Box(
                    area.xPx() + i % best * (width + gap),
                    area.yPx() + Math.floorDiv(i, best) * (height + gap),
                    width,
                    height));
        }
        return cells;
    }

    /** Returns for how many columns cells are large; among those that are nearly so, which leave the fewest gaps. */
    private static int columns(Box area, int count) {
        double largest = 0;
        for (int columns = 1; columns <= count; columns++) {
            largest = Math.max(largest, cellSize(area, count, columns));
        }
        int best = 0;
        for (int columns = 1; columns <= count; columns++) {
            boolean large = cellSize(area, count, columns) >= NEARLY * largest;
            if (large
                    && (best == 0 || gaps(count, columns) < gaps(count, best) || larger(area, count, columns, best))) {
                best = columns;
            }
        }
        return best;
    }

    private static int gaps(int count, int columns) {
        return Math.ceilDiv(count, columns) * columns - count;
    }

    private static boolean larger(Box area, int count, int columns, int than) {
        return gaps(count, columns) == gaps(count, than)
                && cellSize(area, count, columns) > cellSize(area, count, than);
    }

    private static double cellSize(Box area, int count, int columns) {
        return Math.min(area.widthPx() / columns, area.heightPx() / Math.ceilDiv(count, columns));
    }

    private static double coreRadius(Box core) {
        double inCore = Math.min(core.widthPx() * 0.4, (core.heightPx() - coreLabelPx(core)) * 0.36);
        return Math.clamp(inCore, MIN_RADIUS_PX, MAX_RADIUS_PX);
    }

    private static double radius(Box core, Box ready, int tasks) {
        double radius = coreRadius(core);
        while (radius > MIN_RADIUS_PX && capacity(below(ready), radius, pitch(radius)) < Math.min(tasks, ROOM_FOR)) {
            radius -= 0.5;
        }
        return radius;
    }

    /** Returns the room for a core's name; none where the core is too small for one. */
    public static double coreLabelPx(Box core) {
        return core.heightPx() >= 58 && core.widthPx() >= 50 ? LABEL_PX : 0;
    }

    private static double pitch(double radiusPx) {
        return 2 * radiusPx + Math.max(2, radiusPx * 0.25);
    }

    /** Returns how many tokens of a size have room in a box at a distance from one another. */
    private static int capacity(Box box, double radiusPx, double pitchPx) {
        return columns(box, radiusPx, pitchPx) * rows(box, radiusPx);
    }

    private static int columns(Box box, double radiusPx, double pitchPx) {
        return 1 + (int) Math.max(0, (box.widthPx() - 2 * radiusPx) / pitchPx);
    }

    /** Rows don't overlap: what stands in a row could not be read. */
    private static int rows(Box box, double radiusPx) {
        return 1 + (int) Math.max(0, (box.heightPx() - 2 * radiusPx) / (2 * radiusPx + 1));
    }

    /**
     * A place in a box of many.
     *
     * @param radiusPx of the token
     * @param hidden of how many further tokens this place tells the number instead of showing one; 0 for a token
     */
    public record Seat(double xPx, double yPx, double radiusPx, int hidden) {}

    /** Returns where the tokens of a place with its name above them are. */
    public static Box below(Box place) {
        return new Box(
                place.xPx() + INSET_PX,
                place.yPx() + LABEL_PX,
                Math.max(1, place.widthPx() - 2 * INSET_PX),
                Math.max(1, place.heightPx() - LABEL_PX - INSET_PX));
    }

    /**
     * Returns the seats for a number of tokens, which lie in the room. Where there are many they are smaller, and
     * overlap; where there are too many even for that, the last seat counts.
     *
     * @param room where tokens are, of one of the places
     * @param largestPx the radius of a token where there are few
     */
    public static List<Seat> seats(Box room, int tokens, double largestPx) {
        double radius = Math.min(largestPx, Math.min(room.widthPx(), room.heightPx()) / 2);
        while (radius > SMALL_RADIUS_PX && capacity(room, radius, pitch(radius)) < tokens) {
            radius -= 0.5;
        }
        double pitch = pitch(radius);
        while (pitch > radius && capacity(room, radius, pitch) < tokens) {
            pitch *= 0.95;
        }
        int columns = columns(room, radius, pitch);
        int most = capacity(room, radius, pitch);
        // The number stands clear of the token before it, where there is another.
        int clear = most < tokens ? Math.min(columns - 1, (int) Math.ceil((COUNT_PX + radius) / pitch) - 1) : 0;
        int shown = Math.min(tokens, most);
        double rowPx = 2 * radius + 1;
        double high = Math.ceilDiv(shown, columns) * rowPx;
        double top = room.yPx() + Math.max(0, (room.heightPx() - high) / 2);
        List<Seat> seats = new ArrayList<>(shown);
        for (int i = 0; i < shown; i++) {
            boolean counts = shown < tokens && i == shown - 1;
            if (counts || i < shown - 1 - clear || shown == tokens) {
                seats.add(new Seat(
                        room.xPx() + radius + pitch * (i % columns),
                        top + radius + rowPx * Math.floorDiv(i, columns),
                        radius,
                        counts ? tokens - shown + 1 + clear : 0));
            }
        }
        return seats;
    }

    /** Returns the seat of the task on a core. */
    public Seat onCore(int core) {
        Box box = cores.get(core);
        double label = coreLabelPx(box);
        return new Seat(
                box.xPx() + box.widthPx() / 2, box.yPx() + label + (box.heightPx() - label) / 2, coreRadiusPx, 0);
    }
}
