package org.coreograph.testkit;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.coreograph.viewmodel.FrameRequests;

/** Counts requests for frames, and waits for one. Thread-safe. */
public final class Frames implements FrameRequests {
    private static final long PATIENCE_SECONDS = 30;

    private final Semaphore requests = new Semaphore(0);

    @Override
    public void requestFrame() {
        requests.release();
    }

    /** Waits until a frame is asked for, or was since the last call. */
    public void await() {
        try {
            if (!requests.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("no frame was asked for");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        requests.drainPermits();
    }
}
