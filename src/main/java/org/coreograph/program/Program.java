package org.coreograph.program;

/** A concurrent program. The same instance may be run many times, but keeps nothing from one run to the next. */
@FunctionalInterface
public interface Program {
    /**
     * The program's main task. It runs without a core until it declares time; the run ends when every task has ended,
     * even if main ended first.
     *
     * @throws Exception anything; main then ends as failed, and the other tasks go on
     */
    void run(Machine machine) throws Exception;
}
