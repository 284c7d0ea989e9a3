package org.coreograph.model;

/**
 * All that decides a run, besides the program and its parameters. The same program, parameters and settings give the
 * same simulated trace, byte for byte.
 *
 * @param cores simulated cores, 1 to {@link #MAX_CORES}
 * @param quantumNanos the longest slice while others wait, 1 to a day; unused by policies without one
 * @param switchCostNanos what a core pays between two different tasks, 0 to a day; simulated clock only
 * @param seed where every random draw begins
 */
public record Settings(
        Clock clock,
        ThreadKind threads,
        int cores,
        PolicyKind policy,
        long quantumNanos,
        long switchCostNanos,
        TieRule ties,
        long seed) {

    public static final int MAX_CORES = 256;

    /** What holds where nothing was said: one core, simulated, round robin at 10 ms, a switch of 5 µs. */
    public static final Settings DEFAULTS = new Settings(
            Clock.SIMULATED,
            ThreadKind.VIRTUAL,
            1,
            PolicyKind.ROUND_ROBIN,
            10 * Durations.MILLI,
            5 * Durations.MICRO,
            TieRule.ARRIVALS_FIRST,
            1);

    /** @throws BadInputException if a value is out of its range; the message names it and the range */
    public Settings {
        if (cores < 1 || cores > MAX_CORES) {
            throw new BadInputException("cores must be 1 to " + MAX_CORES + ", but was " + cores);
        }
        if (quantumNanos < 1 || quantumNanos > Durations.MAX_NANOS) {
            throw new BadInputException("quantum must be 1ns to 86400s, but was " + quantumNanos + "ns");
        }
        if (switchCostNanos < 0 || switchCostNanos > Durations.MAX_NANOS) {
            throw new BadInputException("switch-cost must be 0 to 86400s, but was " + switchCostNanos + "ns");
        }
    }

    public boolean simulated() {
        return clock == Clock.SIMULATED;
    }

    public Settings withClock(Clock newClock) {
        return new Settings(newClock, threads, cores, policy, quantumNanos, switchCostNanos, ties, seed);
    }

    public Settings withThreads(ThreadKind newThreads) {
        return new Settings(clock, newThreads, cores, policy, quantumNanos, switchCostNanos, ties, seed);
    }

    public Settings withCores(int newCores) {
        return new Settings(clock, threads, newCores, policy, quantumNanos, switchCostNanos, ties, seed);
    }

    public Settings withPolicy(PolicyKind newPolicy) {
        return new Settings(clock, threads, cores, newPolicy, quantumNanos, switchCostNanos, ties, seed);
    }

    public Settings withQuantumNanos(long nanos) {
        return new Settings(clock, threads, cores, policy, nanos, switchCostNanos, ties, seed);
    }

    public Settings withSwitchCostNanos(long nanos) {
        return new Settings(clock, threads, cores, policy, quantumNanos, nanos, ties, seed);
    }

    public Settings withTies(TieRule newTies) {
        return new Settings(clock, threads, cores, policy, quantumNanos, switchCostNanos, newTies, seed);
    }

    public Settings withSeed(long newSeed) {
        return new Settings(clock, threads, cores, policy, quantumNanos, switchCostNanos, ties, newSeed);
    }
}
