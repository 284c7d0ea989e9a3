package org.coreograph.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.coreograph.engine.Run;
import org.jspecify.annotations.Nullable;

/**
 * While open, Ctrl-C stops the run under way instead of cutting it off, and waits a little for what it came to to be
 * written.
 */
final class StopOnExit implements AutoCloseable {
    private static final long GRACE_SECONDS = 5;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stopAndWait, "stop on exit");
    private volatile @Nullable Run run;

    private StopOnExit() {}

    static StopOnExit open() {
        StopOnExit stop = new StopOnExit();
        Runtime.getRuntime().addShutdownHook(stop.hook);
        return stop;
    }

    /** Says which run to stop from now on. */
    void watch(Run newRun) {
        run = newRun;
    }

    private void stopAndWait() {
        Run current = run;
        if (current == null) {
            return;
        }
        current.stop();
        try {
            if (!closed.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("coreograph: gave up writing what the stopped run came to");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending already. The hook can't be removed then, and the count-down has let it go on.
        }
    }
}
