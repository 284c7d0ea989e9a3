package org.coreograph.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.coreograph.model.EventSink;
import org.coreograph.model.ObjectInfo;
import org.coreograph.model.Outcome;
import org.coreograph.model.RunEnd;
import org.coreograph.model.Settings;
import org.jspecify.annotations.Nullable;

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
    /** Replaced as a whole, with the lock of the source held. */
    private volatile List<EventLog> cores = List.of();

    /** The trace of a run that is over; null before. Logs are read only while it is null, with this object's lock held. */
    private @Nullable Trace complete;

    /**
     * @param cores how many cores there are from the start
     * @throws IllegalArgumentException if there are none or too many
     */
    public TraceRecorder(int cores) {
        this(cores, MAX_RECORDS);
    }

    /** @param maxRecords how many events there may be, taken in whole chunks */
    TraceRecorder(int cores, int maxRecords) {
        this(cores, maxRecords, ChunkPool.SHARED);
    }

    /** @param pool where memory comes from and goes back to */
    TraceRecorder(int cores, int maxRecords, ChunkPool pool) {
        source = new ChunkSource(maxRecords, pool);
        offCore = new EventLog(source);
        addCores(cores);
    }

    private void addCores(int count) {
        if (count < 1 || count > Settings.MAX_CORES) {
            throw new IllegalArgumentException(
                    "a trace's cores must be 1 to " + Settings.MAX_CORES + ", but were " + count);
        }
        synchronized (source) {
            List<EventLog> all = new ArrayList<>(cores);
            while (all.size() < count) {
                all.add(new EventLog(source));
            }
            cores = List.copyOf(all);
        }
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
    public synchronized Trace snapshot(long endNanos) {
        return complete != null ? complete : read(endNanos);
    }

    /**
     * Returns the whole trace of a run that is over: nothing is recorded any more, and whoever asks for a snapshot gets
     * this trace. Gives the recorder's memory to runs to come.
     */
    public synchronized Trace finish(RunEnd end) {
        Trace whole = snapshot(end.endNanos());
        if (complete == null) {
            complete = whole;
            giveBack(end.outcome());
        }
        return whole;
    }

    /** Gives the memory to runs to come; nothing can be recorded or read any more. */
    void giveBack(Outcome outcome) {
        // A stopped run may have a thread that is just writing: its memory isn't used again.
        source.end(outcome == Outcome.STOPPED ? List.of() : logs());
    }

    private List<EventLog> logs() {
        List<EventLog> logs = new ArrayList<>(cores);
        logs.add(offCore);
        return logs;
    }

    private Trace read(long endNanos) {
        // First it is read how far the logs go: a task that a record names was declared before that record.
        List<EventLog> logs = logs();
        long[] written = written(logs);
        List<EventLog.Open> open = open(logs);
        long[] again = written(logs);
        for (int tries = 1; !Arrays.equals(written, again); tries++) {
            // Where logs were written meanwhile they don't fit together: a task may be seen on two cores.
            written = again;
            open = tries < MAX_TRIES
                    ? open(logs)
                    : logs.stream().map(log -> EventLog.Open.NOTHING).toList();
            again = tries < MAX_TRIES ? written(logs) : written;
        }
        List<TaskInfo> taskCopy;
        synchronized (tasks) {
            taskCopy = List.copyOf(tasks);
        }
        List<ObjectInfo> objectCopy;
        synchronized (objects) {
            objectCopy = List.copyOf(objects);
        }
        TraceReader reader = new TraceReader(logs, written, taskCopy.size(), endNanos);
        return reader.read(open, taskCopy, objectCopy, texts.copy());
    }

    private static long[] written(List<EventLog> logs) {
        return logs.stream().mapToLong(EventLog::written).toArray();
    }

    private static List<EventLog.Open> open(List<EventLog> logs) {
        return logs.stream().map(EventLog::open).toList();
    }
}
