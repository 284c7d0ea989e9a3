package org.coreograph.picture;

import java.util.Optional;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.Durations;
import org.coreograph.model.Outcome;
import org.coreograph.model.ResultNames;
import org.coreograph.model.RunEnd;

/**
 * By when a run should be done, as its program says in its result.
 *
 * @param met whether it was
 */
record Deadline(long nanos, boolean met) {
    /** Returns the deadline of a run that is over, where its program has one. */
    static Optional<Deadline> of(RunReport run) {
        RunEnd end = run.end();
        if (end == null || !(end.result().get(ResultNames.DEADLINE) instanceof Long nanos)) {
            return Optional.empty();
        }
        return Optional.of(new Deadline(nanos, end.outcome() == Outcome.COMPLETED && run.endNanos() <= nanos));
    }

    String words() {
        return "deadline " + Durations.human(nanos) + (met ? ": met" : ": missed");
    }
}
