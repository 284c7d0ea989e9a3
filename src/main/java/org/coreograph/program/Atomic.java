package org.coreograph.program;

import java.util.function.LongUnaryOperator;
import org.coreograph.model.Action;
import org.coreograph.model.ObjectKind;

/** A whole number whose operations can't be divided: each is one access, and no other task comes between its parts. */
public final class Atomic extends Primitive {
    private final MemoryLine line;
    private final long[] numbers;
    private final int index;

    Atomic(Kernel kernel, String name, MemoryLine line, long[] numbers, int index) {
        super(kernel, ObjectKind.ATOMIC, name, 1);
        this.line = line;
        this.numbers = numbers;
        this.index = index;
    }

    /** Returns the number. */
    public long get() {
        kernel.access(line, false);
        long value = (long) Line.NUMBER.getVolatile(numbers, index);
        noteMine(Action.READ, value);
        return value;
    }

    /** Sets the number. */
    public void set(long value) {
        kernel.access(line, true);
        Line.NUMBER.setVolatile(numbers, index, value);
        noteMine(Action.WRITE, value);
    }

    /** Adds to the number; returns the sum, as Go's {@code atomic.Add} does. */
    public long add(long delta) {
        kernel.access(line, true);
        long sum = (long) Line.NUMBER.getAndAdd(numbers, index, delta) + delta;
        noteMine(Action.WRITE, sum);
        return sum;
    }

    /** Sets the number if it is as expected; returns whether it was. */
    public boolean compareAndSet(long expected, long value) {
        kernel.access(line, true);
        boolean set = Line.NUMBER.compareAndSet(numbers, index, expected, value);
        if (set) {
            noteMine(Action.WRITE, value);
        }
        return set;
    }

    /**
     * Sets the number to what a function makes of it, and returns that. The function may be called several times, and may
     * not call the machine.
     */
    public long updateAndGet(LongUnaryOperator update) {
        kernel.access(line, true);
        while (true) {
            long before = (long) Line.NUMBER.getVolatile(numbers, index);
            long after = update.applyAsLong(before);
            if (Line.NUMBER.compareAndSet(numbers, index, before, after)) {
                noteMine(Action.WRITE, after);
                return after;
            }
        }
    }
}
