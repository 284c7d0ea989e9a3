package org.coreograph.viewmodel;

import java.util.Locale;
import org.coreograph.analysis.Parallelism;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.Durations;
import org.coreograph.model.Settings;

/** Says what a comparison shows in one sentence, out of what happened and of nothing else. */
public final class Sentence {
    private static final String[] NUMBERS = {"No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight"};

    private Sentence() {}

    /** Returns the sentence for a room to read. */
    public static String of(Shown shown) {
        if (!shown.complete()) {
            return "The same code, on one core and on " + shown.many().coresTitle() + ".";
        }
        String one = oneCore(shown.one());
        boolean alone = shown.many().cores() == 1 && !shown.many().coresChanged();
        return alone ? one : one + " " + many(shown.many());
    }

    /** Returns under which conditions both were run, in a few words. */
    public static String conditions(Shown shown) {
        Settings settings = shown.many().request().settings();
        String policy = settings.policy().title().toLowerCase(Locale.ROOT);
        String quantum = settings.policy().usesQuantum() ? ", quantum " + Durations.human(settings.quantumNanos()) : "";
        String seed =
                settings.simulated() && settings.seed() != Settings.DEFAULTS.seed() ? ", seed " + settings.seed() : "";
        String result = ResultWords.single(shown.many()) ? " · result: " + ResultWords.of(shown.many()) : "";
        return shown.many().title() + " · " + policy + quantum + seed + " · code: unchanged" + result;
    }

    private static String oneCore(RunReport one) {
        boolean turns =
                one.statistics().contextSwitches() >= one.statistics().tasks().size();
        return turns ? "One core takes turns." : "One core does one thing after the other.";
    }

    private static String many(RunReport many) {
        if (many.coresChanged()) {
            return "Then the number of cores changed while it ran: " + many.coresTitle() + ".";
        }
        int atOnce = Parallelism.running(many.trace()).max();
        String cores = word(many.cores());
        if (atOnce <= 1) {
            return cores + ", and still only one task runs at a time.";
        }
        return atOnce == many.cores()
                ? cores + " run side by side."
                : "Of " + cores.toLowerCase(Locale.ROOT) + ", " + word(atOnce).toLowerCase(Locale.ROOT)
                        + " run side by side.";
    }

    private static String word(int number) {
        return number < NUMBERS.length ? NUMBERS[number] : String.valueOf(number);
    }
}
