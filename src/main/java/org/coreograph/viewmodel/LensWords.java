package org.coreograph.viewmodel;

import java.util.Locale;
import org.coreograph.model.Durations;

/** Says what is seen of the one-core run through the time lens. */
public final class LensWords {
    /** Numbers that are closer than this read the same. */
    private static final double SAME = 0.02;

    private LensWords() {}

    /** Returns a sentence or two. */
    public static String of(WorkbenchState state) {
        if (!state.lens().on()) {
            return "How wide must the window of time be for two things to count as simultaneous? Turn the lens on and"
                    + " widen it.";
        }
        RunFigures one = state.one();
        String width = Durations.human(state.lens().widthNanos());
        if (one.apparentParallelism() - one.trueParallelism() < SAME) {
            return String.format(
                    Locale.ROOT,
                    "Through a window of %s one core is seen as it is: %.2f tasks run at a time.",
                    width,
                    one.trueParallelism());
        }
        long tasks = state.shown().one().statistics().tasks().stream()
                .filter(task -> task.runNanos() > 0)
                .count();
        boolean all = one.apparentParallelism() > tasks - SAME;
        String seem = all
                ? all(tasks) + " to run all the time"
                : String.format(Locale.ROOT, "%.2f tasks seem to run at a time", one.apparentParallelism());
        return String.format(
                Locale.ROOT,
                "Through this window %s on one core, at %.0f %% of the pace. Only the pace gives the single core away.",
                seem,
                100 * one.pace());
    }

    private static String all(long tasks) {
        return tasks == 2 ? "both tasks seem" : "all " + tasks + " tasks seem";
    }
}
