package org.coreograph.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.coreograph.model.StuckTask;
import org.coreograph.program.Waitable;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for whom when nothing can run again. Each blocked task waits for one thing, and a thing may be held by
 * several tasks. So from each thing arrows lead to the things that its holders wait for. A walk along the arrows, as far
 * as it goes, then back and along the next ones, comes to each thing once; where there is a cycle it meets a thing that
 * it is still on the way from.
 */
final class Deadlock {
    private static final int SHOWN = 8;

    private final Map<Integer, Waitable> waits = new LinkedHashMap<>();
    private final IntFunction<String> taskName;

    Deadlock(IntFunction<String> taskName) {
        this.taskName = taskName;
    }

    /** Adds a blocked task, in order of id. */
    void add(int task, Waitable waitsFor) {
        waits.put(task, waitsFor);
    }

    /** Returns the cycle with the lowest task that was found, from that task on; or every stuck task where there is none. */
    List<StuckTask> links() {
        List<Integer> cycle = cycle();
        List<StuckTask> links = new ArrayList<>();
        for (int i = 0; i < cycle.size(); i++) {
            links.add(link(cycle.get(i), cycle.get((i + 1) % cycle.size())));
        }
        if (links.isEmpty()) {
            waits.forEach((task, on) -> {
                int[] holders = on.holders();
                links.add(link(task, holders.length == 0 ? null : holders[0]));
            });
        }
        return links;
    }

    private StuckTask link(int task, @Nullable Integer holder) {
        Waitable on = waits.get(task);
        return new StuckTask(task, on == null ? "" : on.name(), holder);
    }

    private List<Integer> cycle() {
        Walk walk = new Walk();
        waits.values().forEach(walk::from);
        return walk.lowest;
    }

    /** A thing on the way, and how many of its holders the walk has gone on to. */
    private static final class Stop {
        final Waitable thing;
        final int[] holders;
        int next;

        Stop(Waitable thing) {
            this.thing = thing;
            this.holders = thing.holders();
        }
    }

    private final class Walk {
        private final Set<Waitable> seen = new HashSet<>();
        private final List<Stop> way = new ArrayList<>();
        private final Map<Waitable, Integer> placeOnTheWay = new HashMap<>();
        private List<Integer> lowest = List.of();

        void from(Waitable first) {
            goTo(first);
            while (!way.isEmpty()) {
                Stop stop = way.getLast();
                if (stop.next == stop.holders.length) {
                    placeOnTheWay.remove(stop.thing);
                    way.removeLast();
                    continue;
                }
                Waitable on = waits.get(stop.holders[stop.next++]);
                if (on == null) {
                    continue;
                }
                Integer place = placeOnTheWay.get(on);
                if (place == null) {
                    goTo(on);
                } else {
                    close(place);
                }
            }
        }

        private void goTo(Waitable thing) {
            if (seen.add(thing)) {
                placeOnTheWay.put(thing, way.size());
                way.add(new Stop(thing));
            }
        }

        /** Each thing from a place on is held by a task that waits for the next, and the last for the first. */
        private void close(int place) {
            List<Integer> cycle = new ArrayList<>();
            way.subList(place, way.size()).forEach(stop -> cycle.add(stop.holders[stop.next - 1]));
            Collections.rotate(cycle, -cycle.indexOf(Collections.min(cycle)));
            if (lowest.isEmpty() || cycle.getFirst() < lowest.getFirst()) {
                lowest = cycle;
            }
        }
    }

    /** Returns one line that says it. */
    String reason() {
        List<StuckTask> links = links();
        String shown = links.stream().limit(SHOWN).map(this::words).collect(Collectors.joining(", "));
        return "deadlock: " + shown + (links.size() > SHOWN ? ", and " + (links.size() - SHOWN) + " more" : "");
    }

    private String words(StuckTask link) {
        Integer holder = link.heldBy();
        return taskName.apply(link.task()) + " waits for " + link.waitsFor()
                + (holder == null ? "" : " held by " + taskName.apply(holder));
    }
}
