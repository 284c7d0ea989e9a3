package org.coreograph.trace;

import org.coreograph.model.Action;
import org.coreograph.model.SliceEnd;
import org.coreograph.model.ValueKind;
import org.coreograph.model.WaitKind;
import org.jspecify.annotations.Nullable;

/** Goes through the records of a log. Begins before the first. */
final class LogCursor {
    private final long[][] chunks;
    private int left;
    private int nextChunk;
    private long[] chunk = new long[0];
    private int offset = -EventLog.LONGS;
    private long word;

    LogCursor(long[][] chunks, int records) {
        this.chunks = chunks;
        this.left = records;
    }

    /** Goes on to the next record; returns false where there is none. */
    boolean next() {
        if (left == 0) {
            return false;
        }
        left--;
        offset += EventLog.LONGS;
        if (offset >= chunk.length) {
            chunk = chunks[nextChunk++];
            offset = 0;
        }
        word = chunk[offset + 3];
        return true;
    }

    /** Returns whether the next record is of the slice that this one is of. */
    boolean factsFollow() {
        return left > 0 && RecordWord.type(peekWord()) == RecordType.FACTS;
    }

    private long peekWord() {
        int at = offset + EventLog.LONGS;
        return at < chunk.length ? chunk[at + 3] : chunks[nextChunk][3];
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

    int other() {
        return RecordWord.other(word);
    }
}
