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

        record WaitingForIo() implements WaitPlace {}

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

    private static final double INSET_PX = 4;
    /** The share of a place in the row below that its name has. */
    private static final double NAME_SHARE = 0.56;

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
    /** At most so many tokens are made room for in the ready queue; more overlap. */
    private static final int ROOM_FOR = 12;

    public StageLayout {
        cores = List.copyOf(cores);
        waits = List.copyOf(waits);
    }

    /** Lays the places of a run out in an area. */
    public static StageLayout of(StageShape shape, Box area) {
        List<WaitPlace> places = waitPlaces(shape, area.widthPx());
        double below = places.isEmpty() ? 0 : Math.clamp(area.heightPx() * 0.3, 36, 72);
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
                radius(cores.getFirst(), ready, below, shape.tasks()));
    }

    private static List<WaitPlace> waitPlaces(StageShape shape, double widthPx) {
        List<WaitPlace> places = new ArrayList<>();
        if (shape.sleeping()) {
            places.add(new WaitPlace.Sleeping());
        }
        if (shape.io()) {
            places.add(new WaitPlace.WaitingForIo());
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

    private static double radius(Box core, Box ready, double waitHeightPx, int tasks) {
        double inCore = Math.min(core.widthPx() * 0.4, (core.heightPx() - coreLabelPx(core)) * 0.36);
        double inWait = waitHeightPx > 0 ? waitHeightPx * 0.42 : MAX_RADIUS_PX;
        double radius = Math.clamp(Math.min(inCore, inWait), MIN_RADIUS_PX, MAX_RADIUS_PX);
        while (radius > MIN_RADIUS_PX && capacity(below(ready), pitch(radius)) < Math.min(tasks, ROOM_FOR)) {
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

    /** Returns how many tokens have room in a box at a distance from one another. */
    private static int capacity(Box box, double pitchPx) {
        return columns(box, pitchPx) * Math.max(1, (int) (box.heightPx() / pitchPx));
    }

    private static int columns(Box box, double pitchPx) {
        return Math.max(1, (int) (box.widthPx() / pitchPx));
    }

    /**
     * A place in a box of many.
     *
     * @param hidden of how many further tokens this place tells the number instead of showing one; 0 for a token
     */
    public record Seat(double xPx, double yPx, int hidden) {}

    /** Returns where the tokens of a place with its name above them are. */
    public static Box below(Box place) {
        return new Box(
                place.xPx() + INSET_PX,
                place.yPx() + LABEL_PX,
                place.widthPx() - 2 * INSET_PX,
                place.heightPx() - LABEL_PX - INSET_PX);
    }

    /** Returns where the tokens of a place with its name at the left are. */
    public static Box beside(Box place) {
        double left = place.widthPx() * NAME_SHARE;
        return new Box(place.xPx() + left, place.yPx() + 2, place.widthPx() - left - INSET_PX, place.heightPx() - 4);
    }

    /**
     * Returns the seats for a number of tokens. Where there are many they overlap; where there are too many even for
     * that, the last seat counts.
     *
     * @param room where tokens are, of one of the places
     */
    public List<Seat> seats(Box room, int tokens) {
        double pitch = pitch(radiusPx);
        while (pitch > radiusPx && capacity(room, pitch) < tokens) {
            pitch *= 0.95;
        }
        int columns = columns(room, pitch);
        int shown = Math.min(tokens, capacity(room, pitch));
        double high = Math.ceilDiv(shown, columns) * pitch;
        double top = room.yPx() + Math.max(0, (room.heightPx() - high) / 2);
        List<Seat> seats = new ArrayList<>(shown);
        for (int i = 0; i < shown; i++) {
            boolean counts = shown < tokens && i == shown - 1;
            seats.add(new Seat(
                    room.xPx() + pitch * (i % columns + 0.5),
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
