package org.coreograph.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An option that decides a run, with all that is said of it and done with it. In the order in which they are applied:
 * an explicit policy overrides the runtime's.
 */
public enum RunOption {
    CORES(
            "cores",
            "N",
            "Simulated cores, 1 to " + Settings.MAX_CORES,
            "a whole number from 1 to " + Settings.MAX_CORES,
            settings -> Integer.toString(settings.cores()),
            (settings, text) -> settings.withCores((int) WholeNumbers.parse("cores", text, 1, Settings.MAX_CORES))),
    CLOCK(
            "clock",
            "clock",
            Clock.class,
            "An exact model, or real time on this machine",
            Settings::clock,
            Settings::withClock),
    THREADS(
            "threads",
            "thread kind",
            ThreadKind.class,
            "The Java threads that carry the tasks",
            Settings::threads,
            Settings::withThreads),
    RUNTIME(
            "runtime",
            "runtime",
            RuntimeKind.class,
            "A preset: os is round robin; go steals work, and what became ready last runs next; loom is first in first"
                    + " out with no preemption",
            Settings::runtime,
            Settings::withRuntime),
    POLICY(
            "policy",
            "policy",
            PolicyKind.class,
            "How ready tasks are served, whatever the runtime",
            Settings::policy,
            Settings::withPolicy),
    QUANTUM(
            "quantum",
            "TIME",
            "The longest slice while others wait, such as 10ms or 50us",
            "a duration from 1ns to 86400s, such as 10ms",
            settings -> Durations.exact(settings.quantumNanos()),
            (settings, text) -> settings.withQuantumNanos(Durations.parse("quantum", text, 1))),
    SWITCH_COST(
            "switch-cost",
            "TIME",
            "What a core pays between two tasks on the simulated clock",
            "a duration from 0 to 86400s, such as 5us",
            settings -> Durations.exact(settings.switchCostNanos()),
            (settings, text) -> settings.withSwitchCostNanos(Durations.parse("switch-cost", text, 0))),
    TIES("ties", "tie rule", TieRule.class, "Who queues first at the same instant", Settings::ties, Settings::withTies),
    MEMORY(
            "memory",
            "memory",
            MemoryKind.class,
            "One memory for all cores, or one for each and a bus between them",
            Settings::memory,
            Settings::withMemory),
    SEED(
            "seed",
            "N",
            "Where random draws begin, any 64-bit integer",
            "a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE,
            settings -> Long.toString(settings.seed()),
            (settings, text) -> settings.withSeed(WholeNumbers.parse("seed", text, Long.MIN_VALUE, Long.MAX_VALUE))),
    JITTER(
            "jitter",
            "SHARE",
            "By how much each quantum varies at most, by the seed, such as 20%",
            "a percentage from 0% to 100%, such as 20%",
            settings -> Percentages.text(settings.jitter()),
            (settings, text) -> settings.withJitter(Percentages.parse("jitter", text))),
    INTERLEAVE(
            "interleave",
            "interleaving",
            Interleave.class,
            "Who goes on before an access to something shared: the task itself, or one drawn by the seed",
            Settings::interleave,
            Settings::withInterleave);

    private static final int MAX_LABEL = 40;

    private final String id;
    private final String label;
    private final String description;
    private final String allowed;
    private final Function<Settings, String> shown;
    private final BiFunction<Settings, String, Settings> changed;

    RunOption(
            String id,
            String label,
            String description,
            String allowed,
            Function<Settings, String> shown,
            BiFunction<Settings, String, Settings> changed) {
        this.id = id;
        this.label = label;
        this.description = description;
        this.allowed = allowed;
        this.shown = shown;
        this.changed = changed;
    }

    /** Describes a choice among names. */
    <E extends Enum<E> & Named> RunOption(
            String id,
            String what,
            Class<E> choices,
            String description,
            Function<Settings, E> chosen,
            BiFunction<Settings, E, Settings> changed) {
        this(
                id,
                label(id, choices),
                isLong(choices) ? description + ": " + ids(choices, ", ") : description,
                "one of " + ids(choices, ", "),
                settings -> chosen.apply(settings).id(),
                (settings, text) -> changed.apply(settings, Named.parse(choices, what, text)));
    }

    /** What is too long to stand beside an option stands in its description. */
    private static <E extends Enum<E> & Named> boolean isLong(Class<E> choices) {
        return ids(choices, "|").length() > MAX_LABEL;
    }

    private static <E extends Enum<E> & Named> String label(String id, Class<E> choices) {
        return isLong(choices) ? id.toUpperCase(Locale.ROOT) : ids(choices, "|");
    }

    private static <E extends Enum<E> & Named> String ids(Class<E> choices, String between) {
        return Arrays.stream(choices.getEnumConstants()).map(Named::id).collect(Collectors.joining(between));
    }

    /** Finds the option with a name. */
    public static Optional<RunOption> find(String id) {
        return Arrays.stream(values()).filter(option -> option.id.equals(id)).findFirst();
    }

    /** Returns its name, such as {@code switch-cost}; on the command line two hyphens stand before it. */
    public String id() {
        return id;
    }

    /** Returns what stands for its value in help. */
    public String label() {
        return label;
    }

    /** Returns what it means, with its default. */
    public String description() {
        return description + " (default " + text(Settings.DEFAULTS) + ").";
    }

    /** Returns which values it takes, in a few words. */
    public String allowed() {
        return allowed;
    }

    /** Returns its value as it would be typed. */
    public String text(Settings settings) {
        return shown.apply(settings);
    }

    /**
     * Returns settings with its value changed.
     *
     * @throws BadInputException if the text is no value of it
     */
    public Settings apply(Settings settings, String text) {
        return changed.apply(settings, text);
    }
}
