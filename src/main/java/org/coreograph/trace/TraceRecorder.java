package org.coreograph.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.coreograph.model.EventSink;
import org.coreograph.model.ObjectInfo;
import org.coreograph.model.Settings;

/**
 * The store behind the sink: one log a core and one for what happens on none. Written by one run; {@link #snapshot}
 * may be called from any thread at any time.
 *
 * <p>A run may take more cores while it goes on: asking for the writer of one adds it, and those before it.
 */
public final class TraceRecorder implements EventSink {
    /** How many events a run can have, on all its cores together: about 160 MB. */
    public static final int MAX_RECORDS = 5_000_000;

    /** How often a snapshot looks again when it was written to meanwhile; then it leaves out what is under way. */
    private static final int MAX_TRIES = 16;

    private final ChunkSource source;
    private final EventLog offCore;
    private final ValueTexts texts = new ValueTexts();
    private final List<TaskInfo> tasks = new ArrayList<>();
    private final List<ObjectInfo> objects = new ArrayList<>();
    /** Replaced as a whole, with the lock held. */
    private volatile List<EventLog> cores = List.of();

    /**
     * @param cores how many cores there are from the start
     * @throws IllegalArgumentException if there are none or too many
     */
    public TraceRecorder(int cores) {
        this(cores, MAX_RECORDS);
    }

    /** @param maxRecords how many events there may be, taken in whole chunks */
    TraceRecorder(int cores, int maxRecords) {
        source = new ChunkSource(maxRecords);
        offCore = new EventLog(source);
        addCores(cores);
    }

    private synchronized void addCores(int count) {
        if (count < 1 || count > Settings.MAX_CORES) {
            throw new IllegalArgumentException(
                    "a trace's cores must be 1 to " + Settings.MAX_CORES + ", but were " + count);
        }
        List<EventLog> all = new ArrayList<>(cores);
        while (all.size() < count) {
            all.add(new EventLog(source));
        }
        cores = List.copyOf(all);
    }

    @Override
    public void declareTask(int task, int parent, String name) {
        synchronized (tasks) {
            tasks.add(new TaskInfo(task, parent, name));
        }
    }

    @Override
    public void declareObject(int object, ObjectInfo info) {
        synchronized (objects) {
            objects.add(info);
        }
    }

    @Override
    public int declareText(String text) {
        return texts.add(text);
    }

    @Override
    public Writer core(int core) {
        if (core >= cores.size()) {
            addCores(core + 1);
        }
        return cores.get(core);
    }

    @Override
    public Writer offCore() {
        return offCore;
    }

    /**
     * Returns what has been written so far.
     *
     * @param endNanos when the run ended, or the time now of one that goes on: what is still open is drawn to there.
     *     Where more has been written since that time was read, the snapshot ends with that instead.
     */
    public Trace snapshot(long endNanos) {
        // The counts are read first: a task that a counted record names was declared before that record.
        List<EventLog> logs = new ArrayList<>(cores);
        logs.add(offCore);
        int[] counts = sizes(logs);
        List<EventLog.Open> open = open(logs);
        int[] again = sizes(logs);
        for (int tries = 1; !Arrays.equals(counts, again); tries++) {
            // Where logs were written meanwhile they don't fit together: a task may be seen on two cores.
            counts = again;
            open = tries < MAX_TRIES
                    ? open(logs)
                    : logs.stream().map(log -> EventLog.Open.NOTHING).toList();
            again = tries < MAX_TRIES ? sizes(logs) : counts;
        }
        LogCursor[] cursors = new LogCursor[counts.length];
        for (int i = 0; i < counts.length; i++) {
            cursors[i] = logs.get(i).read(counts[i]);
        }
        List<TaskInfo> taskCopy;
        synchronized (tasks) {
            taskCopy = List.copyOf(tasks);
        }
        List<ObjectInfo> objectCopy;
        synchronized (objects) {
            objectCopy = List.copyOf(objects);
        }
        TraceReader reader = new TraceReader(cursors, taskCopy.size(), endNanos);
        return reader.read(taskCopy, objectCopy, texts.copy(), open);
    }

    private static int[] sizes(List<EventLog> logs) {
        return logs.stream().mapToInt(EventLog::size).toArray();
    }

    private static List<EventLog.Open> open(List<EventLog> logs) {
        return logs.stream().map(EventLog::open).toList();
    }
}
