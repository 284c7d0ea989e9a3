package org.coreograph.viewmodel.stage;

import java.util.List;
import org.coreograph.timeline.Box;

/**
 * Where everything on a stage lies: the cores with those that wait for one or need none any longer, and cards for what
 * tasks wait for and share, below or in a wide area beside. Immutable.
 *
 * @param machine where those are that need no more than a core
 * @param cards of what tasks wait for and share
 */
public record StageLayout(MachinePlaces machine, List<StageCard> cards) {
    private static final double GAP_PX = 8;
    private static final double BESIDE_GAP_PX = 20;

    /** Where an area is so much wider than high, and as wide as this, cards lie beside the cores. */
    private static final double BESIDE_ASPECT = 2.3;

    private static final double BESIDE_PX = 560;
    private static final int BESIDE_CORES = 16;
    private static final double BESIDE_SHARE = 0.54;

    /** What the cores and queues should have of the height, and what they need where cards would have no room else. */
    private static final double MIN_TOP_PX = 64;

    private static final double MIN_TOP_WITH_LATE_PX = 90;
    private static final double LEAST_TOP_PX = 42;

    /** The share of the height that cards should have at most, and can have. */
    private static final double CARDS_SHARE = 0.62;

    private static final double MOST_CARDS_SHARE = 0.66;

    public StageLayout {
        cards = List.copyOf(cards);
    }

    /** Lays the places of a run out in an area. */
    public static StageLayout of(StageShape shape, Box area) {
        if (!shape.crowded()) {
            return new StageLayout(MachinePlaces.of(shape, area), List.of());
        }
        boolean beside = area.widthPx() >= BESIDE_PX
                && area.widthPx() >= BESIDE_ASPECT * area.heightPx()
                && shape.cores() <= BESIDE_CORES;
        return beside ? beside(shape, area) : below(shape, area);
    }

    private static StageLayout beside(StageShape shape, Box area) {
        double left = Math.floor(area.widthPx() * (1 - BESIDE_SHARE));
        double x = area.xPx() + left + BESIDE_GAP_PX;
        Box right = new Box(x, area.yPx(), area.rightPx() - x, area.heightPx());
        CardGrid grid = CardGrid.of(shape, right.widthPx(), right.heightPx(), right.heightPx());
        return new StageLayout(
                MachinePlaces.of(shape, new Box(area.xPx(), area.yPx(), left, area.heightPx())), grid.cards(right));
    }

    private static StageLayout below(StageShape shape, Box area) {
        double top = shape.late() ? MIN_TOP_WITH_LATE_PX : MIN_TOP_PX;
        double room = Math.min(area.heightPx() * CARDS_SHARE, area.heightPx() - top - GAP_PX);
        double atAPinch = Math.min(area.heightPx() * MOST_CARDS_SHARE, area.heightPx() - LEAST_TOP_PX - GAP_PX);
        CardGrid grid = CardGrid.of(shape, area.widthPx(), room, atAPinch);
        double height = grid.heightPx(room);
        Box cards = new Box(area.xPx(), area.bottomPx() - height, area.widthPx(), height);
        double above = Math.max(1, area.heightPx() - height - GAP_PX);
        return new StageLayout(
                MachinePlaces.of(shape, new Box(area.xPx(), area.yPx(), area.widthPx(), above)), grid.cards(cards));
    }
}
