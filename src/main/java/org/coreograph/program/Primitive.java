package org.coreograph.program;

import org.coreograph.model.Action;
import org.coreograph.model.ObjectInfo;
import org.coreograph.model.ObjectKind;
import org.jspecify.annotations.Nullable;

/** What everything shared has: the kernel it stands on, and what the trace calls it. */
abstract class Primitive {
    final Kernel kernel;
    final Waitable waitable;

    /** Whether actions are noted; asked once, since it stands on the way of every operation. */
    private final boolean notes;

    Primitive(Kernel kernel, ObjectKind kind, String name, long capacity) {
        this.kernel = kernel;
        this.waitable = kernel.waitable(new ObjectInfo(kind, name, capacity));
        this.notes = kernel.notesActions();
    }

    /** Notes what a task did, where that is noted. */
    final void note(int task, Action action) {
        note(task, action, null);
    }

    /** Notes what a task did with a value, where that is noted. */
    final void note(int task, Action action, @Nullable Object value) {
        if (notes) {
            kernel.did(task, action, waitable, value);
        }
    }

    /** Notes what a task did with a number, which becomes an object only where it is noted. */
    final void note(int task, Action action, long value) {
        if (notes) {
            kernel.did(task, action, waitable, value);
        }
    }

    /** Notes what the calling task did with a number, where its id is needed for that alone. */
    final void noteMine(Action action, long value) {
        if (notes) {
            kernel.did(kernel.current(), action, waitable, value);
        }
    }
}
