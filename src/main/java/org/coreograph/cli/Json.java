package org.coreograph.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/** Writes records as JSON: members in the order of the components, null written out, LF at the end of lines. */
final class Json {
    private static final Gson GSON = new GsonBuilder()
            .serializeNulls()
            .disableHtmlEscaping()
            .setPrettyPrinting()
            .create();

    private Json() {}

    static String write(Object value) {
        return GSON.toJson(value) + "\n";
    }
}
