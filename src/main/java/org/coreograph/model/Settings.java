package org.coreograph.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All that decides a run, besides the program and its parameters. The same program, parameters and settings give the
 * same simulated trace, byte for byte.
 *
 * @param cores simulated cores, 1 to {@link #MAX_CORES}
 * @param runtime the preset the policy came from; it decides details of work stealing
 * @param quantumNanos the longest slice while others wait, 1 to a day; unused by policies without one
 * @param switchCostNanos what a core pays between two different tasks, 0 to a day; simulated clock only
 * @param seed where every random draw begins
 * @param jitter by which share of itself each quantum varies at most, 0 to 1
 * @param set texts of the named settings that aren't at their defaults
 */
public record Settings(
        Clock clock,
        ThreadKind threads,
        int cores,
        RuntimeKind runtime,
        PolicyKind policy,
        long quantumNanos,
        long switchCostNanos,
        TieRule ties,
        MemoryKind memory,
        long seed,
        double jitter,
        Interleave interleave,
        Map<SettingName, String> set) {

    public static final int MAX_CORES = 256;

    /** What holds where nothing was said: one core, simulated, round robin at 10 ms, a switch of 5 µs. */
    public static final Settings DEFAULTS = new Settings(
            Clock.SIMULATED,
            ThreadKind.VIRTUAL,
            1,
            RuntimeKind.OS,
            PolicyKind.ROUND_ROBIN,
            10 * Durations.MILLI,
            5 * Durations.MICRO,
            TieRule.ARRIVALS_FIRST,
            MemoryKind.SHARED,
            1,
            0,
            Interleave.DECLARED,
            Map.of());

    /** @throws BadInputException if a value is out of its range; the message names it and the range */
    public Settings {
        checkCores(cores);
        if (quantumNanos < 1 || quantumNanos > Durations.MAX_NANOS) {
            throw new BadInputException("quantum must be 1ns to 86400s, but was " + quantumNanos + "ns");
        }
        if (switchCostNanos < 0 || switchCostNanos > Durations.MAX_NANOS) {
            throw new BadInputException("switch-cost must be 0 to 86400s, but was " + switchCostNanos + "ns");
        }
        if (!(jitter >= 0 && jitter <= 1)) {
            throw new BadInputException("jitter must be 0% to 100%, but was " + jitter * 100 + "%");
        }
        Map<SettingName, String> checked = new EnumMap<>(SettingName.class);
        set.forEach((name, text) -> {
            if (!text.equals(name.defaultText())) {
                name.type().numbers(name.id(), text);
                checked.put(name, text);
            }
        });
        set = Collections.unmodifiableMap(checked);
        long levels = first(SettingName.MLFQ_LEVELS, checked);
        atMost(levels, SettingName.MLFQ_QUANTA, checked);
        atMost(levels, SettingName.MLFQ_ALLOTMENTS, checked);
    }

    /** @throws BadInputException if there can't be so many cores; the message names the number and the range */
    public static void checkCores(int cores) {
        if (cores < 1 || cores > MAX_CORES) {
            throw new BadInputException("cores must be 1 to " + MAX_CORES + ", but was " + cores);
        }
    }

    private static void atMost(long levels, SettingName list, Map<SettingName, String> set) {
        int size = numbers(list, set).size();
        if (size > levels) {
            throw new BadInputException(
                    list.id() + " must have at most one value for each of the " + levels + " levels, but had " + size);
        }
    }

    private static long first(SettingName name, Map<SettingName, String> set) {
        return numbers(name, set).getFirst();
    }

    private static List<Long> numbers(SettingName name, Map<SettingName, String> set) {
        String text = set.get(name);
        if (text == null) {
            return name.type().defaults(name);
        }
        return name.type().numbers(name.id(), text);
    }

    public boolean simulated() {
        return clock == Clock.SIMULATED;
    }

    /** Returns whether the seed decides anything in a run, whatever the program. */
    public boolean draws() {
        return policy == PolicyKind.LOTTERY || jitter > 0 || interleave == Interleave.RANDOM;
    }

    /** Returns a named setting as it would be typed. */
    public String text(SettingName name) {
        return set.getOrDefault(name, name.defaultText());
    }

    /** Returns a named setting as a number: of nanoseconds, of levels, 1 for true, bytes a second with 0 for unlimited. */
    public long number(SettingName name) {
        return first(name, set);
    }

    /** Returns a named setting as a list, which is empty where it takes over another setting's value. */
    public List<Long> numbers(SettingName name) {
        return numbers(name, set);
    }

    public Settings withClock(Clock newClock) {
        return new Settings(
                newClock,
                threads,
                cores,
                runtime,
                policy,
                quantumNanos,
                switchCostNanos,
                ties,
                memory,
                seed,
                jitter,
                interleave,
                set);
    }

    public Settings withThreads(ThreadKind newThreads) {
        return new Settings(
                clock,
                newThreads,
                cores,
                runtime,
                policy,
                quantumNanos,
                switchCostNanos,
                ties,
                memory,
                seed,
                jitter,
                interleave,
                set);
    }

    public Settings withCores(int newCores) {
        return new Settings(
                clock,
                threads,
                newCores,
                runtime,
                policy,
                quantumNanos,
                switchCostNanos,
                ties,
                memory,
                seed,
                jitter,
                interleave,
                set);
    }

    /** Returns these settings with a runtime and its policy. */
    public Settings withRuntime(RuntimeKind newRuntime) {
        return new Settings(
                clock,
                threads,
                cores,
                newRuntime,
                newRuntime.policy(),
                quantumNanos,
                switchCostNanos,
                ties,
                memory,
                seed,
                jitter,
                interleave,
                set);
    }

    public Settings withPolicy(PolicyKind newPolicy) {
        return new Settings(
                clock,
                threads,
                cores,
                runtime,
                newPolicy,
                quantumNanos,
                switchCostNanos,
                ties,
                memory,
                seed,
                jitter,
                interleave,
                set);
    }

    public Settings withQuantumNanos(long nanos) {
        return new Settings(
                clock,
                threads,
                cores,
                runtime,
                policy,
                nanos,
                switchCostNanos,
                ties,
                memory,
                seed,
                jitter,
                interleave,
                set);
    }

    public Settings withSwitchCostNanos(long nanos) {
        return new Settings(
                clock,
                threads,
                cores,
                runtime,
                policy,
                quantumNanos,
                nanos,
                ties,
                memory,
                seed,
                jitter,
                interleave,
                set);
    }

    public Settings withTies(TieRule newTies) {
        return new Settings(
                clock,
                threads,
                cores,
                runtime,
                policy,
                quantumNanos,
                switchCostNanos,
                newTies,
                memory,
                seed,
                jitter,
                interleave,
                set);
    }

    public Settings withMemory(MemoryKind newMemory) {
        return new Settings(
                clock,
                threads,
                cores,
                runtime,
                policy,
                quantumNanos,
                switchCostNanos,
                ties,
                newMemory,
                seed,
                jitter,
                interleave,
                set);
    }

    public Settings withSeed(long newSeed) {
        return new Settings(
                clock,
                threads,
                cores,
                runtime,
                policy,
                quantumNanos,
                switchCostNanos,
                ties,
                memory,
                newSeed,
                jitter,
                interleave,
                set);
    }

    public Settings withJitter(double share) {
        return new Settings(
                clock,
                threads,
                cores,
                runtime,
                policy,
                quantumNanos,
                switchCostNanos,
                ties,
                memory,
                seed,
                share,
                interleave,
                set);
    }

    public Settings withInterleave(Interleave newInterleave) {
        return new Settings(
                clock,
                threads,
                cores,
                runtime,
                policy,
                quantumNanos,
                switchCostNanos,
                ties,
                memory,
                seed,
                jitter,
                newInterleave,
                set);
    }

    /**
     * Returns these settings with a named one changed.
     *
     * @throws BadInputException if the text is no value of it
     */
    public Settings with(SettingName name, String text) {
        return with(Map.of(name, text));
    }

    /**
     * Returns these settings with some named ones changed together, so that values which only go with each other, such
     * as levels and a list with a value for each, can replace others.
     *
     * @throws BadInputException if a text is no value of its setting
     */
    public Settings with(Map<SettingName, String> texts) {
        Map<SettingName, String> changed = new EnumMap<>(SettingName.class);
        changed.putAll(set);
        changed.putAll(texts);
        return new Settings(
                clock,
                threads,
                cores,
                runtime,
                policy,
                quantumNanos,
                switchCostNanos,
                ties,
                memory,
                seed,
                jitter,
                interleave,
                changed);
    }
}
