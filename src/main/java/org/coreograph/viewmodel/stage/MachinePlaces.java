package org.coreograph.viewmodel.stage;

import java.util.List;
import org.coreograph.timeline.Box;

/**
 * Where those are that need no more than a core: the ready queue at the left, cores in the middle, what is done at the
 * right. Immutable.
 *
 * @param ready the ready queue; an empty box where each core has its own
 * @param late where tasks are that have not arrived, or an empty box
 * @param cores a box a core
 * @param queues a box a core for its ready queue, or nothing
 * @param done where tasks are that ended
 * @param radiusPx of a token in a queue, and of those that are late or done
 * @param coreRadiusPx of a token on a core
 */
public record MachinePlaces(
        Box ready, Box late, List<Box> cores, List<Box> queues, Box done, double radiusPx, double coreRadiusPx) {
    /** The room above the tokens of a place, for its name. */
    private static final double LABEL_PX = 22;

    /** A lower place has no name, and all its room is for tokens. */
    private static final double MIN_LABELLED_PX = 38;

    private static final double INSET_PX = 4;
    private static final double BARE_INSET_PX = 2;

    private static final Box NOWHERE = new Box(0, 0, 0, 0);
    private static final double GAP_PX = 10;
    private static final double LOW_GAP_PX = 6;

    /** The share of the height that those have who are to arrive, above the ready queue. */
    private static final double LATE_SHARE = 0.46;

    private static final double MIN_CORES_PX = 20;
    private static final double MIN_RADIUS_PX = 5;
    private static final double MAX_RADIUS_PX = 40;

    /** So many tokens at most are made room for in the ready queue, and in that of one core; more overlap. */
    private static final int ROOM_FOR = 12;

    private static final int ROOM_FOR_OF_ONE = 5;

    private static final double MIN_LABELLED_CORE_HEIGHT_PX = 42;
    private static final double MIN_LABELLED_CORE_WIDTH_PX = 24;

    public MachinePlaces {
        cores = List.copyOf(cores);
        queues = List.copyOf(queues);
    }

    /** Lays the places of a run out in an area. */
    static MachinePlaces of(StageShape shape, Box area) {
        if (shape.queues()) {
            Box late = shape.late()
                    ? new Box(area.xPx(), area.yPx(), Math.clamp(area.widthPx() * 0.15, 64, 130), area.heightPx())
                    : NOWHERE;
            double left = shape.late() ? late.rightPx() + GAP_PX : area.xPx();
            CoreGrid grid = CoreGrid.withQueues(room(area, left, GAP_PX), shape.cores());
            if (!grid.queues().isEmpty()) {
                return of(shape, area, NOWHERE, late, grid, GAP_PX);
            }
        }
        double side = Math.clamp(area.widthPx() * 0.24, 64, 190);
        if (!shape.late()) {
            return withOneQueue(shape, area, new Box(area.xPx(), area.yPx(), side, area.heightPx()), NOWHERE);
        }
        double stacked = area.heightPx() - LOW_GAP_PX;
        if (stacked >= 2 * MIN_LABELLED_PX) {
            Box late =
                    new Box(area.xPx(), area.yPx(), side, Math.max(MIN_LABELLED_PX, Math.floor(stacked * LATE_SHARE)));
            double top = late.bottomPx() + LOW_GAP_PX;
            return withOneQueue(shape, area, new Box(area.xPx(), top, side, area.bottomPx() - top), late);
        }
        double half = Math.clamp(area.widthPx() * 0.18, 50, 130);
        Box late = new Box(area.xPx(), area.yPx(), half, area.heightPx());
        double left = late.rightPx() + LOW_GAP_PX;
        return withOneQueue(shape, area, new Box(left, area.yPx(), half, area.heightPx()), late);
    }

    private static MachinePlaces withOneQueue(StageShape shape, Box area, Box ready, Box late) {
        // Room for an arrow from the ready queue to the cores, and as much behind them.
        double arrow = Math.clamp(area.widthPx() * 0.11, 14, 30);
        CoreGrid grid = CoreGrid.of(room(area, ready.rightPx() + arrow, arrow), shape.cores());
        return of(shape, area, ready, late, grid, arrow);
    }

    private static MachinePlaces of(
            StageShape shape, Box area, Box ready, Box late, CoreGrid grid, double beforeDonePx) {
        double coresRight =
                grid.cores().stream().mapToDouble(Box::rightPx).max().orElseThrow();
        Box core = grid.cores().getFirst();
        boolean one = grid.queues().isEmpty();
        return new MachinePlaces(
                ready,
                late,
                grid.cores(),
                grid.queues(),
                new Box(coresRight + beforeDonePx, area.yPx(), doneWidthPx(area), area.heightPx()),
                one
                        ? radius(core, ready, Math.min(shape.tasks(), ROOM_FOR))
                        : radius(core, grid.queues().getFirst(), Math.min(shape.tasks(), ROOM_FOR_OF_ONE)),
                coreRadius(core));
    }

    private static double doneWidthPx(Box area) {
        return Math.clamp(area.widthPx() * 0.15, 58, 130);
    }

    /** Returns the room for cores. */
    private static Box room(Box area, double left, double beforeDonePx) {
        double width = area.rightPx() - doneWidthPx(area) - beforeDonePx - left;
        return new Box(left, area.yPx(), Math.max(MIN_CORES_PX, width), area.heightPx());
    }

    private static double coreRadius(Box core) {
        double inCore = Math.min(core.widthPx(), core.heightPx() - coreLabelPx(core)) * 0.42;
        return Math.clamp(inCore, Math.min(MIN_RADIUS_PX, inCore * 1.2), MAX_RADIUS_PX);
    }

    private static double radius(Box core, Box ready, int tokens) {
        double radius = Math.max(Seat.SMALL_RADIUS_PX, coreRadius(core));
        while (radius > Seat.SMALL_RADIUS_PX && Seat.capacity(below(ready), radius) < tokens) {
            radius = Math.max(Seat.SMALL_RADIUS_PX, radius - 0.5);
        }
        return radius;
    }

    /** Returns the room for a core's name; none where the core is too small for one. */
    public static double coreLabelPx(Box core) {
        return core.heightPx() >= MIN_LABELLED_CORE_HEIGHT_PX && core.widthPx() >= MIN_LABELLED_CORE_WIDTH_PX
                ? LABEL_PX
                : 0;
    }

    /** Returns whether a place has room for its name above its tokens. */
    public static boolean labelled(Box place) {
        return place.heightPx() >= MIN_LABELLED_PX;
    }

    /** Returns where the tokens of a place are: below its name, where it has one. */
    public static Box below(Box place) {
        double inset = labelled(place) ? INSET_PX : BARE_INSET_PX;
        double label = labelled(place) ? LABEL_PX : BARE_INSET_PX;
        return new Box(
                place.xPx() + inset,
                place.yPx() + label,
                Math.max(1, place.widthPx() - 2 * inset),
                Math.max(1, place.heightPx() - label - inset));
    }

    /** Returns the seat of the task on a core. */
    public Seat onCore(int core) {
        Box box = cores.get(core);
        double label = coreLabelPx(box);
        return new Seat(
                box.xPx() + box.widthPx() / 2, box.yPx() + label + (box.heightPx() - label) / 2, coreRadiusPx, 0);
    }
}
