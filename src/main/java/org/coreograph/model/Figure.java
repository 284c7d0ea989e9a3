package org.coreograph.model;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What is read off a run, such as {@code makespan}, {@code finish job 1} or {@code result counter}.
 *
 * @param name of a task or a result; empty where the kind needs none
 */
public record Figure(Kind kind, String name) {
    /** What can be read off. */
    public enum Kind {
        MAKESPAN("makespan", ""),
        SWITCHES("context-switches", ""),
        MIGRATIONS("migrations", ""),
        PARALLELISM("parallelism", ""),
        /** Apparent parallelism through a time lens of that width. */
        LENS("lens", "WIDTH"),
        OUTCOME("outcome", ""),
        MEAN_RESPONSE("mean-response", ""),
        MEAN_TURNAROUND("mean-turnaround", ""),
        MEAN_WAITING("mean-waiting", ""),
        FIRST_RUN("first-run", "TASK"),
        FINISH("finish", "TASK"),
        RESPONSE("response", "TASK"),
        TURNAROUND("turnaround", "TASK"),
        WAITING("waiting", "TASK"),
        BLOCKED("blocked", "TASK"),
        RESULT("result", "NAME");

        private final String id;
        private final String of;

        Kind(String id, String of) {
            this.id = id;
            this.of = of;
        }

        /** Returns its first word. */
        public String id() {
            return id;
        }

        private String form() {
            return of.isEmpty() ? id : id + " " + of;
        }
    }

    /** @throws BadInputException if there is no such figure, or it lacks a name or has one too many */
    public static Figure parse(String text) {
        String stripped = text.strip();
        int space = stripped.indexOf(' ');
        String id = space < 0 ? stripped : stripped.substring(0, space);
        String name = space < 0 ? "" : stripped.substring(space).strip();
        for (Kind kind : Kind.values()) {
            if (kind.id.equals(id) && kind.of.isEmpty() == name.isEmpty()) {
                return new Figure(kind, name);
            }
        }
        throw new BadInputException("unknown figure '" + stripped + "': choose one of "
                + Arrays.stream(Kind.values()).map(Kind::form).collect(Collectors.joining(", ")));
    }

    /** Returns it as it is written. */
    public String text() {
        return name.isEmpty() ? kind.id : kind.id + " " + name;
    }
}
