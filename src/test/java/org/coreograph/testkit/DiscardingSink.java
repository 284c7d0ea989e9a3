package org.coreograph.testkit;

import org.coreograph.model.Action;
import org.coreograph.model.EventSink;
import org.coreograph.model.ObjectInfo;
import org.coreograph.model.SliceEnd;
import org.coreograph.model.ValueKind;
import org.coreograph.model.WaitKind;

/** A sink that keeps nothing, for runs without an end, and counts what it is told after it was told to close. */
public final class DiscardingSink implements EventSink {
    private final Writer writer = new Discarding();
    private volatile boolean closed;
    private volatile boolean writtenAfterClose;

    /** From now on a write is remembered. */
    public void close() {
        closed = true;
    }

    public boolean writtenAfterClose() {
        return writtenAfterClose;
    }

    private void written() {
        writtenAfterClose |= closed;
    }

    @Override
    public void declareTask(int task, int parent, String name) {
        written();
    }

    @Override
    public void declareObject(int object, ObjectInfo info) {
        written();
    }

    @Override
    public int declareText(String text) {
        written();
        return 0;
    }

    @Override
    public Writer core(int core) {
        return writer;
    }

    @Override
    public Writer offCore() {
        return writer;
    }

    private final class Discarding implements Writer {
        @Override
        public void arrived(long atNanos, int task) {
            written();
        }

        @Override
        public void switched(long startNanos, long endNanos, int task, boolean counts) {
            written();
        }

        @Override
        public void ran(
                long dispatchedNanos,
                long startNanos,
                long endNanos,
                int task,
                SliceEnd why,
                WaitKind wait,
                int object,
                boolean switched,
                boolean migrated) {
            written();
        }

        @Override
        public void blocked(long startNanos, long endNanos, int task, WaitKind kind, int object, int waker) {
            written();
        }

        @Override
        public void stuck(long startNanos, long endNanos, int task, WaitKind kind, int object) {
            written();
        }

        @Override
        public void ended(long atNanos, int task, boolean failed) {
            written();
        }

        @Override
        public void running(long dispatchedNanos, long startNanos, int task) {
            written();
        }

        @Override
        public void offSince(long startNanos) {
            written();
        }

        @Override
        public void facts(long cpuNanos, long osThread, int processor) {
            written();
        }

        @Override
        public void off(long startNanos, long endNanos) {
            written();
        }

        @Override
        public void did(long atNanos, int task, Action action, int object, ValueKind kind, long value) {
            written();
        }
    }
}
