package org.coreograph.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.coreograph.model.EventSink;
import org.coreograph.model.WaitKind;

/**
 * Makes a snapshot out of logs.
 *
 * <p>A log is in the order in which things ended, so a core's lane is its log read through. A task's life is spread
 * over the logs of the cores it was on and of the tasks that woke it: its spans are gathered by counting, then sorted,
 * and the gaps between them are the times at which it was ready.
 */
final class TraceReader {
    private final EventLog[] logs;
    private final int[] counts;
    private final long[][] seenOpen;
    private final List<TaskInfo> tasks;
    private final List<String> objects;
    private final long endNanos;

    private final long[] arrivals;
    private final long[] firstRuns;
    private final long[] finishes;
    private final boolean[] failed;
    private final int[] slices;
    private final int[] switches;
    private final int[] migrations;
    /** How many spans each task has; then where the next of them goes. */
    private final int[] places;

    private final List<Lane> coreLanes = new ArrayList<>();
    private int wakeCount;

    /**
     * @param counts how many records of each log to read
     * @param seenOpen the slice under way in each log when the counts were taken; empty where none was
     */
    TraceReader(
            EventLog[] logs,
            int[] counts,
            long[][] seenOpen,
            List<TaskInfo> tasks,
            List<String> objects,
            long endNanos) {
        this.logs = logs;
        this.counts = counts;
        this.seenOpen = seenOpen;
        this.tasks = tasks;
        this.objects = objects;
        this.endNanos = endNanos;
        int size = tasks.size();
        arrivals = filled(size);
        firstRuns = filled(size);
        finishes = filled(size);
        failed = new boolean[size];
        slices = new int[size];
        switches = new int[size];
        migrations = new int[size];
        places = new int[size + 1];
    }

    private static long[] filled(int size) {
        long[] times = new long[size];
        Arrays.fill(times, TaskTimes.NEVER);
        return times;
    }

    Trace read() {
        long[][] open = new long[logs.length][];
        for (int i = 0; i < logs.length; i++) {
            readLog(logs[i], counts[i]);
            long[] slice = seenOpen[i];
            open[i] = slice.length > 0 && slice[0] < endNanos && stillOpen(i, slice) ? slice : EventLog.NOT_OPEN;
            if (open[i].length > 0) {
                int task = (int) slice[1];
                slices[task]++;
                firstRuns[task] = firstRuns[task] == TaskTimes.NEVER ? slice[0] : Math.min(firstRuns[task], slice[0]);
                places[task]++;
            }
        }
        for (int i = 0; i < logs.length - 1; i++) {
            coreLanes.add(coreLane(logs[i], counts[i], open[i]));
        }
        List<Lane> taskLanes = taskLanes(open);
        List<TaskTimes> times = new ArrayList<>(tasks.size());
        for (int t = 0; t < tasks.size(); t++) {
            times.add(new TaskTimes(
                    arrivals[t], firstRuns[t], finishes[t], failed[t], slices[t], switches[t], migrations[t]));
        }
        return new Trace(
                endNanos, tasks, objects, List.copyOf(times), List.copyOf(coreLanes), List.copyOf(taskLanes), wakes());
    }

    /** Returns whether the record of a slice that was seen open isn't among those read. */
    private boolean stillOpen(int log, long[] slice) {
        EventLog read = logs[log];
        for (int i = counts[log] - 1; i >= 0; i--) {
            if (read.type(i) == EventLog.Type.RAN) {
                boolean same = read.start(i) == slice[0] && read.task(i) == slice[1];
                return !same && read.end(i) <= slice[0];
            }
        }
        return true;
    }

    private void readLog(EventLog log, int count) {
        for (int i = 0; i < count; i++) {
            int task = log.task(i);
            switch (log.type(i)) {
                case ARRIVED -> arrivals[task] = log.start(i);
                case SWITCHED -> {}
                case RAN -> {
                    slices[task]++;
                    switches[task] += log.flags(i) & EventLog.SWITCH_FLAG;
                    migrations[task] += (log.flags(i) & EventLog.MIGRATION_FLAG) >> 1;
                    long start = log.start(i);
                    if (firstRuns[task] == TaskTimes.NEVER || start < firstRuns[task]) {
                        firstRuns[task] = start;
                    }
                    places[task]++;
                }
                case BLOCKED -> {
                    places[task]++;
                    wakeCount++;
                }
                case STUCK -> places[task]++;
                case ENDED -> {
                    finishes[task] = log.start(i);
                    failed[task] = log.failed(i);
                }
            }
        }
    }

    private Lane coreLane(EventLog log, int count, long[] open) {
        Lane.Builder lane = new Lane.Builder(Math.min(count + 1, 1 << 16));
        for (int i = 0; i < count; i++) {
            switch (log.type(i)) {
                case RAN -> {
                    // Another task was here meanwhile, if only for an instant and at no cost.
                    if ((log.flags(i) & EventLog.SWITCH_FLAG) != 0) {
                        lane.separate();
                    }
                    lane.add(log.start(i), log.end(i), log.task(i), SpanKind.RUNNING);
                }
                case SWITCHED -> lane.add(log.start(i), log.end(i), log.task(i), SpanKind.SWITCHING);
                case ARRIVED, BLOCKED, STUCK, ENDED -> {}
            }
        }
        if (open.length > 0) {
            lane.add(open[0], endNanos, (int) open[1], SpanKind.RUNNING);
        }
        return lane.build();
    }

    /** A task's span before sorting; {@code next} is what the task does after it, on the object if it blocks. */
    private record Piece(long start, long end, int who, SpanKind kind, SpanKind next, int object) {}

    private List<Lane> taskLanes(long[][] open) {
        int total = 0;
        for (int t = 0; t < tasks.size(); t++) {
            int here = places[t];
            places[t] = total;
            total += here;
        }
        places[tasks.size()] = total;
        Piece[] pieces = new Piece[total];
        int[] next = Arrays.copyOf(places, tasks.size());
        for (int l = 0; l < logs.length; l++) {
            for (int i = 0; i < counts[l]; i++) {
                EventLog log = logs[l];
                switch (log.type(i)) {
                    case RAN -> pieces[next[log.task(i)]++] = slice(log, i, l);
                    case BLOCKED, STUCK -> pieces[next[log.task(i)]++] = wait(log, i);
                    case ARRIVED, SWITCHED, ENDED -> {}
                }
            }
            if (open[l].length > 0) {
                pieces[next[(int) open[l][1]]++] =
                        new Piece(open[l][0], endNanos, l, SpanKind.RUNNING, SpanKind.RUNNING, EventSink.NONE);
            }
        }
        List<Lane> lanes = new ArrayList<>(tasks.size());
        for (int t = 0; t < tasks.size(); t++) {
            Arrays.sort(
                    pieces,
                    places[t],
                    places[t + 1],
                    Comparator.comparingLong(Piece::start).thenComparingLong(Piece::end));
            lanes.add(taskLane(t, pieces));
        }
        return lanes;
    }

    private static Piece slice(EventLog log, int i, int core) {
        WaitKind wait = log.wait(i);
        SpanKind next = switch (log.sliceEnd(i)) {
            case PREEMPTED -> SpanKind.READY;
            case BLOCKED -> wait == null ? SpanKind.BLOCKED : SpanKind.of(wait);
            case ENDED, CUT -> SpanKind.RUNNING;
        };
        return new Piece(log.start(i), log.end(i), core, SpanKind.RUNNING, next, log.other(i));
    }

    private static Piece wait(EventLog log, int i) {
        WaitKind wait = log.wait(i);
        SpanKind kind = wait == null ? SpanKind.BLOCKED : SpanKind.of(wait);
        SpanKind next = log.type(i) == EventLog.Type.STUCK ? kind : SpanKind.READY;
        return new Piece(log.start(i), log.end(i), EventSink.NONE, kind, next, EventSink.NONE);
    }

    private Lane taskLane(int task, Piece[] pieces) {
        if (arrivals[task] == TaskTimes.NEVER) {
            return Lane.EMPTY;
        }
        Lane.Builder lane = new Lane.Builder(2 * (places[task + 1] - places[task]) + 1);
        SpanKind next = SpanKind.READY;
        long at = arrivals[task];
        int object = EventSink.NONE;
        for (int i = places[task]; i < places[task + 1]; i++) {
            Piece piece = pieces[i];
            lane.add(at, piece.start, EventSink.NONE, SpanKind.READY);
            lane.add(piece.start, piece.end, piece.kind == SpanKind.RUNNING ? piece.who : object, piece.kind);
            at = piece.end;
            next = piece.next;
            if (piece.kind == SpanKind.RUNNING || piece.end > piece.start) {
                // A wait without length may be sorted behind the slice of its instant that came after it.
                object = piece.object;
            }
        }
        if (finishes[task] == TaskTimes.NEVER && next != SpanKind.RUNNING) {
            lane.add(at, endNanos, object, next);
        }
        return lane.build();
    }

    private Wakes wakes() {
        long[] times = new long[wakeCount];
        int[] wakers = new int[wakeCount];
        int[] woken = new int[wakeCount];
        int at = 0;
        for (int l = 0; l < logs.length; l++) {
            for (int i = 0; i < counts[l]; i++) {
                if (logs[l].type(i) == EventLog.Type.BLOCKED) {
                    times[at] = logs[l].end(i);
                    wakers[at] = logs[l].other(i);
                    woken[at++] = logs[l].task(i);
                }
            }
        }
        int[] order = IntStream.range(0, wakeCount)
                .boxed()
                .sorted(Comparator.comparingLong(i -> times[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new Wakes(
                Arrays.stream(order).mapToLong(i -> times[i]).toArray(),
                Arrays.stream(order).map(i -> wakers[i]).toArray(),
                Arrays.stream(order).map(i -> woken[i]).toArray());
    }
}
