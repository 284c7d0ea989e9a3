package org.coreograph.program;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.coreograph.model.Action;
import org.coreograph.model.ObjectKind;

/**
 * A variable that any task may read and write, as {@link SharedLong} is for whole numbers. What is written by one task
 * and read by another is seen as it was when it was written.
 */
public final class Shared<T> extends Primitive {
    private final MemoryLine line;
    private final AtomicReference<T> value;

    Shared(Kernel kernel, String name, MemoryLine line, T initial) {
        super(kernel, ObjectKind.SHARED, name, 0, initial);
        this.line = line;
        this.value = new AtomicReference<>(Objects.requireNonNull(initial, "a shared variable holds no null"));
    }

    /** Returns what is in it. */
    public T read() {
        kernel.access(line, false);
        T read = value.getAcquire();
        note(kernel.current(), Action.READ, read);
        return read;
    }

    /** Puts something in it. */
    public void write(T written) {
        Objects.requireNonNull(written, "a shared variable holds no null");
        kernel.access(line, true);
        value.setRelease(written);
        note(kernel.current(), Action.WRITE, written);
    }
}
