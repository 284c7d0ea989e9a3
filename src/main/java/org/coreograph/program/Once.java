package org.coreograph.program;

import org.coreograph.model.Action;
import org.coreograph.model.EventSink;
import org.coreograph.model.ObjectKind;
import org.coreograph.model.WaitKind;

/**
 * Does something once, whoever comes first, as Go's {@code sync.Once}. Those who come meanwhile wait until it is done;
 * those who come later go on at once. If what is to be done throws, it counts as done.
 *
 * <p>Who comes later needs no step: it sees that all is done, and with it all that was done.
 */
public final class Once extends Primitive {
    private final Waiters waiters;
    private int doer = EventSink.NONE;
    private volatile boolean done;

    Once(Kernel kernel, String name) {
        super(kernel, ObjectKind.ONCE, name, 1);
        waiters = new Waiters(kernel, WaitKind.ONCE, waitable);
        waitable.heldBy(() -> Waitable.one(doer));
    }

    /**
     * Runs the body if none ran here before; otherwise waits until the one that did is done. A body that comes back here
     * waits for itself.
     */
    public void run(Runnable body) {
        int me = kernel.touch();
        if (!done && isFirst(me)) {
            try {
                body.run();
            } finally {
                finish(me);
            }
        }
    }

    /** Returns whether nobody came before; if somebody did, that is done now. */
    private boolean isFirst(int me) {
        kernel.enter();
        try {
            if (doer == EventSink.NONE) {
                doer = me;
                return true;
            }
            if (!done) {
                waiters.await(me);
            }
            return false;
        } finally {
            kernel.exit();
        }
    }

    private void finish(int me) {
        kernel.enter();
        try {
            done = true;
            note(me, Action.DO);
            waiters.wakeAll();
        } finally {
            kernel.exit();
        }
    }
}
