package org.coreograph.benchmark;

import java.lang.management.ManagementFactory;
import jdk.management.VirtualThreadSchedulerMXBean;
import org.coreograph.engine.Engine;
import org.coreograph.model.EventSink;
import org.coreograph.model.Outcome;
import org.coreograph.model.RunEnd;
import org.coreograph.model.Settings;
import org.coreograph.program.Program;
import org.coreograph.trace.TraceRecorder;

/** Runs of the engine as benchmarks need them: through its door, with a real trace, and checked. */
public final class CheckedRuns {
    private CheckedRuns() {}

    /** Runs a program to its end with a trace of its own, and returns when it ended, on its own clock. */
    public static long run(Program program, Settings settings) throws InterruptedException {
        return run(program, settings, new TraceRecorder(settings.cores())).endNanos();
    }

    /** Runs a program to its end. */
    public static RunEnd run(Program program, Settings settings, EventSink sink) throws InterruptedException {
        RunEnd end = new Engine().start(program, settings, sink).await();
        if (end.outcome() != Outcome.COMPLETED) {
            throw new IllegalStateException("the run did not complete: " + end.reason());
        }
        return end;
    }

    /** Gives the JVM a number of carriers of virtual threads, as the engine does for its runs. */
    public static void setCarriers(int carriers) {
        ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class).setParallelism(carriers);
    }
}
