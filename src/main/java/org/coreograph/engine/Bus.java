package org.coreograph.engine;

import org.coreograph.model.Durations;
import org.coreograph.model.ObjectInfo;
import org.coreograph.model.ObjectKind;
import org.coreograph.model.SettingName;
import org.coreograph.model.Settings;
import org.coreograph.program.Kernel;
import org.coreograph.program.Waitable;
import org.jspecify.annotations.Nullable;

/**
 * The bus between cores that have a memory each: one message after another goes onto it, at its bandwidth, and is there
 * a latency later. Guarded by the kernel.
 */
final class Bus {
    private final long latencyNanos;
    private final long bytesPerSecond;
    private long freeNanos;
    private @Nullable Waitable waitable;

    Bus(Settings settings) {
        latencyNanos = settings.number(SettingName.BUS_LATENCY);
        bytesPerSecond = settings.number(SettingName.BUS_BANDWIDTH);
    }

    /** Returns what a task waits for while its message is carried. */
    Waitable waitable(Kernel kernel) {
        Waitable its = waitable;
        if (its == null) {
            its = kernel.waitable(ObjectInfo.of(ObjectKind.BUS, ""));
            waitable = its;
        }
        return its;
    }

    /** Puts a message on the bus as soon as that is free; returns how long from now until it is there. */
    long carry(long bytes, long nowNanos) {
        long onBusNanos = bytesPerSecond == 0
                ? 0
                : Math.min(Durations.MAX_NANOS, (long) Math.ceil((double) bytes * Durations.SECOND / bytesPerSecond));
        freeNanos = Math.max(freeNanos, nowNanos) + onBusNanos;
        return freeNanos + latencyNanos - nowNanos;
    }
}
