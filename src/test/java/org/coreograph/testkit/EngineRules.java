package org.coreograph.testkit;

import java.util.List;
import java.util.stream.Collectors;
import org.coreograph.model.MemoryKind;
import org.coreograph.model.Named;
import org.coreograph.model.PolicyKind;
import org.coreograph.model.SettingName;
import org.coreograph.model.Settings;
import org.coreograph.model.TaskSpec;
import org.coreograph.model.TieRule;
import org.coreograph.testkit.Script.Declared;
import org.coreograph.testkit.oracle.Rules;
import org.coreograph.testkit.oracle.Rules.Feedback;

/** The one place where the oracle's words meet the engine's: rules as settings, declarations as specs. */
public final class EngineRules {
    private EngineRules() {}

    /** Returns the settings that say the same as rules do. */
    public static Settings settings(Rules rules, long nanosPerTick) {
        Feedback feedback = rules.feedback();
        return Settings.DEFAULTS
                .withPolicy(Named.parse(PolicyKind.class, "policy", rules.policy()))
                .withCores(rules.cores())
                .withQuantumNanos(rules.quantum() * nanosPerTick)
                .withSwitchCostNanos(rules.switchCost() * nanosPerTick)
                .withTies(rules.preemptedFirst() ? TieRule.PREEMPTED_FIRST : TieRule.ARRIVALS_FIRST)
                .withMemory(rules.distributed() ? MemoryKind.DISTRIBUTED : MemoryKind.SHARED)
                .with(SettingName.COST_MIGRATION, rules.migrationCost() * nanosPerTick + "ns")
                .with(SettingName.PRIORITY_AGING, rules.aging() * nanosPerTick + "ns")
                .with(SettingName.MLFQ_LEVELS, Integer.toString(feedback.levels()))
                .with(SettingName.MLFQ_QUANTA, durations(feedback.quanta(), nanosPerTick, "quantum"))
                .with(SettingName.MLFQ_ALLOTMENTS, durations(feedback.allotments(), nanosPerTick, "quanta"))
                .with(SettingName.MLFQ_BOOST, feedback.boost() * nanosPerTick + "ns")
                .with(SettingName.MLFQ_STAY_ON_IO, Boolean.toString(feedback.stayOnIo()));
    }

    private static String durations(List<Integer> ticks, long nanosPerTick, String none) {
        return ticks.isEmpty()
                ? none
                : ticks.stream().map(length -> length * nanosPerTick + "ns").collect(Collectors.joining(","));
    }

    /** Returns the spec that declares the same of a task. */
    static TaskSpec spec(String name, int arrival, Declared declared, long nanosPerTick) {
        return TaskSpec.named(name)
                .arrivingAt(arrival * nanosPerTick)
                .withBursts(declared.bursts().stream()
                        .map(ticks -> ticks * nanosPerTick)
                        .toList())
                .withPriority(declared.priority())
                .withTickets(declared.tickets())
                .onCore(declared.core());
    }
}
