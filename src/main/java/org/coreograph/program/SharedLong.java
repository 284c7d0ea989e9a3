package org.coreograph.program;

import org.coreograph.model.Action;
import org.coreograph.model.ObjectKind;

/**
 * A variable with a whole number that any task may read and write. Each of both is a step of its own, and another task
 * may come between: of two tasks that add to it at once, one update can be lost. {@link Atomic} loses none.
 */
public final class SharedLong extends Primitive {
    private final MemoryLine line;
    private final long[] numbers;
    private final int index;

    SharedLong(Kernel kernel, String name, MemoryLine line, long[] numbers, int index) {
        super(kernel, ObjectKind.SHARED, name, 1);
        this.line = line;
        this.numbers = numbers;
        this.index = index;
    }

    /** Returns what is in it. */
    public long read() {
        kernel.access(line, false);
        long value = (long) Line.NUMBER.getOpaque(numbers, index);
        noteMine(Action.READ, value);
        return value;
    }

    /** Puts a number in it. */
    public void write(long value) {
        kernel.access(line, true);
        Line.NUMBER.setOpaque(numbers, index, value);
        noteMine(Action.WRITE, value);
    }
}
