package org.coreograph.viewmodel.stage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coreograph.model.EventSink;
import org.coreograph.model.Settings;
import org.coreograph.model.TieRule;
import org.coreograph.model.WaitKind;
import org.coreograph.trace.Lane;
import org.coreograph.trace.SpanKind;
import org.coreograph.trace.TaskTimes;
import org.coreograph.trace.Trace;
import org.coreograph.trace.Wait;
import org.jspecify.annotations.Nullable;

/**
 * Where every task of a run is at a time. Tasks are ids; those that never belong in a picture are at no place.
 * Immutable.
 *
 * @param late tasks that have not arrived, the next one first
 * @param ready the ready queue from its head; where cores have one each, all of them together
 * @param queues of each core its ready queue; empty where there is one for all
 * @param onCore the task on each core, or -1; a task that its core is switching to is on it
 * @param switching of each core, whether it is switching
 * @param off of each core, whether it is switched off
 * @param sleeping in order of id
 * @param waitingForIo in order of id
 * @param blocked tasks that wait for an object, the one that has waited longest first, by the object; also those that
 *     wait for others to finish, at a wait group
 * @param done in the order in which they ended
 */
public record StageSnapshot(
        List<Integer> late,
        List<Integer> ready,
        List<List<Integer>> queues,
        List<Integer> onCore,
        List<Boolean> switching,
        List<Boolean> off,
        List<Integer> sleeping,
        List<Integer> waitingForIo,
        Map<Integer, List<Waiter>> blocked,
        List<Integer> done) {
    /** A stage on which nobody is. */
    public static final StageSnapshot EMPTY = new StageSnapshot(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Map.of(),
            List.of());

    /**
     * A task that waits for an object.
     *
     * @param kind for what of it; null where that isn't known
     * @param sinceNanos when its wait began
     */
    public record Waiter(int task, @Nullable WaitKind kind, long sinceNanos) {}

    /** Returns who waits for an object. */
    public List<Waiter> waitersOf(int object) {
        return blocked.getOrDefault(object, List.of());
    }

    /** A task in a queue, and what decides its place there. */
    private record Queued(int task, long sinceNanos, int rank, int order) {
        static final Comparator<Queued> ORDER = Comparator.comparingLong(Queued::sinceNanos)
                .thenComparingInt(Queued::rank)
                .thenComparingInt(Queued::order);

        static List<Integer> sorted(List<Queued> queue) {
            return queue.stream().sorted(ORDER).map(Queued::task).toList();
        }
    }

    /**
     * Returns the stage of a run at a time. A task that was cut off by the end of the run stays where it was then.
     *
     * @param settings of the run, which decide about its queues
     */
    public static StageSnapshot of(Trace trace, Settings settings, long atNanos) {
        return new Reader(trace, settings, atNanos).read();
    }

    private static final class Reader {
        private final Trace trace;
        private final TieRule ties;
        private final boolean queueEach;
        private final ReadyCores readyCores;
        private final long atNanos;
        private final List<Queued> late = new ArrayList<>();
        private final List<Queued> ready = new ArrayList<>();
        private final List<Integer> onCore = new ArrayList<>();
        private final List<Boolean> switching = new ArrayList<>();
        private final List<Boolean> off = new ArrayList<>();
        private final List<Integer> sleeping = new ArrayList<>();
        private final List<Integer> waitingForIo = new ArrayList<>();
        private final Map<Integer, List<Queued>> blocked = new TreeMap<>();
        private final Map<Integer, Waiter> waiters = new HashMap<>();
        private final Map<Integer, Integer> queuedAt = new HashMap<>();
        private final List<Queued> done = new ArrayList<>();

        Reader(Trace trace, Settings settings, long atNanos) {
            this.trace = trace;
            ties = settings.ties();
            queueEach = ReadyCores.apply(settings);
            readyCores = new ReadyCores(trace, settings);
            this.atNanos = atNanos;
        }

        StageSnapshot read() {
            for (int core = 0; core < trace.cores(); core++) {
                Lane lane = trace.coreLane(core);
                int span = lane.at(Math.min(atNanos, trace.endNanos() - 1));
                int task = span < 0 ? EventSink.NONE : lane.who(span);
                boolean over = task != EventSink.NONE && atNanos >= trace.endNanos() && leftItsCore(task);
                onCore.add(over ? EventSink.NONE : task);
                off.add(span >= 0 && lane.kind(span) == SpanKind.OFF);
                switching.add(span >= 0 && !over && lane.kind(span) == SpanKind.SWITCHING);
            }
            for (int task = 0; task < trace.tasks().size(); task++) {
                if (trace.listed(task) && !onCore.contains(task)) {
                    place(task);
                }
            }
            Map<Integer, List<Waiter>> waiting = new TreeMap<>();
            blocked.forEach((object, tasks) -> waiting.put(
                    object, Queued.sorted(tasks).stream().map(this::waiter).toList()));
            List<Integer> inOrder = Queued.sorted(ready);
            return new StageSnapshot(
                    Queued.sorted(late),
                    inOrder,
                    queueEach ? queues(inOrder) : List.of(),
                    List.copyOf(onCore),
                    List.copyOf(switching),
                    List.copyOf(off),
                    List.copyOf(sleeping),
                    List.copyOf(waitingForIo),
                    Map.copyOf(waiting),
                    Queued.sorted(done));
        }

        private List<List<Integer>> queues(List<Integer> inOrder) {
            List<List<Integer>> queues = new ArrayList<>();
            for (int core = 0; core < trace.cores(); core++) {
                int its = core;
                queues.add(inOrder.stream()
                        .filter(task -> queuedAt.getOrDefault(task, 0) == its)
                        .toList());
            }
            return queues;
        }

        private Waiter waiter(int task) {
            return waiters.getOrDefault(task, new Waiter(task, null, atNanos));
        }

        /** At the end of the run a task is no longer on its core that ended there, or began to wait. */
        private boolean leftItsCore(int task) {
            return ended(task) || trace.lastWait(task) != null;
        }

        private boolean ended(int task) {
            long finish = trace.times().get(task).finishNanos();
            return finish != TaskTimes.NEVER && finish <= atNanos;
        }

        private void place(int task) {
            TaskTimes times = trace.times().get(task);
            if (atNanos < times.arrivalNanos()) {
                late.add(new Queued(task, times.arrivalNanos(), 0, task));
                return;
            }
            if (ended(task)) {
                done.add(new Queued(task, times.finishNanos(), 0, task));
                return;
            }
            Wait last = trace.lastWait(task);
            if (atNanos >= trace.endNanos() && last != null) {
                waits(task, last);
                return;
            }
            Lane lane = trace.taskLane(task);
            int span = lane.at(Math.min(atNanos, trace.endNanos() - 1));
            if (span < 0) {
                // It has arrived at this very instant, at which the run was cut off.
                ready.add(new Queued(task, times.arrivalNanos(), 0, task));
                return;
            }
            long since = lane.startNanos(span);
            switch (lane.kind(span)) {
                // Running on no core: it ends at this very instant, or its core is already given to another.
                case READY, RUNNING, SWITCHING -> {
                    ready.add(queued(task, lane, span));
                    if (queueEach) {
                        queuedAt.put(task, readyCores.of(task, span));
                    }
                }
                case SLEEPING, IO, OFF, JOINING, BLOCKED ->
                    waits(task, new Wait(lane.kind(span), lane.wait(span), lane.who(span), since));
            }
        }

        private void waits(int task, Wait wait) {
            switch (wait.span()) {
                case SLEEPING -> sleeping.add(task);
                case IO -> waitingForIo.add(task);
                case READY, RUNNING, SWITCHING, OFF ->
                    throw new IllegalStateException("a task that waits can't be " + wait.span());
                case JOINING, BLOCKED -> {
                    waiters.put(task, new Waiter(task, wait.kind(), wait.sinceNanos()));
                    blocked.computeIfAbsent(wait.object(), _ -> new ArrayList<>())
                            .add(new Queued(task, wait.sinceNanos(), 0, task));
                }
            }
        }

        /** At one instant arrivals and wake-ups are queued in order of id, and preempted tasks in order of core. */
        private Queued queued(int task, Lane lane, int span) {
            boolean preempted = span > 0 && lane.kind(span - 1) == SpanKind.RUNNING;
            boolean behind = preempted == (ties == TieRule.ARRIVALS_FIRST);
            return new Queued(task, lane.startNanos(span), behind ? 1 : 0, preempted ? lane.who(span - 1) : task);
        }
    }
}
