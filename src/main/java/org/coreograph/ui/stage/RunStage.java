package org.coreograph.ui.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.EventSink;
import org.coreograph.model.WaitKind;
import org.coreograph.timeline.Box;
import org.coreograph.trace.Trace;
import org.coreograph.viewmodel.stage.MachinePlaces;
import org.coreograph.viewmodel.stage.ObjectStates;
import org.coreograph.viewmodel.stage.Seat;
import org.coreograph.viewmodel.stage.StageCard;
import org.coreograph.viewmodel.stage.StageLayout;
import org.coreograph.viewmodel.stage.StageShape;
import org.coreograph.viewmodel.stage.StageSnapshot;
import org.coreograph.viewmodel.stage.StageSnapshot.Waiter;
import org.jspecify.annotations.Nullable;

/** One run on the stage: its places in an area, its tokens at a time, and their motion. */
final class RunStage {
    /** More actions than that are read on another thread; until then nothing is known of objects. */
    private static final int READ_AT_ONCE = 50_000;

    /** A number in place of tokens that have no room, and the room they would have. */
    record Hidden(double xPx, double yPx, int count, Box room) {}

    private static final Box NOWHERE = new Box(0, 0, 0, 0);

    private final StageMotion motion = new StageMotion();
    private @Nullable RunReport run;
    private @Nullable CompletableFuture<ObjectStates> reading;
    private @Nullable ObjectStates states;
    private StageShape shape = new StageShape(1, false, 0, false, false, false, false, List.of(), 0);
    private Box area = NOWHERE;
    private StageLayout layout = StageLayout.of(shape, area);
    private StageSnapshot snapshot = StageSnapshot.EMPTY;
    private long atNanos;
    private final List<Hidden> hidden = new ArrayList<>();

    /** Reads a run, if it isn't the one on the stage. */
    void show(RunReport newRun) {
        if (!newRun.equals(run)) {
            run = newRun;
            Trace trace = newRun.trace();
            if (trace.actions().size() <= READ_AT_ONCE) {
                reading = null;
                read(newRun, ObjectStates.of(trace));
            } else {
                reading = CompletableFuture.supplyAsync(() -> ObjectStates.of(trace));
                read(newRun, ObjectStates.unread(trace));
            }
        } else if (reading != null && reading.isDone()) {
            read(newRun, reading.join());
            reading = null;
        }
    }

    private void read(RunReport newRun, ObjectStates newStates) {
        states = newStates;
        shape = StageShape.of(newRun.trace(), newStates, newRun.request().settings());
        area = NOWHERE;
    }

    /** Returns whether what objects hold is still being read, so that another frame is wanted. */
    boolean reading() {
        return reading != null;
    }

    /** Returns whether there is more to see than cores. */
    boolean crowded() {
        return shape.crowded();
    }

    /**
     * Sets the stage for the run that is shown.
     *
     * @param smoothly whether tokens move to their places where there is time to see it
     */
    void set(RunReport shown, Box newArea, long nanos, long nowNanos, boolean smoothly) {
        boolean sameStage = newArea.equals(area);
        if (!sameStage) {
            area = newArea;
            layout = StageLayout.of(shape, area);
        }
        atNanos = nanos;
        snapshot = StageSnapshot.of(shown.trace(), shown.request().settings(), nanos);
        motion.send(places(), nowNanos, !smoothly || !sameStage);
    }

    private Map<Integer, StageMotion.Spot> places() {
        Map<Integer, StageMotion.Spot> places = new HashMap<>();
        hidden.clear();
        MachinePlaces machine = layout.machine();
        double radius = machine.radiusPx();
        if (shape.late()) {
            seat(MachinePlaces.below(machine.late()), snapshot.late(), radius, places);
        }
        if (machine.queues().isEmpty()) {
            seat(MachinePlaces.below(machine.ready()), snapshot.ready(), radius, places);
        } else {
            for (int core = 0; core < snapshot.queues().size(); core++) {
                Box queue = machine.queues().get(core);
                seat(MachinePlaces.below(queue), snapshot.queues().get(core), radius, places);
            }
        }
        seat(MachinePlaces.below(machine.done()), snapshot.done(), radius, places);
        for (StageCard card : layout.cards()) {
            seat(card.senders(), senders(card), card.radiusPx(), true, places);
            seat(card.waiters(), waiters(card), card.radiusPx(), places);
        }
        for (int core = 0; core < snapshot.onCore().size(); core++) {
            int task = snapshot.onCore().get(core);
            if (task >= 0) {
                Seat seat = machine.onCore(core);
                places.put(task, new StageMotion.Spot(seat.xPx(), seat.yPx(), seat.radiusPx()));
            }
        }
        return places;
    }

    /** Returns the tasks on a card that wait to send. */
    List<Integer> senders(StageCard card) {
        return card.place() instanceof StageCard.Place.Shared(StageShape.Thing thing)
                        && card.senders().widthPx() > 0
                ? snapshot.waitersOf(thing.object()).stream()
                        .filter(waiter -> sends(thing.object(), waiter))
                        .map(Waiter::task)
                        .toList()
                : List.of();
    }

    /** Returns the other tasks on a card. */
    List<Integer> waiters(StageCard card) {
        List<Integer> senders = senders(card);
        return waiters(card.place()).filter(task -> !senders.contains(task)).toList();
    }

    private Stream<Integer> waiters(StageCard.Place place) {
        return switch (place) {
            case StageCard.Place.Common.SLEEPING -> snapshot.sleeping().stream();
            case StageCard.Place.Common.WAITING_FOR_IO -> snapshot.waitingForIo().stream();
            case StageCard.Place.Common.RESULTS -> Stream.empty();
            case StageCard.Place.Shared(StageShape.Thing thing) ->
                snapshot.waitersOf(thing.object()).stream().map(Waiter::task);
            case StageCard.Place.Rest rest ->
                Stream.concat(
                        rest.objects().stream()
                                .flatMap(object -> snapshot.waitersOf(object).stream())
                                .map(Waiter::task),
                        rest.places().stream().flatMap(this::waiters));
        };
    }

    private boolean sends(int object, Waiter waiter) {
        return waiter.kind() == WaitKind.SEND
                || (waiter.kind() == WaitKind.SELECT && !wanted(object, waiter).isEmpty());
    }

    /** Returns what the first of those who wait to send has to send; empty where nobody does, or that isn't known. */
    String offer(int object) {
        return offers(object).values().stream().findFirst().orElse("");
    }

    /** Returns what each of those who wait to send has to send, the one that has waited longest first. */
    Map<Integer, String> offers(int object) {
        Map<Integer, String> offers = new LinkedHashMap<>();
        for (Waiter waiter : snapshot.waitersOf(object)) {
            if (sends(object, waiter)) {
                offers.put(waiter.task(), wanted(object, waiter));
            }
        }
        return offers;
    }

    private String wanted(int object, Waiter waiter) {
        return states().wanted(object, waiter.task(), waiter.sinceNanos(), atNanos);
    }

    private void seat(Box room, List<Integer> tasks, double radiusPx, Map<Integer, StageMotion.Spot> places) {
        seat(room, tasks, radiusPx, false, places);
    }

    /** @param fromRight whether the first task is the rightmost */
    private void seat(
            Box room, List<Integer> tasks, double radiusPx, boolean fromRight, Map<Integer, StageMotion.Spot> places) {
        if (tasks.isEmpty() || room.widthPx() <= 0) {
            return;
        }
        List<Seat> seats = Seat.in(room, tasks.size(), radiusPx);
        for (int i = 0; i < seats.size(); i++) {
            Seat seat = seats.get(i);
            double x = fromRight ? room.xPx() + room.rightPx() - seat.xPx() : seat.xPx();
            if (seat.hidden() > 0) {
                hidden.add(new Hidden(x, seat.yPx(), seat.hidden(), room));
            } else {
                places.put(tasks.get(i), new StageMotion.Spot(x, seat.yPx(), seat.radiusPx()));
            }
        }
    }

    /** Returns the task whose token is seen at a point, or else -1. */
    int taskAt(double xPx, double yPx, long nowNanos) {
        return tokens(nowNanos).entrySet().stream()
                .filter(token -> Math.hypot(
                                token.getValue().xPx() - xPx, token.getValue().yPx() - yPx)
                        <= token.getValue().radiusPx())
                .mapToInt(Map.Entry::getKey)
                .max()
                .orElse(EventSink.NONE);
    }

    StageLayout layout() {
        return layout;
    }

    StageSnapshot snapshot() {
        return snapshot;
    }

    ObjectStates states() {
        if (states == null) {
            throw new IllegalStateException("no run is on the stage yet");
        }
        return states;
    }

    long atNanos() {
        return atNanos;
    }

    List<Hidden> hidden() {
        return hidden;
    }

    Map<Integer, StageMotion.Spot> tokens(long nowNanos) {
        return motion.at(nowNanos);
    }

    boolean moving(long nowNanos) {
        return motion.moving(nowNanos);
    }
}
