package org.coreograph.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/** Writes records as JSON: members in the order of the components, null written out, LF at the end of lines. */
final class Json {
    private static final Gson COMPACT =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
    private static final Gson PRETTY = COMPACT.newBuilder().setPrettyPrinting().create();

    private Json() {}

    static String write(Object value) {
        return PRETTY.toJson(value) + "\n";
    }

    /** Writes in one line, with no end of line. */
    static String compact(Object value) {
        return COMPACT.toJson(value);
    }
}
