package org.coreograph.model;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The settings that {@code --set} names: details of policies, and costs of the simulated clock. */
public enum SettingName {
    MLFQ_LEVELS("mlfq.levels", "3", SettingType.LEVELS, "Levels of the feedback queue"),
    MLFQ_QUANTA("mlfq.quanta", "quantum", SettingType.DURATIONS, "Quantum of each level, from the top"),
    MLFQ_ALLOTMENTS("mlfq.allotments", "quanta", SettingType.DURATIONS, "Allotment of each level, from the top"),
    MLFQ_BOOST("mlfq.boost", "0", SettingType.DURATION, "Period at which all move to the top; 0 is never"),
    MLFQ_STAY_ON_IO("mlfq.stay-on-io", "false", SettingType.FLAG, "Whether blocking renews the allotment"),
    PRIORITY_AGING("priority.aging", "0", SettingType.DURATION, "Wait that lowers a priority number by 1; 0 is never"),
    FAIR_WEIGHTS("fair.weights", "tickets", SettingType.WEIGHTS, "Weights of tasks 1, 2, and so on"),
    COST_MIGRATION("cost.migration", "0", SettingType.DURATION, "Paid before a slice on another core than the last"),
    COST_ACCESS("cost.access", "100ns", SettingType.DURATION, "A read or a write of a shared variable"),
    COST_COHERENCE("cost.coherence", "0", SettingType.DURATION, "Transfer of a cache line between cores"),
    COST_SPAWN("cost.spawn", "0", SettingType.DURATION, "Paid by a task on a core for starting another"),
    BUS_LATENCY("bus.latency", "0", SettingType.DURATION, "From core to core, for each message"),
    BUS_BANDWIDTH("bus.bandwidth", "unlimited", SettingType.BANDWIDTH, "What the bus carries, such as 100MB/s");

    private final String id;
    private final String defaultText;
    private final SettingType type;
    private final String title;

    SettingName(String id, String defaultText, SettingType type, String title) {
        this.id = id;
        this.defaultText = defaultText;
        this.type = type;
        this.title = title;
    }

    /** Returns the name on the command line, such as {@code mlfq.boost}. */
    public String id() {
        return id;
    }

    /** Returns the default as it would be typed; a word such as {@code quantum} takes over another setting's value. */
    public String defaultText() {
        return defaultText;
    }

    public SettingType type() {
        return type;
    }

    /** Returns what it means, in a few words. */
    public String title() {
        return title;
    }

    /** @throws BadInputException if there is no setting with that name */
    public static SettingName parse(String id) {
        return Arrays.stream(values())
                .filter(name -> name.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new BadInputException("unknown setting '" + id + "': choose one of "
                        + Arrays.stream(values()).map(SettingName::id).collect(Collectors.joining(", "))));
    }
}
