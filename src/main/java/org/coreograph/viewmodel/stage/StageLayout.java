package org.coreograph.viewmodel.stage;

import java.util.ArrayList;
import java.util.List;
import org.coreograph.timeline.Box;

/**
 * Where the places of a stage lie: the ready queue at the left, cores in the middle, what is done at the right, and a
 * row below for those who wait for something else, if anyone ever does. Immutable.
 *
 * @param ready the ready queue
 * @param late where tasks are that have not arrived, or an empty box
 * @param cores a box a core
 * @param done where tasks are that ended
 * @param waits the row below
 * @param radiusPx of a token
 */
public record StageLayout(Box ready, Box late, List<Box> cores, Box done, List<Wait> waits, double radiusPx) {
    /** A place in the row below: of those who wait for one thing. */
    public record Wait(WaitPlace place, Box box) {}

    /** What a place in the row below is for. */
    public sealed interface WaitPlace {
        record Sleeping() implements WaitPlace {}

        record Joining() implements WaitPlace {}

        /** Tasks blocked on some objects: on one, or on all those that had no room for a place of their own. */
        record BlockedOn(List<Integer> objects) implements WaitPlace {
            public BlockedOn {
                objects = List.copyOf(objects);
            }
        }
    }

    /** The room above the tokens of a place, for its name. */
    public static final double LABEL_PX = 22;

    private static final Box NOWHERE = new Box(0, 0, 0, 0);
    private static final double GAP_PX = 10;
    /** Room for the arrow from the ready queue to the cores. */
    private static final double ARROW_PX = 30;

    private static final double MIN_WAIT_PX = 96;
    private static final double MAX_RADIUS_PX = 40;
    /** A core is at most so many times as wide as it is high. */
    private static final double WIDEST = 1.1;
    /** A cell of this share of the largest is large enough. */
    private static final double NEARLY = 0.75;

    private static final double MIN_RADIUS_PX = 5;
    /** At most so many tokens are made room for in the ready queue; more are counted. */
    private static final int ROOM_FOR = 12;

    public StageLayout {
        cores = List.copyOf(cores);
        waits = List.copyOf(waits);
    }

    /** Lays the places of a run out in an area. */
    public static StageLayout of(StageShape shape, Box area) {
        List<WaitPlace> places = waitPlaces(shape, area.widthPx());
        double below = places.isEmpty() ? 0 : Math.clamp(area.heightPx() * 0.34, 44, 84);
        double top = area.heightPx() - (below > 0 ? below + GAP_PX : 0);
        double side = Math.clamp(area.widthPx() * 0.24, 84, 190);
        double rightSide = Math.clamp(area.widthPx() * 0.15, 56, 130);

        double lateHeight = shape.late() ? Math.floor((top - GAP_PX) * 0.42) : 0;
        Box late = shape.late() ? new Box(area.xPx(), area.yPx(), side, lateHeight) : NOWHERE;
        double readyTop = shape.late() ? late.bottomPx() + GAP_PX : area.yPx();
        Box ready = new Box(area.xPx(), readyTop, side, area.yPx() + top - readyTop);
        double coresLeft = ready.rightPx() + ARROW_PX;
        double room = area.rightPx() - rightSide - ARROW_PX - coresLeft;
        List<Box> cores = grid(new Box(coresLeft, area.yPx(), Math.max(20, room), top), shape.cores());
        double coresRight = cores.stream().mapToDouble(Box::rightPx).max().orElse(coresLeft);
        Box done = new Box(coresRight + ARROW_PX, area.yPx(), rightSide, top);
        return new StageLayout(
                ready,
                late,
                cores,
                done,
                row(places, new Box(area.xPx(), area.bottomPx() - below, area.widthPx(), below)),
                radius(cores.getFirst(), ready, shape.tasks()));
    }

    private static List<WaitPlace> waitPlaces(StageShape shape, double widthPx) {
        List<WaitPlace> places = new ArrayList<>();
        if (shape.sleeping()) {
            places.add(new WaitPlace.Sleeping());
        }
        if (shape.joining()) {
            places.add(new WaitPlace.Joining());
        }
        int room = Math.max(1, (int) (widthPx / MIN_WAIT_PX) - places.size());
        List<Integer> objects = shape.objects();
        int alone = objects.size() <= room ? objects.size() : room - 1;
        for (int i = 0; i < alone; i++) {
            places.add(new WaitPlace.BlockedOn(List.of(objects.get(i))));
        }
        if (alone < objects.size()) {
            places.add(new WaitPlace.BlockedOn(objects.subList(alone, objects.size())));
        }
        return places;
    }

    private static List<Wait> row(List<WaitPlace> places, Box area) {
        List<Wait> waits = new ArrayList<>();
        double each = (area.widthPx() - GAP_PX * (places.size() - 1)) / Math.max(1, places.size());
        for (int i = 0; i < places.size(); i++) {
            double x = area.xPx() + i * (each + GAP_PX);
            waits.add(new Wait(places.get(i), new Box(x, area.yPx(), each, area.heightPx())));
        }
        return waits;
    }

    /** Returns the boxes of a grid whose cells are as near to squares as can be, in reading order. */
    private static List<Box> grid(Box area, int count) {
        int best = columns(area, count);
        int rows = Math.ceilDiv(count, best);
        double gap = Math.min(GAP_PX, area.widthPx() / best * 0.12);
        double height = (area.heightPx() - gap * (rows - 1)) / rows;
        double width = Math.min((area.widthPx() - gap * (best - 1)) / best, height * WIDEST);
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

    private static double radius(Box core, Box ready, int tasks) {
        double inCore = Math.min(core.widthPx() * 0.4, (core.heightPx() - coreLabelPx(core)) * 0.36);
        double radius = Math.clamp(inCore, MIN_RADIUS_PX, MAX_RADIUS_PX);
        while (radius > MIN_RADIUS_PX && capacity(ready, radius) < Math.min(tasks, ROOM_FOR)) {
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

    private static int columns(Box box, double radiusPx) {
        return Math.max(1, (int) ((box.widthPx() - 8) / pitch(radiusPx)));
    }

    private static int capacity(Box box, double radiusPx) {
        int rows = Math.max(1, (int) ((box.heightPx() - LABEL_PX - 4) / pitch(radiusPx)));
        return columns(box, radiusPx) * rows;
    }

    /**
     * A place in a box of many.
     *
     * @param hidden of how many further tokens this place tells the number instead of showing one; 0 for a token
     */
    public record Seat(double xPx, double yPx, int hidden) {}

    /** Returns the seats for a number of tokens in a box with a label; where there are too many, the last counts. */
    public List<Seat> seats(Box box, int tokens) {
        int capacity = capacity(box, radiusPx);
        int columns = columns(box, radiusPx);
        int shown = Math.min(tokens, capacity);
        double pitch = pitch(radiusPx);
        double high = Math.ceilDiv(shown, columns) * pitch;
        double top = box.yPx() + LABEL_PX + Math.max(0, (box.heightPx() - LABEL_PX - high) / 2);
        List<Seat> seats = new ArrayList<>(shown);
        for (int i = 0; i < shown; i++) {
            boolean counts = tokens > capacity && i == shown - 1;
            seats.add(new Seat(
                    box.xPx() + 4 + pitch * (i % columns + 0.5),
                    top + pitch * (Math.floorDiv(i, columns) + 0.5),
                    counts ? tokens - shown + 1 : 0));
        }
        return seats;
    }

    /** Returns the seat of the task on a core. */
    public Seat onCore(int core) {
        Box box = cores.get(core);
        double label = coreLabelPx(box);
        return new Seat(box.xPx() + box.widthPx() / 2, box.yPx() + label + (box.heightPx() - label) / 2, 0);
    }
}
