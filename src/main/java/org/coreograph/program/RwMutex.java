package org.coreograph.program;

import org.coreograph.model.Action;
import org.coreograph.model.EventSink;
import org.coreograph.model.ObjectKind;
import org.coreograph.model.WaitKind;

/**
 * A mutex that any number of tasks may hold for reading, or one for writing, as Go's {@code sync.RWMutex}. Neither kind
 * starves: once a writer waits, new readers wait behind it; and when a writer is done, the readers that waited go first,
 * all of them, and then the next writer.
 */
public final class RwMutex extends Primitive {
    private final TaskCounts readers = new TaskCounts();
    private int reading;
    private int writer = EventSink.NONE;
    private final Waiters waitingReaders;
    private final Waiters waitingWriters;

    RwMutex(Kernel kernel, String name) {
        super(kernel, ObjectKind.RW_MUTEX, name, 0);
        waitingReaders = new Waiters(kernel, WaitKind.READ_LOCK, waitable);
        waitingWriters = new Waiters(kernel, WaitKind.LOCK, waitable);
        waitable.heldBy(() -> writer == EventSink.NONE ? readers.tasks() : Waitable.one(writer));
    }

    /** Blocks until the caller owns the mutex, alone, for writing. */
    public void lock() {
        int me = kernel.touch();
        kernel.enter();
        try {
            if (writer == EventSink.NONE && reading == 0) {
                startWriting(me);
            } else {
                waitingWriters.await(me);
            }
        } finally {
            kernel.exit();
        }
    }

    /**
     * Hands the mutex to all readers that wait, or else to the writer that has waited longest; or frees it.
     *
     * @throws IllegalStateException if the caller doesn't own it for writing
     */
    public void unlock() {
        int me = kernel.touch();
        kernel.enter();
        try {
            if (writer != me) {
                throw notYours(me, "unlocked", "writing");
            }
            writer = EventSink.NONE;
            note(me, Action.UNLOCK);
            for (int reader = waitingReaders.wakeFirst(); reader != EventSink.NONE; ) {
                startReading(reader);
                reader = waitingReaders.wakeFirst();
            }
            letAWriterIn();
        } finally {
            kernel.exit();
        }
    }

    /** Blocks until the caller has the mutex for reading: while somebody writes, or waits to. */
    public void readLock() {
        int me = kernel.touch();
        kernel.enter();
        try {
            if (writer == EventSink.NONE && waitingWriters.isEmpty()) {
                startReading(me);
            } else {
                waitingReaders.await(me);
            }
        } finally {
            kernel.exit();
        }
    }

    /**
     * Ends reading; the last reader hands the mutex to the writer that has waited longest.
     *
     * @throws IllegalStateException if the caller doesn't have it for reading
     */
    public void readUnlock() {
        int me = kernel.touch();
        kernel.enter();
        try {
            if (readers.of(me) == 0) {
                throw notYours(me, "read-unlocked", "reading");
            }
            readers.add(me, -1);
            reading--;
            note(me, Action.READ_UNLOCK);
            letAWriterIn();
        } finally {
            kernel.exit();
        }
    }

    private void letAWriterIn() {
        if (reading > 0) {
            return;
        }
        int next = waitingWriters.wakeFirst();
        if (next != EventSink.NONE) {
            startWriting(next);
        }
    }

    private void startReading(int task) {
        readers.add(task, 1);
        reading++;
        note(task, Action.READ_LOCK);
    }

    private void startWriting(int task) {
        writer = task;
        note(task, Action.LOCK);
    }

    private IllegalStateException notYours(int me, String what, String purpose) {
        return new IllegalStateException(waitable.name() + " was " + what + " by " + kernel.taskName(me)
                + ", which doesn't have it for " + purpose);
    }
}
