package org.coreograph.testkit.oracle;

import java.util.ArrayList;
import java.util.List;
import org.coreograph.testkit.oracle.Prediction.Span;

/** A core as the oracle sees it. */
final class Processor {
    final int index;
    Job job;

    /** The task that it ran last or began to switch to, or null where it never had one. */
    Job last;

    long switchLeft;
    long quantumLeft;

    private final List<Span> spans = new ArrayList<>();
    private Job openJob;
    private boolean openSwitch;
    private long openSince;

    Processor(int index) {
        this.index = index;
    }

    boolean idle() {
        return job == null;
    }

    /** Returns whether its task's code has to run now. */
    boolean hasCode() {
        return job != null && switchLeft == 0 && job.remaining == 0 && !job.givesWay;
    }

    /** Writes down what it is about to do; a slice or a switch that goes on stays one. */
    void note(long now) {
        boolean switching = switchLeft > 0;
        if (job != openJob || switching != openSwitch) {
            close(now);
            openJob = job;
            openSwitch = switching;
            openSince = now;
        }
    }

    /** Ends what it was doing, so that what comes now is another stretch, even of the same task. */
    void close(long now) {
        if (openJob != null && now > openSince) {
            spans.add(new Span(openJob.id, openSwitch, openSince, now));
        }
        openJob = null;
    }

    List<Span> spans() {
        return List.copyOf(spans);
    }
}
