package org.coreograph.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.coreograph.viewmodel.WorkbenchState;

/**
 * A file that is written once the first screen is on the screen, for whoever started the program and waits for it: the
 * environment variable {@link #VARIABLE} names it.
 */
final class ReadyFile {
    static final String VARIABLE = "COREOGRAPH_READY_FILE";

    private final Path file;
    private int framesSeen;

    private ReadyFile(Path file) {
        this.file = file;
    }

    static Optional<ReadyFile> wanted(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(VARIABLE))
                .filter(path -> !path.isEmpty())
                .map(path -> new ReadyFile(Path.of(path)));
    }

    /**
     * Sees a state that was drawn. The file is written a frame later, when what was drawn has reached the screen.
     *
     * @return whether another frame is needed
     */
    boolean seen(WorkbenchState state) {
        if (framesSeen > 1 || !state.shown().complete()) {
            return false;
        }
        framesSeen++;
        if (framesSeen > 1) {
            write();
        }
        return framesSeen == 1;
    }

    private void write() {
        try {
            Files.writeString(file, "ready\n");
        } catch (IOException e) {
            System.err.println("coreograph: can't write " + file + ", which " + VARIABLE + " names: " + e.getMessage());
        }
    }
}
