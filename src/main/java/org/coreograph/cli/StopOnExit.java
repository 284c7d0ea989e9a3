package org.coreograph.cli;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.coreograph.engine.Run;
import org.jspecify.annotations.Nullable;

/**
 * From the first run on until the command is done, Ctrl-C stops the runs instead of cutting them off, waits a little for
 * what they came to to be written, and lets the program end with the command's own status. Thread-safe.
 */
final class StopOnExit {
    private static final long GRACE_SECONDS = 5;

    private final PrintStream err;
    private final IntConsumer halt;
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stopAndHalt, "stop on exit");
    private @Nullable Run run;
    private boolean hooked;
    private boolean stopped;
    private int status = ExitStatus.NOT_COMPLETED;

    /**
     * @param err gets one line if the command isn't done in time
     * @param halt ends the program at once with a status. Only that works: a program that is ending already by a signal
     *     would end with the signal's status.
     */
    StopOnExit(PrintStream err, IntConsumer halt) {
        this.err = err;
        this.halt = halt;
    }

    /** From now on Ctrl-C stops what is being prepared as well, such as a run that is still warming up. */
    synchronized void prepare() {
        if (!hooked) {
            hooked = true;
            hook();
        }
    }

    /** Says which run to stop from now on; one that comes too late is stopped at once. */
    synchronized void watch(Run newRun) {
        prepare();
        run = newRun;
        if (stopped) {
            newRun.stop();
        }
    }

    private void hook() {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending already, so there is nothing left to wait for.
            stopped = true;
        }
    }

    /** Returns whether the program is to end. */
    synchronized boolean stopped() {
        return stopped;
    }

    /** Says that the command is done, its output written, and with what status. */
    void done(int commandStatus) {
        synchronized (this) {
            status = commandStatus;
        }
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending already. The hook can't be removed then, and the count-down has let it go on.
        }
    }

    /** What the hook does: it is over only when the program is. */
    void stopAndHalt() {
        stop();
        try {
            if (!done.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
                err.println("coreograph: gave up writing what the stopped run came to");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        err.flush();
        halt.accept(status());
    }

    private synchronized void stop() {
        stopped = true;
        if (run != null) {
            run.stop();
        }
    }

    private synchronized int status() {
        return status;
    }
}
