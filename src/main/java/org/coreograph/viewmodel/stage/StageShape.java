package org.coreograph.viewmodel.stage;

import java.util.ArrayList;
import java.util.List;
import org.coreograph.model.ObjectInfo;
import org.coreograph.model.ObjectKind;
import org.coreograph.model.Settings;
import org.coreograph.model.WaitKind;
import org.coreograph.trace.Lane;
import org.coreograph.trace.SpanKind;
import org.coreograph.trace.TaskTimes;
import org.coreograph.trace.Trace;
import org.coreograph.trace.Wait;

/**
 * Which places a run needs at any time in it, so that they stay where they are while it is played. Immutable.
 *
 * @param queues whether each core has a ready queue of its own
 * @param tasks how many tasks appear
 * @param late whether a task arrives after the start
 * @param sleeping whether a task sleeps
 * @param io whether a task waits for a device
 * @param results whether there are partial results
 * @param things what tasks wait for or change, in order of creation
 * @param still how many objects nobody waits for nor changes
 */
public record StageShape(
        int cores,
        boolean queues,
        int tasks,
        boolean late,
        boolean sleeping,
        boolean io,
        boolean results,
        List<Thing> things,
        int still) {
    /**
     * An object with a place on the stage.
     *
     * @param capacity as the object has
     * @param sends whether a task ever waits to send
     * @param receives whether a task ever waits to receive
     * @param waits how often a task waits for it
     * @param changes how often something is done to it
     */
    public record Thing(
            int object, ObjectKind kind, long capacity, boolean sends, boolean receives, int waits, int changes) {}

    /** What arrives in this part of the run is there from the start, as far as can be seen. */
    private static final int AT_THE_START = 200;

    public StageShape {
        things = List.copyOf(things);
    }

    /** Looks through a trace. */
    public static StageShape of(Trace trace, ObjectStates states, Settings settings) {
        int tasks = 0;
        boolean late = false;
        int objects = trace.objects().size();
        Waits waits = new Waits(states, objects);
        for (int task = 0; task < trace.tasks().size(); task++) {
            if (!trace.listed(task)) {
                continue;
            }
            tasks++;
            TaskTimes times = trace.times().get(task);
            late |= times.arrivalNanos() > trace.endNanos() / AT_THE_START;
            Lane lane = trace.taskLane(task);
            for (int i = 0; i < lane.size(); i++) {
                waits.add(task, new Wait(lane.kind(i), lane.wait(i), lane.who(i), lane.startNanos(i)));
            }
            Wait last = trace.lastWait(task);
            if (last != null && last.sinceNanos() >= trace.endNanos()) {
                waits.add(task, last);
            }
        }
        List<Thing> things = new ArrayList<>();
        for (int object = 0; object < objects; object++) {
            ObjectInfo info = trace.objects().get(object);
            if (waits.counts[object] > 0 || states.changes(object) > 0) {
                things.add(new Thing(
                        object,
                        info.kind(),
                        info.capacity(),
                        waits.sends[object],
                        waits.receives[object],
                        waits.counts[object],
                        states.changes(object)));
            }
        }
        // Where it isn't known what was done to objects, those that nobody waits for may have been used all the same.
        int still = states.known() ? objects - things.size() : 0;
        // How many are to be done can be seen without it, where nobody but main asks, and where nothing else is shared.
        if (things.stream().allMatch(thing -> thing.kind() == ObjectKind.WAIT_GROUP && thing.waits() == 0)) {
            things.clear();
        }
        return new StageShape(
                trace.cores(),
                ReadyCores.apply(settings),
                tasks,
                late,
                waits.sleeping,
                waits.io,
                states.allResults() > 0,
                things,
                still);
    }

    /** Returns whether there is more to see than cores and those that run or wait for one. */
    public boolean crowded() {
        return sleeping || io || results || !things.isEmpty();
    }

    /** What tasks wait for, and where. */
    private static final class Waits {
        private final ObjectStates states;
        boolean sleeping;
        boolean io;
        final boolean[] sends;
        final boolean[] receives;
        final int[] counts;

        Waits(ObjectStates states, int objects) {
            this.states = states;
            sends = new boolean[objects];
            receives = new boolean[objects];
            counts = new int[objects];
        }

        void add(int task, Wait wait) {
            sleeping |= wait.span() == SpanKind.SLEEPING;
            io |= wait.span() == SpanKind.IO;
            if ((wait.span() == SpanKind.BLOCKED || wait.span() == SpanKind.JOINING) && wait.object() >= 0) {
                boolean offers = wait.kind() == WaitKind.SEND
                        || (wait.kind() == WaitKind.SELECT
                                && !states.wanted(wait.object(), task, wait.sinceNanos(), wait.sinceNanos())
                                        .isEmpty());
                counts[wait.object()]++;
                sends[wait.object()] |= offers;
                receives[wait.object()] |= !offers;
            }
        }
    }
}
