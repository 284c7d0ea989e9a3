package org.coreograph.viewmodel.stage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.coreograph.model.ObjectKind;
import org.coreograph.timeline.Box;
import org.coreograph.viewmodel.stage.StageCard.Place;
import org.coreograph.viewmodel.stage.StageShape.Thing;

/**
 * Cards in rows: as wide as they can be, and a channel as wide as its values need. Where there is no room for all
 * objects, those that matter least share a card.
 *
 * @param rows the cards in each row
 */
record CardGrid(List<List<Card>> rows) {
    /** A place, and how many columns its card takes. */
    record Card(Place place, int columns) {}

    private static final double GAP_PX = 8;
    private static final double ROW_GAP_PX = 6;
    /** A row is at least so high: a name, and a small token. */
    static final double MIN_ROW_PX = StageCard.NAME_PX + 2 * Seat.SMALL_RADIUS_PX + StageCard.BOTTOM_PX;

    /** Rows are rather as high as this than cards wide. */
    private static final double GOOD_ROW_PX = 54;

    private static final double MAX_ROW_PX = 86;
    /** How wide an ordinary card is at least: the first width with which all have room. */
    private static final double[] CARD_WIDTHS_PX = {150, 110, 78};

    private static final double MAX_CARD_PX = 250;
    private static final int WIDEST_CHANNEL = 3;
    /** How many of the places that are no objects can share a card. */
    private static final int FOLDABLE = 3;

    CardGrid {
        rows = List.copyOf(rows);
    }

    /**
     * Chooses the cards for an area, which may turn out to need less height.
     *
     * @param heightPx the height that cards should have
     * @param mostPx the height they can have where there is no room for all otherwise
     */
    static CardGrid of(StageShape shape, double widthPx, double heightPx, double mostPx) {
        List<Place> own = places(shape, shape.things().size(), 0);
        int most = rowsIn(mostPx, MIN_ROW_PX);
        return whole(own, widthPx, rowsIn(heightPx, GOOD_ROW_PX), false)
                .or(() -> whole(own, widthPx, rowsIn(heightPx, MIN_ROW_PX), true))
                .or(() -> whole(own, widthPx, most, true))
                .orElseGet(() -> folded(shape, columns(widthPx, CARD_WIDTHS_PX[CARD_WIDTHS_PX.length - 1]), most));
    }

    /**
     * Returns a grid with a card for every place, if there is room for it.
     *
     * @param squeezed whether a channel may be too narrow for its values
     */
    private static Optional<CardGrid> whole(List<Place> places, double widthPx, int rows, boolean squeezed) {
        for (double cardPx : CARD_WIDTHS_PX) {
            int columns = columns(widthPx, cardPx);
            int widest = Math.min(columns, WIDEST_CHANNEL);
            if (!squeezed && places.stream().anyMatch(place -> columnsOf(place, columns + 1, cardPx) > widest)) {
                continue;
            }
            for (int wide = widest; wide >= (squeezed ? 1 : widest); wide--) {
                CardGrid grid = of(places, columns, wide, cardPx);
                if (grid.rows.size() <= rows) {
                    return Optional.of(grid);
                }
            }
        }
        return Optional.empty();
    }

    /** Returns a grid on which as few places share a card as there is room for. */
    private static CardGrid folded(StageShape shape, int columns, int rows) {
        int all = shape.things().size();
        int room = columns * rows;
        for (int folded = 0; folded < FOLDABLE; folded++) {
            for (int alone = Math.min(all, room); alone >= Math.min(1, all); alone--) {
                List<Place> places = places(shape, alone, folded);
                if (places.size() <= room) {
                    return of(places, columns, 1, CARD_WIDTHS_PX[0]);
                }
            }
        }
        return of(places(shape, 0, FOLDABLE), columns, 1, CARD_WIDTHS_PX[0]);
    }

    private static int columns(double widthPx, double cardPx) {
        return Math.max(1, (int) ((widthPx + GAP_PX) / (cardPx + GAP_PX)));
    }

    private static int rowsIn(double heightPx, double rowPx) {
        return Math.max(1, (int) ((heightPx + ROW_GAP_PX) / (rowPx + ROW_GAP_PX)));
    }

    private static CardGrid of(List<Place> places, int columns, int widest, double cardPx) {
        List<List<Card>> rows = new ArrayList<>();
        List<Card> row = new ArrayList<>();
        int used = 0;
        for (Place place : places) {
            int needs = columnsOf(place, widest, cardPx);
            if (used + needs > columns && !row.isEmpty()) {
                rows.add(row);
                row = new ArrayList<>();
                used = 0;
            }
            row.add(new Card(place, needs));
            used += needs;
        }
        if (!row.isEmpty()) {
            rows.add(row);
        }
        return new CardGrid(rows);
    }

    private static int columnsOf(Place place, int widest, double cardPx) {
        return place instanceof Place.Shared(Thing thing) && thing.kind() == ObjectKind.CHANNEL
                ? Math.clamp((long) Math.ceil(StageCard.channelPx(thing) / cardPx), 1, widest)
                : 1;
    }

    /**
     * @param alone how many objects have a card of their own
     * @param folded how many of the other places have none, those first of which there is least to see
     */
    private static List<Place> places(StageShape shape, int alone, int folded) {
        List<Place> places = new ArrayList<>();
        Set<Thing> kept = shape.things().stream()
                .sorted(Comparator.comparingInt((Thing thing) -> thing.waits() > 0 ? 0 : 1)
                        .thenComparingLong(thing -> -((long) thing.waits() + thing.changes()))
                        .thenComparingInt(Thing::object))
                .limit(alone)
                .collect(Collectors.toSet());
        List<Integer> rest = new ArrayList<>();
        for (Thing thing : shape.things()) {
            if (kept.contains(thing)) {
                places.add(new Place.Shared(thing));
            } else {
                rest.add(thing.object());
            }
        }
        List<Place.Common> others = new ArrayList<>();
        if (shape.sleeping()) {
            others.add(Place.Common.SLEEPING);
        }
        if (shape.io()) {
            others.add(Place.Common.WAITING_FOR_IO);
        }
        if (shape.results()) {
            others.add(Place.Common.RESULTS);
        }
        int own = Math.max(0, others.size() - folded);
        List<Place.Common> together = others.subList(own, others.size());
        if (!rest.isEmpty() || !together.isEmpty() || (!places.isEmpty() && shape.still() > 0)) {
            places.add(new Place.Rest(rest, shape.still(), together));
        }
        places.addAll(others.subList(0, own));
        return places;
    }

    /**
     * Returns how high it wants to be: no more than there should be, unless its rows need more.
     *
     * @param heightPx the height that cards should have
     */
    double heightPx(double heightPx) {
        if (rows.isEmpty()) {
            return 0;
        }
        return Math.clamp(heightPx, rowsPx(MIN_ROW_PX), rowsPx(MAX_ROW_PX));
    }

    private double rowsPx(double rowPx) {
        return rows.size() * (rowPx + ROW_GAP_PX) - ROW_GAP_PX;
    }

    /** Lays the cards out in an area. */
    List<StageCard> cards(Box area) {
        List<StageCard> cards = new ArrayList<>();
        double most = Math.min(area.heightPx(), heightPx(area.heightPx()));
        double height = (most + ROW_GAP_PX) / Math.max(1, rows.size()) - ROW_GAP_PX;
        for (int row = 0; row < rows.size(); row++) {
            List<Card> its = rows.get(row);
            int units = its.stream().mapToInt(Card::columns).sum();
            double unit = Math.min(MAX_CARD_PX, (area.widthPx() + GAP_PX) / units - GAP_PX);
            double x = area.xPx();
            double y = area.yPx() + row * (height + ROW_GAP_PX);
            for (Card card : its) {
                double width = card.columns * (unit + GAP_PX) - GAP_PX;
                cards.add(StageCard.of(card.place, new Box(x, y, width, height)));
                x += width + GAP_PX;
            }
        }
        return cards;
    }
}
