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
 * Cards in rows. A channel is wider than another card where there is room for that. Where there is no room for all
 * objects, those that matter least share a card.
 *
 * @param rows the places in each row
 * @param columns how many cards of ordinary width a row has room for
 * @param channelColumns how many of those columns a channel takes
 */
record CardGrid(List<List<Place>> rows, int columns, int channelColumns) {
    static final double GAP_PX = 8;
    /** A row is at least so high. */
    static final double MIN_ROW_PX = 40;

    private static final double MAX_ROW_PX = 86;
    private static final double MIN_CARD_PX = 84;
    private static final double MAX_CARD_PX = 250;
    private static final int WIDEST_CHANNEL = 3;

    CardGrid {
        rows = List.copyOf(rows);
    }

    /** Chooses the cards for an area, which may turn out to need less height. */
    static CardGrid of(StageShape shape, double widthPx, double heightPx) {
        int columns = Math.max(1, (int) ((widthPx + GAP_PX) / (MIN_CARD_PX + GAP_PX)));
        int most = Math.max(1, (int) ((heightPx + GAP_PX) / (MIN_ROW_PX + GAP_PX)));
        for (int wide = Math.min(columns, WIDEST_CHANNEL); wide > 1; wide--) {
            CardGrid grid = new CardGrid(rows(places(shape, shape.things().size()), columns, wide), columns, wide);
            if (grid.rows.size() <= most) {
                return grid;
            }
        }
        for (int alone = shape.things().size(); alone > 0; alone--) {
            CardGrid grid = new CardGrid(rows(places(shape, alone), columns, 1), columns, 1);
            if (grid.rows.size() <= most) {
                return grid;
            }
        }
        return new CardGrid(rows(places(shape, 0), columns, 1), columns, 1);
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

    private static List<List<Place>> rows(List<Place> places, int columns, int channelColumns) {
        List<List<Place>> rows = new ArrayList<>();
        List<Place> row = new ArrayList<>();
        int used = 0;
        for (Place place : places) {
            int needs = columnsOf(place, channelColumns);
            if (used + needs > columns && !row.isEmpty()) {
                rows.add(row);
                row = new ArrayList<>();
                used = 0;
            }
            row.add(place);
            used += needs;
        }
        if (!row.isEmpty()) {
            rows.add(row);
        }
        return rows;
    }

    private static int columnsOf(Place place, int channelColumns) {
        return place instanceof Place.Shared(Thing thing) && thing.kind() == ObjectKind.CHANNEL && thing.capacity() > 0
                ? channelColumns
                : place instanceof Place.Shared(Thing thing) && thing.kind() == ObjectKind.CHANNEL
                        ? Math.min(2, channelColumns)
                        : 1;
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
            List<Place> places = rows.get(row);
            int units = places.stream()
                    .mapToInt(place -> columnsOf(place, channelColumns))
                    .sum();
            double unit = Math.min(MAX_CARD_PX, (area.widthPx() + GAP_PX) / units - GAP_PX);
            double x = area.xPx();
            double y = area.yPx() + row * (height + GAP_PX);
            for (Place place : places) {
                int its = columnsOf(place, channelColumns);
                double width = its * (unit + GAP_PX) - GAP_PX;
                cards.add(StageCard.of(place, new Box(x, y, width, height)));
                x += width + GAP_PX;
            }
        }
        return cards;
    }
}
