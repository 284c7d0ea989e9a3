package org.coreograph.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.coreograph.model.ObjectInfo;

/**
 * Makes a snapshot out of logs.
 *
 * <p>A log is in the order in which things ended, so a core's lane is its log read through. A task's life is spread over
 * the logs of the cores it was on and of the tasks that woke it: a first pass over all logs counts what each task did,
 * a second gathers its spans, which then are put in order; the gaps between them are the times at which it was ready.
 */
final class TraceReader {
    private final List<EventLog> logs;
    private final long[] written;
    private final List<TaskLife> tasks;
    /** Of all logs but the last, which is of no core. */
    private final List<CoreLife> cores;

    private long endNanos;

    /**
     * @param logs of each core, and of what happens on none
     * @param written up to where to read each
     * @param endNanos when the run ended, or the time now; where more was written since, the end of that counts
     */
    TraceReader(List<EventLog> logs, long[] written, int tasks, long endNanos) {
        this.logs = logs;
        this.written = written;
        this.endNanos = endNanos;
        this.tasks = IntStream.range(0, tasks).mapToObj(task -> new TaskLife()).toList();
        cores = IntStream.range(1, logs.size()).mapToObj(core -> new CoreLife()).toList();
    }

    /** @param seen what was under way in each log when it was read how far it goes */
    Trace read(List<EventLog.Open> seen, List<TaskInfo> taskInfos, List<ObjectInfo> objects, List<String> texts) {
        for (int log = 0; log < logs.size(); log++) {
            survey(log);
        }
        List<EventLog.Open> open = new ArrayList<>();
        for (int core = 0; core < cores.size(); core++) {
            EventLog.Open its = seen.get(core);
            boolean goesOn = its.startNanos() < endNanos && cores.get(core).isUnderWay(its);
            open.add(goesOn ? its : EventLog.Open.NOTHING);
            if (goesOn && !its.off()) {
                tasks.get(its.task()).underWay(its, endNanos);
            }
        }
        Pieces pieces = new Pieces(tasks.stream().mapToInt(TaskLife::pieces).toArray());
        Wakes.Builder wakes = new Wakes.Builder();
        Actions.Builder actions = new Actions.Builder();
        Lane.Builder lane = new Lane.Builder(64);
        List<Lane> coreLanes = new ArrayList<>();
        for (int log = 0; log < logs.size(); log++) {
            gather(log, lane, pieces, wakes, actions);
            if (log < cores.size()) {
                underWay(log, open.get(log), lane, pieces);
                coreLanes.add(lane.build());
            }
        }
        List<Lane> taskLanes = new ArrayList<>();
        for (int task = 0; task < tasks.size(); task++) {
            taskLanes.add(tasks.get(task).lane(pieces, task, endNanos, lane));
        }
        Map<Integer, Wait> lastWaits = new HashMap<>();
        for (int task = 0; task < tasks.size(); task++) {
            Wait last = tasks.get(task).lastWait();
            if (last != null) {
                lastWaits.put(task, last);
            }
        }
        return new Trace(
                endNanos,
                taskInfos,
                objects,
                texts,
                tasks.stream().map(TaskLife::times).toList(),
                lastWaits,
                List.copyOf(coreLanes),
                List.copyOf(taskLanes),
                cores.stream().map(CoreLife::facts).toList(),
                wakes.build(),
                actions.build());
    }

    private LogCursor cursor(int log) {
        return logs.get(log).read(written[log]);
    }

    private void survey(int log) {
        LogCursor record = cursor(log);
        while (record.next()) {
            endNanos = Math.max(endNanos, record.end());
            switch (record.type()) {
                case ARRIVED -> tasks.get(record.task()).arrived(record.start());
                case RAN -> tasks.get(record.task()).ran(record);
                case SWITCHED -> tasks.get(record.task()).dispatched(record);
                case BLOCKED -> tasks.get(record.task()).waited(record);
                case STUCK -> tasks.get(record.task()).stuck(record);
                case ENDED -> tasks.get(record.task()).ended(record);
                case FACTS, OFF, DID -> {}
            }
            if (log < cores.size()) {
                cores.get(log).saw(record);
            }
        }
    }

    private void gather(int log, Lane.Builder lane, Pieces pieces, Wakes.Builder wakes, Actions.Builder actions) {
        LogCursor record = cursor(log);
        while (record.next()) {
            switch (record.type()) {
                case RAN -> pieces.add(record.task(), record.start(), record.end(), log, SpanCode.of(SpanKind.RUNNING));
                case BLOCKED -> {
                    waited(record, pieces);
                    wakes.add(record.end(), (int) record.extra(), record.task());
                }
                case STUCK -> waited(record, pieces);
                case DID ->
                    actions.add(
                            record.start(),
                            record.task(),
                            record.action(),
                            record.other(),
                            record.valueKind(),
                            record.extra());
                case ARRIVED, SWITCHED, FACTS, OFF, ENDED -> {}
            }
            if (log < cores.size()) {
                cores.get(log).draw(record, lane);
            }
        }
    }

    private static void waited(LogCursor record, Pieces pieces) {
        byte code = SpanCode.ofWait(record.waitKind());
        pieces.add(record.task(), record.start(), record.end(), record.other(), code);
    }

    private void underWay(int core, EventLog.Open open, Lane.Builder lane, Pieces pieces) {
        cores.get(core).draw(open, endNanos, lane);
        if (open.something() && !open.off()) {
            pieces.add(open.task(), open.startNanos(), endNanos, core, SpanCode.of(SpanKind.RUNNING));
        }
    }
}
