package org.coreograph.cli;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Comma-separated values, quoted as RFC 4180 says, with LF between lines. */
final class Csv {
    private Csv() {}

    /** Returns a line with its end. */
    static String line(String... fields) {
        return Arrays.stream(fields).map(Csv::field).collect(Collectors.joining(",", "", "\n"));
    }

    /** Returns a field, in quotes where it needs them. */
    static String field(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
