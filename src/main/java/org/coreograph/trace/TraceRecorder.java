package org.coreograph.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.coreograph.model.EventSink;

/**
 * The store behind the sink: one log a core and one for what happens on none. Written by one run; {@link #snapshot}
 * may be called from any thread at any time.
 */
public final class TraceRecorder implements EventSink {
    /** How many events a run can have, on all its cores together: about 120 MB. */
    public static final int MAX_RECORDS = 5_000_000;

    /** How often a snapshot looks again when it was written to meanwhile; then it leaves out what is under way. */
    private static final int MAX_TRIES = 16;

    private final EventLog[] logs;
    private final List<TaskInfo> tasks = new ArrayList<>();
    private final List<String> objects = new ArrayList<>();

    /** @param cores how many cores there are to write for */
    public TraceRecorder(int cores) {
        this(cores, MAX_RECORDS);
    }

    /**
     * @param cores how many cores there are to write for
     * @param maxRecords how many events there may be, taken in whole chunks and one chunk more for each core
     */
    TraceRecorder(int cores, int maxRecords) {
        AtomicInteger chunksLeft = new AtomicInteger(maxRecords / EventLog.CHUNK + cores);
        logs = new EventLog[cores + 1];
        for (int i = 0; i <= cores; i++) {
            logs[i] = new EventLog(chunksLeft, maxRecords);
        }
    }

    @Override
    public void declareTask(int task, int parent, String name) {
        synchronized (tasks) {
            tasks.add(new TaskInfo(task, parent, name));
        }
    }

    @Override
    public void declareObject(int object, String name) {
        synchronized (objects) {
            objects.add(name);
        }
    }

    @Override
    public Writer core(int core) {
        return logs[core];
    }

    @Override
    public Writer offCore() {
        return logs[logs.length - 1];
    }

    /**
     * Returns what has been written so far.
     *
     * @param endNanos when the run ended, or the time now of one that goes on: what is still open is drawn to there.
     *     Where more has been written since that time was read, the snapshot ends with that instead.
     */
    public Trace snapshot(long endNanos) {
        // The counts are read first: a task that a counted record names was declared before that record.
        int[] counts = sizes();
        long[][] open = openSlices();
        int[] again = sizes();
        for (int tries = 1; !Arrays.equals(counts, again); tries++) {
            // Where logs were written meanwhile they don't fit together: a task may be seen on two cores.
            counts = again;
            open = tries < MAX_TRIES ? openSlices() : nothingOpen();
            again = tries < MAX_TRIES ? sizes() : counts;
        }
        long until = endNanos;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                until = Math.max(until, logs[i].end(counts[i] - 1));
            }
        }
        List<TaskInfo> taskCopy;
        synchronized (tasks) {
            taskCopy = List.copyOf(tasks);
        }
        List<String> objectCopy;
        synchronized (objects) {
            objectCopy = List.copyOf(objects);
        }
        return new TraceReader(logs, counts, open, taskCopy, objectCopy, until).read();
    }

    private int[] sizes() {
        return Arrays.stream(logs).mapToInt(EventLog::size).toArray();
    }

    private long[][] nothingOpen() {
        long[][] open = new long[logs.length][];
        Arrays.fill(open, EventLog.NOT_OPEN);
        return open;
    }

    private long[][] openSlices() {
        return Arrays.stream(logs).map(EventLog::open).toArray(long[][]::new);
    }
}
