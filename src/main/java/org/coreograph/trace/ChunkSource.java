package org.coreograph.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.coreograph.model.TraceFullException;

/**
 * Where all the logs of one run get their memory from, up to a limit, and give it back in the end. Thread-safe.
 *
 * <p><b>Giving back.</b> Chunks go from run to run, so a thread of an old run that writes late must never write to one
 * that was given back. A thread writes to its log's last chunk alone, and gets another only here, where it gets none once
 * the run is over; so all chunks but the last are safe to give back. Of a stopped run none are given back, since there
 * a thread may be held up in the middle of a record while another ends the run on the same log.
 */
final class ChunkSource {
    /** Records of a log's chunks, but for the first ones. */
    static final int CHUNK = 1 << 9;

    /** A log's first chunk is small, and each after it twice as long: a core that does little takes little. */
    static final int FIRST_CHUNK = 1 << 6;

    private static final int DOUBLINGS = Integer.numberOfTrailingZeros(CHUNK / FIRST_CHUNK);

    private final int maxRecords;
    private final ChunkPool pool;
    private int recordsLeft;
    private boolean over;

    /** @param maxRecords how many records all logs together may take, give or take a chunk */
    ChunkSource(int maxRecords, ChunkPool pool) {
        this.maxRecords = maxRecords;
        this.pool = pool;
        recordsLeft = maxRecords;
    }

    /**
     * Returns memory for records of a log; what is in it is of no meaning.
     *
     * @param before how many chunks the log has
     * @throws TraceFullException where the limit is reached, or the run is over
     */
    synchronized long[] next(int before) {
        if (over) {
            throw new TraceFullException("the trace is complete, since its run is over: nothing more is written");
        }
        if (recordsLeft <= 0) {
            throw new TraceFullException(
                    "the trace is full at " + maxRecords + " events: choose a longer quantum, or less work");
        }
        int records = FIRST_CHUNK << Math.min(before, DOUBLINGS);
        recordsLeft -= records;
        long[] used = records == CHUNK ? pool.take() : null;
        return used != null ? used : new long[records * EventLog.LONGS];
    }

    /** Gives no more memory from now on, and gives back what some logs of the run have, which nobody reads any more. */
    synchronized void end(Collection<EventLog> logs) {
        over = true;
        List<long[]> back = new ArrayList<>();
        for (EventLog log : logs) {
            List<long[]> chunks = log.chunks();
            for (int i = DOUBLINGS; i < chunks.size() - 1; i++) {
                back.add(chunks.get(i));
            }
        }
        pool.give(back);
    }
}
