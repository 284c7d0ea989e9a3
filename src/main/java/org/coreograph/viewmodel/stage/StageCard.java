package org.coreograph.viewmodel.stage;

import java.util.List;
import org.coreograph.model.ObjectKind;
import org.coreograph.timeline.Box;

/**
 * A place for those who wait for something else than a core, and for what they wait for. Immutable.
 *
 * @param box all of it; its name is at the top
 * @param senders where those are who wait to put something into a channel, or an empty box
 * @param offer where the value is shown that the first of them wants to send, or an empty box
 * @param inside where it is shown what is in an object, or an empty box
 * @param waiters where all others are who wait, or an empty box
 * @param radiusPx of a token
 */
public record StageCard(Place place, Box box, Box senders, Box offer, Box inside, Box waiters, double radiusPx) {
    /** What a card is for. */
    public sealed interface Place {
        /** A place that is there once, for all objects. */
        enum Common implements Place {
            SLEEPING("sleeping"),
            WAITING_FOR_IO("waiting for I/O"),
            RESULTS("partial results");

            private final String title;

            Common(String title) {
                this.title = title;
            }

            public String title() {
                return title;
            }
        }

        record Shared(StageShape.Thing thing) implements Place {}

        /**
         * All that had no room for a card of its own.
         *
         * @param objects those that matter
         * @param still how many objects nobody waits for nor changes
         * @param places that are no objects
         */
        record Rest(List<Integer> objects, int still, List<Common> places) implements Place {
            public Rest {
                objects = List.copyOf(objects);
                places = List.copyOf(places);
            }

            public int count() {
                return objects.size() + still + places.size();
            }
        }
    }

    /** The room at the top for the name. */
    public static final double NAME_PX = 18;

    /** The room below what is on it. */
    static final double BOTTOM_PX = 4;

    private static final double INSET_PX = 4;
    private static final double MAX_RADIUS_PX = 18;
    private static final double MIN_RADIUS_PX = 5;
    /** What is inside needs no more height than that. */
    private static final double TALLEST_PX = 44;

    private static final double MIN_END_PX = 26;
    private static final double MAX_END_PX = 110;
    private static final double MIN_OFFER_PX = 24;
    private static final double MAX_OFFER_PX = 60;
    /** What a value has at most, and what is enough for a number. */
    private static final double CELL_PX = 57;

    private static final double SMALL_CELL_PX = 26;
    private static final int MOST_CELLS = 10;

    private static final Box NOWHERE = new Box(0, 0, 0, 0);

    /** Divides a card's box into its parts. */
    static StageCard of(Place place, Box box) {
        double height = Math.min(TALLEST_PX, box.heightPx() - NAME_PX - BOTTOM_PX);
        double free = box.heightPx() - NAME_PX - BOTTOM_PX - height;
        Box rest = new Box(
                box.xPx() + INSET_PX,
                box.yPx() + NAME_PX + free / 2,
                Math.max(1, box.widthPx() - 2 * INSET_PX),
                Math.max(1, height));
        double radius = Math.clamp(rest.heightPx() / 2, MIN_RADIUS_PX, MAX_RADIUS_PX);
        return switch (place) {
            case Place.Common.SLEEPING, Place.Common.WAITING_FOR_IO ->
                new StageCard(place, box, NOWHERE, NOWHERE, NOWHERE, rest, radius);
            case Place.Rest _ -> new StageCard(place, box, NOWHERE, NOWHERE, NOWHERE, rest, radius);
            case Place.Common.RESULTS -> new StageCard(place, box, NOWHERE, NOWHERE, rest, NOWHERE, radius);
            case Place.Shared(StageShape.Thing thing) -> {
                if (thing.kind() == ObjectKind.CHANNEL) {
                    yield channel(place, box, thing, rest, radius);
                }
                double share = insideShare(thing);
                yield new StageCard(
                        place, box, NOWHERE, NOWHERE, part(rest, 0, share), part(rest, share, 1 - share), radius);
            }
        };
    }

    /**
     * A pipe, with senders at its left and receivers at its right where anyone ever waits there; all of them side by
     * side, and no wider than they need.
     */
    private static StageCard channel(Place place, Box box, StageShape.Thing thing, Box rest, double radius) {
        double width = rest.widthPx();
        double most = thing.sends() && thing.receives() ? 0.23 : 0.3;
        double atEnd = Math.clamp(width * 0.2, Math.min(MIN_END_PX, width * most), MAX_END_PX);
        double sending = thing.sends() ? atEnd : 0;
        double offering =
                thing.sends() ? Math.clamp(width * 0.16, Math.min(MIN_OFFER_PX, width * 0.2), MAX_OFFER_PX) : 0;
        double receiving = thing.receives() ? atEnd : 0;
        double needed = thing.capacity() == 0 ? CELL_PX : Math.min(thing.capacity(), 1_000) * CELL_PX + CELL_PX / 2;
        double inside = Math.min(needed, width - sending - offering - receiving);
        boolean waits = sending + receiving > 0;
        return new StageCard(
                place,
                box,
                part(rest, 0, sending / width),
                part(rest, sending / width, offering / width),
                part(rest, (sending + offering) / width, inside / width),
                part(rest, (sending + offering + inside) / width, receiving / width),
                waits ? Math.min(radius, atEnd / 2 - 0.5) : radius);
    }

    /** Returns how wide the card of a channel is at best. */
    static double channelPx(StageShape.Thing thing) {
        double ends = (thing.sends() ? 2 : 0) + (thing.receives() ? 1 : 0);
        return ends * MIN_END_PX + Math.min(thing.capacity(), MOST_CELLS) * SMALL_CELL_PX + 2 * INSET_PX;
    }

    private static double insideShare(StageShape.Thing thing) {
        boolean waits = thing.waits() > 0;
        return switch (thing.kind()) {
            case CONDITION, SELECT -> 0;
            case MUTEX -> waits ? 0.4 : 1;
            case CHANNEL, RW_MUTEX, SEMAPHORE, POOL, BARRIER, WAIT_GROUP, ATOMIC, SHARED, OWNED, FILE, ONCE, BUS ->
                waits ? 0.56 : 1;
        };
    }

    private static Box part(Box of, double from, double share) {
        return share <= 0
                ? NOWHERE
                : new Box(of.xPx() + of.widthPx() * from, of.yPx(), of.widthPx() * share, of.heightPx());
    }
}
