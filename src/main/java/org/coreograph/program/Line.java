package org.coreograph.program;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A line of memory for values that are to lie beside each other. A core that writes one of them needs the whole line for
 * itself: tasks that write different values of one line get in each other's way as if they wrote the same (false
 * sharing).
 *
 * <p>The whole numbers really lie beside each other, a line away from anything else, so that the same is seen under the
 * measured clock.
 */
public final class Line {
    /** Accesses a number on a line. */
    static final VarHandle NUMBER = MethodHandles.arrayElementVarHandle(long[].class);

    private final Kernel kernel;
    private final String name;
    private final MemoryLine memory;

    /** The numbers, with the length of a line before and after them. */
    private final long[] numbers = new long[3 * MemoryLine.VALUES];

    Line(Kernel kernel, String name) {
        this.kernel = kernel;
        this.name = name;
        this.memory = kernel.newLine();
    }

    /**
     * Puts a variable with a whole number on the line.
     *
     * @throws IllegalStateException if the line is full
     */
    public SharedLong shared(String variable, long initial) {
        return new SharedLong(kernel, variable, memory, numbers, place(variable, initial), initial);
    }

    /**
     * Puts a variable on the line.
     *
     * @throws IllegalStateException if the line is full
     */
    public <T> Shared<T> shared(String variable, T initial) {
        kernel.enter();
        try {
            memory.place(name, variable);
        } finally {
            kernel.exit();
        }
        return new Shared<>(kernel, variable, memory, initial);
    }

    /**
     * Puts a whole number whose operations can't be divided on the line.
     *
     * @throws IllegalStateException if the line is full
     */
    public Atomic atomic(String variable, long initial) {
        return new Atomic(kernel, variable, memory, numbers, place(variable, initial), initial);
    }

    private int place(String variable, long initial) {
        kernel.enter();
        try {
            int index = MemoryLine.VALUES + memory.place(name, variable);
            NUMBER.setVolatile(numbers, index, initial);
            return index;
        } finally {
            kernel.exit();
        }
    }
}
