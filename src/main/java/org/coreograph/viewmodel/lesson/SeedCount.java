package org.coreograph.viewmodel.lesson;

import java.util.List;
import org.coreograph.analysis.Outcomes;
import org.coreograph.model.RunRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a program's runs with one seed after the other came to, as far as they were run. Immutable.
 *
 * @param first the run with the first seed; null where nothing was asked for yet
 * @param title of the program
 * @param of how many there are to be
 * @param underWay whether more are to come
 * @param outcomes of those that are over
 * @param trouble why there are no more, in one line, or an empty text
 */
public record SeedCount(
        @Nullable RunRequest first, String title, int of, boolean underWay, Outcomes outcomes, String trouble) {
    static final SeedCount NONE = new SeedCount(null, "", 0, false, Outcomes.of(List.of()), "");

    /** Returns how many are over. */
    public int done() {
        return outcomes.runs();
    }

    /** Returns the seeds of those that are over, as the command line has them. */
    public String seeds() {
        long seed = first == null ? 0 : first.settings().seed();
        return seed + ".." + (seed + done() - 1);
    }

    SeedCount with(Outcomes newOutcomes, boolean more) {
        return new SeedCount(first, title, of, more, newOutcomes, trouble);
    }

    SeedCount ended(String why) {
        return new SeedCount(first, title, of, false, outcomes, why);
    }
}
