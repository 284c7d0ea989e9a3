package org.coreograph.cli;

import java.io.IOException;
import org.coreograph.picture.WholeFile;
import org.jspecify.annotations.Nullable;

/** Something can't be written. The message is one line that names it and says why. */
final class OutputException extends IOException {
    private static final long serialVersionUID = 1L;

    OutputException(String where, String why, @Nullable Throwable cause) {
        super("can't write " + where + ": " + why, cause);
    }

    OutputException(String where, IOException cause) {
        this(where, WholeFile.reason(cause), cause);
    }
}
