package org.coreograph.viewmodel.stage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

    static final double GAP_PX = 8;
    /** A row is at least so high. */
    static final double MIN_ROW_PX = 40;

    private static final double MAX_ROW_PX = 86;
    /** How wide an ordinary card is at least: the first width with which all have room. */
    private static final double[] CARD_WIDTHS_PX = {150, 110, 78};

    private static final double MAX_CARD_PX = 250;
    private static final int WIDEST_CHANNEL = 3;

    CardGrid {
        rows = List.copyOf(rows);
    }

    /** Chooses the cards for an area, which may turn out to need less height. */
    static CardGrid of(StageShape shape, double widthPx, double heightPx) {
        int most = Math.max(1, (int) ((heightPx + GAP_PX) / (MIN_ROW_PX + GAP_PX)));
        int columns = 1;
        for (double cardPx : CARD_WIDTHS_PX) {
            columns = Math.max(1, (int) ((widthPx + GAP_PX) / (cardPx + GAP_PX)));
            for (int wide = Math.min(columns, WIDEST_CHANNEL); wide > 0; wide--) {
                CardGrid grid = of(shape, shape.things().size(), columns, wide, cardPx);
                if (grid.rows.size() <= most) {
                    return grid;
                }
            }
        }
        for (int alone = shape.things().size() - 1; alone > 0; alone--) {
            CardGrid grid = of(shape, alone, columns, 1, CARD_WIDTHS_PX[0]);
            if (grid.rows.size() <= most) {
                return grid;
            }
        }
        return of(shape, 0, columns, 1, CARD_WIDTHS_PX[0]);
    }

    /** @param alone how many objects have a card of their own */
    private static CardGrid of(StageShape shape, int alone, int columns, int widest, double cardPx) {
        List<List<Card>> rows = new ArrayList<>();
        List<Card> row = new ArrayList<>();
        int used = 0;
        for (Place place : places(shape, alone)) {
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

    /** @param alone how many objects have a card of their own */
    private static List<Place> places(StageShape shape, int alone) {
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
        if (!rest.isEmpty() || (!places.isEmpty() && shape.still() > 0)) {
            places.add(new Place.Rest(rest, shape.still()));
        }
        if (shape.sleeping()) {
            places.add(new Place.Sleeping());
        }
        if (shape.io()) {
            places.add(new Place.WaitingForIo());
        }
        if (shape.results()) {
            places.add(new Place.Results());
        }
        return places;
    }

    /** Returns how high it wants to be, at most as high as there is room. */
    double heightPx(double mostPx) {
        if (rows.isEmpty()) {
            return 0;
        }
        return Math.min(mostPx, rows.size() * (MAX_ROW_PX + GAP_PX) - GAP_PX);
    }

    /** Lays the cards out in an area. */
    List<StageCard> cards(Box area) {
        List<StageCard> cards = new ArrayList<>();
        double height = (heightPx(area.heightPx()) + GAP_PX) / Math.max(1, rows.size()) - GAP_PX;
        for (int row = 0; row < rows.size(); row++) {
            List<Card> its = rows.get(row);
            int units = its.stream().mapToInt(Card::columns).sum();
            double unit = Math.min(MAX_CARD_PX, (area.widthPx() + GAP_PX) / units - GAP_PX);
            double x = area.xPx();
            double y = area.yPx() + row * (height + GAP_PX);
            for (Card card : its) {
                double width = card.columns * (unit + GAP_PX) - GAP_PX;
                cards.add(StageCard.of(card.place, new Box(x, y, width, height)));
                x += width + GAP_PX;
            }
        }
        return cards;
    }
}
