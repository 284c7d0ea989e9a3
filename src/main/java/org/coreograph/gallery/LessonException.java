package org.coreograph.gallery;

import org.coreograph.model.BadInputException;

/** A file holds no lesson. The message is one line that names the file, the line, what is wrong and what is allowed. */
final class LessonException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String where;

    LessonException(String file, int line, String problem) {
        super(file + ", line " + line + ": " + problem);
        where = file + ", line " + line + ": " + problem;
    }

    LessonException(String file, int line, BadInputException cause) {
        this(file, line, String.valueOf(cause.getMessage()));
        initCause(cause);
    }

    /** Returns the message. */
    String line() {
        return where;
    }
}
