package org.coreograph.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.coreograph.model.ObjectInfo;

/**
 * Makes a snapshot out of logs, in one pass over all their records in the order in which things ended.
 *
 * <p>A core's lane is its log read through. A task's life is spread over the logs of the cores it was on and of the
 * tasks that woke it, and comes together in that order.
 */
final class TraceReader {
    private final LogMerge records;
    private final int cores;
    private final List<CoreLife> coreLives;
    private final List<TaskLife> taskLives;
    private final Wakes.Builder wakes = new Wakes.Builder();
    private final Actions.Builder actions = new Actions.Builder();
    private long endNanos;

    /**
     * @param cursors over the log of each core, and of the one for what happens on no core
     * @param endNanos when the run ended, or the time now; where more was written since, the end of that counts
     */
    TraceReader(LogCursor[] cursors, int tasks, long endNanos) {
        this.records = new LogMerge(cursors);
        this.cores = cursors.length - 1;
        this.endNanos = endNanos;
        coreLives = IntStream.range(0, cores).mapToObj(core -> new CoreLife()).toList();
        taskLives = IntStream.range(0, tasks).mapToObj(task -> new TaskLife()).toList();
    }

    /** @param open what was under way on each core when the records were counted */
    Trace read(List<TaskInfo> tasks, List<ObjectInfo> objects, List<String> texts, List<EventLog.Open> open) {
        while (records.next()) {
            LogCursor record = records.current();
            endNanos = Math.max(endNanos, record.end());
            read(records.log(), record);
        }
        for (int core = 0; core < cores; core++) {
            EventLog.Open seen = open.get(core);
            if (seen.something()
                    && seen.startNanos() < endNanos
                    && coreLives.get(core).isUnderWay(seen)) {
                coreLives.get(core).underWay(seen, endNanos);
                if (!seen.off()) {
                    taskLives.get(seen.task()).underWay(seen, core, endNanos);
                }
            }
        }
        List<Lane> taskLanes = new ArrayList<>(taskLives.size());
        for (TaskLife life : taskLives) {
            taskLanes.add(life.lane(endNanos));
        }
        return new Trace(
                endNanos,
                tasks,
                objects,
                texts,
                taskLives.stream().map(TaskLife::times).toList(),
                coreLives.stream().map(CoreLife::lane).toList(),
                List.copyOf(taskLanes),
                coreLives.stream().map(CoreLife::facts).toList(),
                wakes.build(),
                actions.build());
    }

    private void read(int log, LogCursor record) {
        switch (record.type()) {
            case ARRIVED -> taskLives.get(record.task()).arrived(record.start());
            case RAN -> {
                taskLives.get(record.task()).ran(record, log);
                coreLives.get(log).ran(record);
            }
            case SWITCHED -> {
                taskLives.get(record.task()).dispatched(record);
                coreLives.get(log).switched(record);
            }
            case OFF -> coreLives.get(log).off(record);
            case BLOCKED -> {
                taskLives.get(record.task()).waited(record);
                wakes.add(record.end(), (int) record.extra(), record.task());
            }
            case STUCK -> taskLives.get(record.task()).stuck(record);
            case DID ->
                actions.add(
                        record.start(),
                        record.task(),
                        record.action(),
                        record.other(),
                        record.valueKind(),
                        record.extra());
            case ENDED -> taskLives.get(record.task()).ended(record);
            case FACTS -> {
                // They are read with the slice before them; of one that was never written there is nothing to tell.
            }
        }
    }
}
