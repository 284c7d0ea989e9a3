package org.coreograph.picture;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coreograph.model.Clock;
import org.coreograph.model.Durations;
import org.coreograph.model.Interleave;
import org.coreograph.model.MemoryKind;
import org.coreograph.model.Named;
import org.coreograph.model.Percentages;
import org.coreograph.model.PolicyKind;
import org.coreograph.model.RuntimeKind;
import org.coreograph.model.SettingName;
import org.coreograph.model.Settings;
import org.coreograph.model.TieRule;

/**
 * What is said of the settings of a run, part by part; a part is empty where it makes no difference, or is what one
 * expects.
 */
public final class SettingsWords {
    private static final int LONG_VALUE = 36;

    /** What is said behind the clock and the cores, in this order. */
    static final List<Function<Settings, String>> BEHIND_CORES = List.of(
            SettingsWords::policy,
            SettingsWords::switchCost,
            SettingsWords::threads,
            SettingsWords::ties,
            SettingsWords::memory,
            SettingsWords::interleave,
            SettingsWords::set,
            SettingsWords::seed);

    private SettingsWords() {}

    /** Returns all parts that are not empty. */
    public static List<String> parts(Settings settings, int processors) {
        Stream<String> first = Stream.of(clock(settings, processors), RunWords.cores(settings.cores()));
        Stream<String> others = BEHIND_CORES.stream().map(part -> part.apply(settings));
        return Stream.concat(first, others)
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }

    static String clock(Settings settings, int processors) {
        return switch (settings.clock()) {
            case SIMULATED -> "SIMULATED";
            case MEASURED -> "MEASURED on " + processors + (processors == 1 ? " processor" : " processors");
        };
    }

    /** Says how tasks are scheduled: by which runtime, unless it is an operating system, policy and quantum. */
    private static String policy(Settings settings) {
        String runtime =
                settings.runtime() == RuntimeKind.OS ? "" : settings.runtime().title() + ": ";
        return runtime + lowerCase(settings.policy()) + quantum(settings);
    }

    private static String quantum(Settings settings) {
        if (!settings.policy().usesQuantum()) {
            return "";
        }
        String jitter = settings.jitter() == 0 ? "" : " ± " + Percentages.text(settings.jitter());
        boolean quantumOfEachLevel =
                settings.policy() == PolicyKind.MLFQ && settings.set().containsKey(SettingName.MLFQ_QUANTA);
        return quantumOfEachLevel
                ? ", quanta " + shortened(settings.text(SettingName.MLFQ_QUANTA)) + jitter
                : ", quantum " + Durations.human(settings.quantumNanos()) + jitter;
    }

    private static String switchCost(Settings settings) {
        return settings.clock() == Clock.SIMULATED ? "switch " + Durations.human(settings.switchCostNanos()) : "";
    }

    private static String threads(Settings settings) {
        return settings.clock() == Clock.MEASURED ? lowerCase(settings.threads()) : "";
    }

    private static String ties(Settings settings) {
        return settings.ties() == TieRule.ARRIVALS_FIRST ? "" : lowerCase(settings.ties());
    }

    private static String memory(Settings settings) {
        return settings.memory() == MemoryKind.SHARED ? "" : lowerCase(settings.memory());
    }

    private static String interleave(Settings settings) {
        return settings.interleave() == Interleave.DECLARED ? "" : lowerCase(settings.interleave()) + " interleaving";
    }

    /** Names the settings that aren't at their defaults and make a difference. */
    private static String set(Settings settings) {
        return settings.set().entrySet().stream()
                .filter(entry -> matters(entry.getKey(), settings))
                .map(SettingsWords::assignment)
                .collect(Collectors.joining(", "));
    }

    private static String assignment(Map.Entry<SettingName, String> entry) {
        return entry.getKey().id() + "=" + shortened(entry.getValue());
    }

    /** The quanta of levels are named with the policy. */
    private static boolean matters(SettingName name, Settings settings) {
        return switch (name) {
            case MLFQ_QUANTA -> false;
            case MLFQ_LEVELS, MLFQ_ALLOTMENTS, MLFQ_BOOST, MLFQ_STAY_ON_IO -> settings.policy() == PolicyKind.MLFQ;
            case PRIORITY_AGING -> settings.policy() == PolicyKind.PRIORITY;
            case FAIR_WEIGHTS -> settings.policy() == PolicyKind.FAIR;
            case COST_MIGRATION, COST_ACCESS, COST_COHERENCE, COST_SPAWN -> settings.simulated();
            case BUS_LATENCY, BUS_BANDWIDTH -> settings.simulated() && settings.memory() == MemoryKind.DISTRIBUTED;
        };
    }

    private static String seed(Settings settings) {
        return "seed " + settings.seed();
    }

    private static String lowerCase(Named choice) {
        String title = choice.title();
        return title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    }

    /** A long list is told by its beginning and how long it is; the picture carries all of it. */
    static String shortened(String value) {
        String[] values = value.split(",", -1);
        if (value.length() <= LONG_VALUE || values.length < 3) {
            return value;
        }
        int end = value.lastIndexOf(',', LONG_VALUE);
        return value.substring(0, Math.max(1, end)) + ",… (" + values.length + " values)";
    }
}
