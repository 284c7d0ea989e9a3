package org.coreograph.analysis;

import java.util.OptionalDouble;
import org.coreograph.model.Outcome;
import org.coreograph.model.RunEnd;
import org.coreograph.model.RunRequest;
import org.coreograph.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * A run as everything that shows one wants it: what was asked, what happened, and the numbers. Immutable.
 *
 * @param title the program's title
 * @param end how it ended, or null while it goes on
 * @param coreCounts how many cores there were over the run
 */
public record RunReport(
        RunRequest request,
        String title,
        Trace trace,
        @Nullable RunEnd end,
        Statistics statistics,
        CoreCounts coreCounts) {
    public static RunReport of(RunRequest request, String title, Trace trace, @Nullable RunEnd end) {
        return new RunReport(request, title, trace, end, Statistics.of(trace), CoreCounts.of(trace));
    }

    /** Returns how many cores were asked for at the start; {@link #coresTitle} says how many there were. */
    public int cores() {
        return request.settings().cores();
    }

    /**
     * Returns whether the number of cores changed while the run went on. Such a run is of no number of cores, and no
     * speed-up, efficiency or time ratio is told of it: this is where that is decided.
     */
    public boolean coresChanged() {
        return coreCounts.least() != cores() || coreCounts.most() != cores();
    }

    /** Says how many cores there were. */
    public String coresTitle() {
        return coreCounts.title();
    }

    /** Returns pure work over the run's length, so that its own switches don't flatter it; none if its cores changed. */
    public OptionalDouble speedUp() {
        return coresChanged() ? OptionalDouble.empty() : OptionalDouble.of(statistics.workOverTime());
    }

    /**
     * Returns how many times as long one core took as this run: T(1)/T(N). There is none unless both completed, and
     * were asked for the same but for the number of cores, which stayed as it was.
     */
    public OptionalDouble timeRatio(RunReport one) {
        boolean same = request.withSettings(request.settings().withCores(1)).equals(one.request);
        boolean whole = completed() && one.completed() && endNanos() > 0;
        return same && whole && !coresChanged() && !one.coresChanged()
                ? OptionalDouble.of((double) one.endNanos() / endNanos())
                : OptionalDouble.empty();
    }

    private boolean completed() {
        return end != null && end.outcome() == Outcome.COMPLETED;
    }

    /** Finds the time that tasks of a measured run lost through no doing of theirs. */
    public Stalls stalls() {
        return request.settings().simulated() ? Stalls.NONE : Stalls.of(trace, end == null ? null : end.pauses());
    }

    /** Returns when the run ended, or how far it has come. */
    public long endNanos() {
        return trace.endNanos();
    }
}
