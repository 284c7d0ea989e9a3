package org.coreograph.engine;

import java.util.function.Supplier;
import org.coreograph.model.Settings;
import org.jspecify.annotations.Nullable;

/** Where tasks' code is seen to run under the measured clock: on a core, or without one, which only main does. */
final class MeasuredPlaces implements Places {
    /** The place of a main that runs without a core; those before it are cores. */
    private static final int PLACE_OF_MAIN = Settings.MAX_CORES;

    private final MeasuredCores cores;
    private final Supplier<@Nullable MeasuredTask> freeMain;

    /** @param freeMain returns main while it runs without a core, else null; to any thread */
    MeasuredPlaces(MeasuredCores cores, Supplier<@Nullable MeasuredTask> freeMain) {
        this.cores = cores;
        this.freeMain = freeMain;
    }

    @Override
    public int places() {
        return PLACE_OF_MAIN + 1;
    }

    @Override
    public @Nullable MeasuredTask task(int place) {
        return place == PLACE_OF_MAIN ? freeMain.get() : cores.seen(place);
    }

    @Override
    public long calls(int place) {
        MeasuredTask task = task(place);
        return task == null ? 0 : task.calls();
    }
}
