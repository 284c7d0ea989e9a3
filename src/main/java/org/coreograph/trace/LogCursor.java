package org.coreograph.trace;

import org.coreograph.model.Action;
import org.coreograph.model.SliceEnd;
import org.coreograph.model.ValueKind;
import org.coreograph.model.WaitKind;
import org.jspecify.annotations.Nullable;

/** Goes through the records of a log. Begins before the first. */
final class LogCursor {
    private final long[][] chunks;
    private final int lastChunk;
    private final int lastEnd;
    private int nextChunk;
    private long[] chunk = new long[0];
    private int offset = -EventLog.LONGS;
    /** Where the records of the chunk end. */
    private int end;

    private long word;

    /**
     * @param lastChunk the number of the chunk that the last record is in
     * @param lastEnd where it ends there; 0 where there is no record
     */
    LogCursor(long[][] chunks, int lastChunk, int lastEnd) {
        this.chunks = chunks;
        this.lastChunk = lastChunk;
        this.lastEnd = lastEnd;
    }

    /** Goes on to the next record; returns false where there is none. */
    boolean next() {
        offset += EventLog.LONGS;
        if (offset >= end) {
            if (nextChunk > lastChunk || lastEnd == 0) {
                return false;
            }
            chunk = chunks[nextChunk];
            end = nextChunk == lastChunk ? lastEnd : chunk.length;
            nextChunk++;
            offset = 0;
        }
        word = chunk[offset + 3];
        return true;
    }

    long start() {
        return chunk[offset];
    }

    long end() {
        return chunk[offset + 1];
    }

    long extra() {
        return chunk[offset + 2];
    }

    RecordType type() {
        return RecordWord.type(word);
    }

    SliceEnd sliceEnd() {
        return RecordWord.sliceEnd(word);
    }

    boolean failed() {
        return RecordWord.failed(word);
    }

    Action action() {
        return RecordWord.action(word);
    }

    @Nullable
    WaitKind waitKind() {
        return RecordWord.waitKind(word);
    }

    ValueKind valueKind() {
        return RecordWord.valueKind(word);
    }

    boolean switched() {
        return RecordWord.switched(word);
    }

    boolean migrated() {
        return RecordWord.migrated(word);
    }

    int task() {
        return RecordWord.task(word);
    }

    /** Returns the processor of a slice's facts. */
    int processor() {
        return RecordWord.task(word);
    }

    int other() {
        return RecordWord.other(word);
    }
}
