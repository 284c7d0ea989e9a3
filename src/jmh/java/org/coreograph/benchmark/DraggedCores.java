package org.coreograph.benchmark;

import org.coreograph.viewmodel.Workbench;

/** The slider's numbers of cores while it is dragged from one end to the other and back, again and again. */
final class DraggedCores {
    private static final int TURN = Workbench.MAX_CORES - 1;

    private int step;

    /** Returns the next number, which always differs from the one before. */
    int next() {
        int along = step++ % (2 * TURN);
        return 1 + Math.min(along, 2 * TURN - along);
    }
}
