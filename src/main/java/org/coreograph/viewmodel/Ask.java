package org.coreograph.viewmodel;

import org.coreograph.analysis.RunReport;
import org.coreograph.model.RunRequest;
import org.jspecify.annotations.Nullable;

/**
 * A comparison asked for: a program on one core and on the cores of the request.
 *
 * @param number counts up, so that later asks have higher numbers
 * @param title the program's title
 * @param before the run that was shown before, to stay as a ghost, or null
 * @param anew whether the one-core run must be made again, too
 */
record Ask(
        int number,
        RunRequest request,
        String title,
        @Nullable RunReport before,
        boolean anew) {
    RunRequest oneCore() {
        return request.withSettings(request.settings().withCores(1));
    }

    /** Returns the same with another number of cores. */
    Ask withCores(int cores) {
        return new Ask(number, request.withSettings(request.settings().withCores(cores)), title, before, anew);
    }

    /** Returns whether a request asks for the same but for the number of cores. */
    boolean sameButForCores(RunRequest other) {
        return oneCore().equals(other.withSettings(other.settings().withCores(1)));
    }

    int cores() {
        return request.settings().cores();
    }

    boolean simulated() {
        return request.settings().simulated();
    }
}
