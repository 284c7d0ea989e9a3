package org.coreograph.ui.stage;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.coreograph.model.Durations;

/** Moves tokens from where they were seen last to where they belong now, slowing down as they arrive. */
final class StageMotion {
    /** How long a token is on its way. */
    static final long LENGTH_NANOS = 160 * Durations.MILLI;

    /** Where a token is seen, and how large. */
    record Spot(double xPx, double yPx, double radiusPx) {}

    private record Way(Spot from, Spot to, long sinceNanos) {
        Spot at(long nowNanos) {
            double share = Math.clamp((nowNanos - sinceNanos) / (double) LENGTH_NANOS, 0, 1);
            double eased = 1 - Math.pow(1 - share, 3);
            return new Spot(
                    from.xPx + (to.xPx - from.xPx) * eased,
                    from.yPx + (to.yPx - from.yPx) * eased,
                    from.radiusPx + (to.radiusPx - from.radiusPx) * eased);
        }

        boolean arrived(long nowNanos) {
            return nowNanos - sinceNanos >= LENGTH_NANOS;
        }
    }

    private final Map<Integer, Way> ways = new HashMap<>();

    /**
     * Sends tokens to their places.
     *
     * @param places of tasks
     * @param atOnce whether they are to be there at once: after a jump there is no way between
     */
    void send(Map<Integer, Spot> places, long nowNanos, boolean atOnce) {
        for (Iterator<Integer> tasks = ways.keySet().iterator(); tasks.hasNext(); ) {
            if (!places.containsKey(tasks.next())) {
                tasks.remove();
            }
        }
        places.forEach((task, place) -> {
            Way way = ways.get(task);
            if (way == null || atOnce) {
                ways.put(task, new Way(place, place, nowNanos - LENGTH_NANOS));
            } else if (!way.to.equals(place)) {
                ways.put(task, new Way(way.at(nowNanos), place, nowNanos));
            }
        });
    }

    /** Returns where each token is seen. */
    Map<Integer, Spot> at(long nowNanos) {
        Map<Integer, Spot> spots = new HashMap<>();
        ways.forEach((task, way) -> spots.put(task, way.at(nowNanos)));
        return spots;
    }

    /** Returns whether a token is on its way. */
    boolean moving(long nowNanos) {
        return ways.values().stream().anyMatch(way -> !way.arrived(nowNanos));
    }
}
