package org.coreograph.engine;

import java.util.concurrent.Semaphore;
import org.coreograph.model.EventSink;
import org.coreograph.model.Settings;
import org.coreograph.program.Program;
import org.jspecify.annotations.Nullable;

/**
 * Runs programs. Thread-safe. Runs don't overlap, not even those of two engines in one JVM, since they share its
 * carriers and its processors: starting one waits until the one before is over.
 */
public final class Engine {
    private static final Semaphore ONE_AT_A_TIME = new Semaphore(1, true);

    /**
     * Starts a run.
     *
     * @param sink gets what happens, from the run's threads
     * @throws InterruptedException if interrupted while another run went on
     */
    public Run start(Program program, Settings settings, EventSink sink) throws InterruptedException {
        return start(program, settings, sink, null);
    }

    /**
     * Starts a simulated run that also tells which line of the program each task comes to. It does the same as one that
     * isn't watched, but looks through a stack at each call: its trace is the same, and the time that it takes is no
     * measure of anything.
     *
     * @throws IllegalArgumentException if the settings are those of a measured run, which watching would disturb
     * @throws InterruptedException if interrupted while another run went on
     */
    public Run startWatched(Program program, Settings settings, EventSink sink, LineWatch lines)
            throws InterruptedException {
        if (!settings.simulated()) {
            throw new IllegalArgumentException("lines are told of simulated runs only, but this one is measured");
        }
        return start(program, settings, sink, lines);
    }

    private static Run start(Program program, Settings settings, EventSink sink, @Nullable LineWatch lines)
            throws InterruptedException {
        ONE_AT_A_TIME.acquire();
        boolean started = false;
        try {
            if (!settings.simulated()) {
                WarmUp.before(settings);
            }
            HeapReserve.hold();
            TaskThreads threads = TaskThreads.of(settings.threads());
            AbstractKernel kernel = switch (settings.clock()) {
                case SIMULATED -> new SimulatedKernel(program, settings, sink, threads, lines);
                case MEASURED -> new MeasuredKernel(program, settings, sink, threads);
            };
            kernel.whenOver(ONE_AT_A_TIME::release);
            kernel.start();
            started = true;
            return kernel;
        } finally {
            if (!started) {
                ONE_AT_A_TIME.release();
            }
        }
    }
}
