package org.coreograph.trace;

import java.util.concurrent.atomic.AtomicInteger;
import org.coreograph.model.TraceFullException;

/** Where all the logs of one run get their memory from, up to a limit. Thread-safe. */
final class ChunkSource {
    /** Records of a log's chunks, but for the first ones. */
    static final int CHUNK = 1 << 10;

    /** A log's first chunk is small, and each after it twice as long: a core that does little takes little. */
    private static final int FIRST_CHUNK = 1 << 6;

    private final int maxRecords;
    private final AtomicInteger recordsLeft;

    /** @param maxRecords how many records all logs together may take, give or take a chunk */
    ChunkSource(int maxRecords) {
        this.maxRecords = maxRecords;
        recordsLeft = new AtomicInteger(maxRecords);
    }

    /**
     * Returns memory for records of a log.
     *
     * @param before how many chunks the log has
     * @throws TraceFullException where the limit is reached
     */
    long[] next(int before) {
        int records = FIRST_CHUNK << Math.min(before, Integer.numberOfTrailingZeros(CHUNK / FIRST_CHUNK));
        if (recordsLeft.getAndAdd(-records) <= 0) {
            throw new TraceFullException(
                    "the trace is full at " + maxRecords + " events: choose a longer quantum, or less work");
        }
        return new long[records * EventLog.LONGS];
    }
}
