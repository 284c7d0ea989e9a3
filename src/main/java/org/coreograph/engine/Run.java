package org.coreograph.engine;

import java.util.List;
import org.coreograph.model.RunEnd;

/** A run under way or over. Thread-safe. */
public interface Run {
    /** Asks the run to stop; its end is there within 200 ms. Does nothing once it is over. */
    void stop();

    /**
     * Asks for another number of cores while the run goes on, on the measured clock; those from core 0 on stay. A core
     * that leaves is off once the task on it gave way at its next look, and a core that comes takes a task at once.
     *
     * <p>A simulated run takes no other number: it is run again instead. Nor does one with distributed memory, since a
     * core that left would take its memory and its tasks along.
     *
     * @param cores 1 to {@link org.coreograph.model.Settings#MAX_CORES}
     * @return whether the run takes other numbers of cores
     * @throws org.coreograph.model.BadInputException if the number is out of its range
     */
    boolean setCores(int cores);

    /** Returns whether the run is over. */
    boolean isOver();

    /** Waits for the end of the run. */
    RunEnd await() throws InterruptedException;

    /**
     * Waits for the end of the run, or until some time has passed.
     *
     * @return whether the run is over
     */
    boolean await(long millis) throws InterruptedException;

    /**
     * Looks for tasks that go on without a call to the machine, such as an empty loop without end, which can be neither
     * preempted nor stopped. It is the looking, several times a second, that finds them: they are told of once they made
     * no call for a quarter of a second. Cheap enough to be asked for each frame.
     *
     * @return a sentence for each such task; none where the run is over
     */
    List<String> unresponsive();

    /** Returns the run's time: how far it has come, or when it ended. */
    long nowNanos();
}
