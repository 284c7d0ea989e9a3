package org.coreograph.ui.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coreograph.analysis.RunReport;
import org.coreograph.timeline.Box;
import org.coreograph.viewmodel.stage.StageLayout;
import org.coreograph.viewmodel.stage.StageLayout.Seat;
import org.coreograph.viewmodel.stage.StageShape;
import org.coreograph.viewmodel.stage.StageSnapshot;
import org.jspecify.annotations.Nullable;

/** One run on the stage: its places in an area, its tokens at a time, and their motion. */
final class RunStage {
    /** A number in place of tokens that have no room. */
    record Hidden(double xPx, double yPx, int count) {}

    private final StageMotion motion = new StageMotion();
    private @Nullable RunReport run;
    private StageShape shape = new StageShape(1, 0, false, false, false, false, List.of());
    private Box area = new Box(0, 0, 0, 0);
    private StageLayout layout = StageLayout.of(shape, area);
    private StageSnapshot snapshot = new StageSnapshot(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Map.of(),
            List.of());
    private final List<Hidden> hidden = new ArrayList<>();

    /**
     * Sets the stage.
     *
     * @param smoothly whether tokens move to their places where there is time to see it
     */
    void set(RunReport newRun, Box newArea, long atNanos, long nowNanos, boolean smoothly) {
        boolean sameStage = newRun.equals(run) && newArea.equals(area);
        if (!newRun.equals(run)) {
            shape = StageShape.of(newRun.trace());
        }
        if (!sameStage) {
            run = newRun;
            area = newArea;
            layout = StageLayout.of(shape, area);
        }
        snapshot = StageSnapshot.of(newRun.trace(), newRun.request().settings().ties(), atNanos);
        motion.send(places(), nowNanos, !smoothly || !sameStage);
    }

    private Map<Integer, StageMotion.Spot> places() {
        Map<Integer, StageMotion.Spot> places = new HashMap<>();
        hidden.clear();
        if (shape.late()) {
            seat(StageLayout.below(layout.late()), snapshot.late(), places);
        }
        seat(StageLayout.below(layout.ready()), snapshot.ready(), places);
        seat(StageLayout.below(layout.done()), snapshot.done(), places);
        for (StageLayout.Wait wait : layout.waits()) {
            seat(StageLayout.beside(wait.box()), waiting(wait.place()), places);
        }
        for (int core = 0; core < snapshot.onCore().size(); core++) {
            int task = snapshot.onCore().get(core);
            if (task >= 0) {
                Seat seat = layout.onCore(core);
                places.put(task, new StageMotion.Spot(seat.xPx(), seat.yPx()));
            }
        }
        return places;
    }

    List<Integer> waiting(StageLayout.WaitPlace place) {
        return switch (place) {
            case StageLayout.WaitPlace.Sleeping sleeping -> snapshot.sleeping();
            case StageLayout.WaitPlace.WaitingForIo io -> snapshot.waitingForIo();
            case StageLayout.WaitPlace.Joining joining -> snapshot.joining();
            case StageLayout.WaitPlace.BlockedOn on ->
                on.objects().stream()
                        .flatMap(object -> snapshot.blocked().getOrDefault(object, List.of()).stream())
                        .toList();
        };
    }

    private void seat(Box room, List<Integer> tasks, Map<Integer, StageMotion.Spot> places) {
        List<Seat> seats = layout.seats(room, tasks.size());
        for (int i = 0; i < seats.size(); i++) {
            Seat seat = seats.get(i);
            if (seat.hidden() > 0) {
                hidden.add(new Hidden(seat.xPx(), seat.yPx(), seat.hidden()));
            } else {
                places.put(tasks.get(i), new StageMotion.Spot(seat.xPx(), seat.yPx()));
            }
        }
    }

    StageLayout layout() {
        return layout;
    }

    StageSnapshot snapshot() {
        return snapshot;
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
