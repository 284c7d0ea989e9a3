package org.coreograph.engine;

import java.util.concurrent.Semaphore;
import org.coreograph.model.EventSink;
import org.coreograph.model.Settings;
import org.coreograph.program.Program;

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
        ONE_AT_A_TIME.acquire();
        boolean started = false;
        try {
            if (!settings.simulated()) {
                WarmUp.before(settings);
            }
            HeapReserve.hold();
            TaskThreads threads = TaskThreads.of(settings.threads());
            AbstractKernel kernel = switch (settings.clock()) {
                case SIMULATED -> new SimulatedKernel(program, settings, sink, threads);
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
