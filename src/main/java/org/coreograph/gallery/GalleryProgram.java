package org.coreograph.gallery;

import java.util.List;
import org.coreograph.model.BadInputException;
import org.coreograph.model.Durations;
import org.coreograph.program.Program;

/** A built-in program: what it is called, what can be set, and how it is made. Thread-safe. */
public interface GalleryProgram {
    /** Returns the name on the command line, such as {@code two-loops}. */
    String id();

    /** Returns the title on the screen. */
    String title();

    List<Parameter> parameters();

    /**
     * Returns the quantum that the window opens the program with: one whose slices can be told apart from the last row
     * of a room.
     */
    default long quantumNanos() {
        return 50 * Durations.MILLI;
    }

    /**
     * Makes the program.
     *
     * @throws BadInputException if the arguments don't go together
     */
    Program create(Arguments arguments);
}
