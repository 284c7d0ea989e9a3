package org.coreograph.program;

import org.coreograph.model.Action;
import org.coreograph.model.ObjectKind;
import org.coreograph.model.WaitKind;

/** Where a number of tasks wait for each other, again and again: all go on when the last has come. */
public final class Barrier extends Primitive {
    private final int parties;
    private final Waiters waiters;
    private int missing;
    private long generation;

    Barrier(Kernel kernel, String name, int parties) {
        if (parties < 1) {
            throw new IllegalArgumentException("a barrier's parties must be 1 or more, but were " + parties);
        }
        super(kernel, ObjectKind.BARRIER, name, parties);
        this.parties = parties;
        missing = parties;
        waiters = new Waiters(kernel, WaitKind.BARRIER, waitable);
    }

    /**
     * Blocks until all have come.
     *
     * @return how many times all had come before
     */
    public long await() {
        int me = kernel.touch();
        kernel.enter();
        try {
            long mine = generation;
            missing--;
            note(me, Action.ARRIVE, missing);
            if (missing > 0) {
                waiters.await(me);
            } else {
                missing = parties;
                generation++;
                waiters.wakeAll();
            }
            return mine;
        } finally {
            kernel.exit();
        }
    }
}
