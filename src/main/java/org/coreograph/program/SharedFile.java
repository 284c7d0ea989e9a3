package org.coreograph.program;

import java.util.Objects;
import org.coreograph.model.Action;
import org.coreograph.model.ObjectKind;
import org.coreograph.model.WaitKind;

/**
 * A file that the tasks of every process can read and write. Each operation waits for the device and then takes effect
 * as a whole: of two that overwrite it at once the last one to be done wins, and of two that append both are in it.
 */
public final class SharedFile extends Primitive {
    private final long ioNanos;
    private String contents = "";

    SharedFile(Kernel kernel, String name, long ioNanos) {
        super(kernel, ObjectKind.FILE, name, 0);
        this.ioNanos = ioNanos;
    }

    /** Returns how long each operation waits. */
    long ioNanos() {
        return ioNanos;
    }

    /** Returns all that is in it; nothing was written yet where that is empty. */
    public String read() {
        int me = waitForTheDevice();
        kernel.enter();
        try {
            note(me, Action.READ, contents);
            return contents;
        } finally {
            kernel.exit();
        }
    }

    /** Puts a text in the place of all that is in it. */
    public void overwrite(String text) {
        write(false, text);
    }

    /** Puts a text behind all that is in it. */
    public void append(String text) {
        write(true, text);
    }

    private void write(boolean behind, String text) {
        Objects.requireNonNull(text, "a file holds text");
        int me = waitForTheDevice();
        kernel.enter();
        try {
            contents = behind ? contents + text : text;
            note(me, Action.WRITE, contents);
        } finally {
            kernel.exit();
        }
    }

    private int waitForTheDevice() {
        int me = kernel.touch();
        if (ioNanos > 0) {
            kernel.pause(WaitKind.IO, ioNanos);
        }
        return me;
    }
}
