package org.coreograph.testkit;

import java.util.Arrays;
import java.util.stream.Stream;
import org.coreograph.model.Clock;
import org.coreograph.model.Durations;
import org.coreograph.model.Settings;
import org.coreograph.model.ThreadKind;
import org.junit.jupiter.api.Named;

/** The settings that make an engine another: its clock, and the kind of its threads. */
public final class Engines {
    private Engines() {}

    /** Returns one core with a short quantum, on every clock and kind of thread. */
    public static Stream<Named<Settings>> all() {
        return Arrays.stream(Clock.values())
                .flatMap(clock -> Arrays.stream(ThreadKind.values())
                        .map(threads -> Named.of(
                                clock.id() + ", " + threads.id(),
                                Settings.DEFAULTS
                                        .withClock(clock)
                                        .withThreads(threads)
                                        .withQuantumNanos(Durations.MILLI))));
    }
}
