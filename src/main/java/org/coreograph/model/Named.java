package org.coreograph.model;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A choice that has a name on the command line and a title on the screen. */
public interface Named {
    /** Returns the name on the command line, such as {@code round-robin}. */
    String id();

    /** Returns the title on the screen, such as {@code Round robin}. */
    String title();

    /**
     * Finds the choice with a name.
     *
     * @param what what is being chosen, for the message, such as {@code policy}
     * @throws BadInputException if no choice has that name
     */
    static <E extends Enum<E> & Named> E parse(Class<E> type, String what, String id) {
        E[] all = type.getEnumConstants();
        for (E one : all) {
            if (one.id().equals(id)) {
                return one;
            }
        }
        String allowed = Arrays.stream(all).map(Named::id).collect(Collectors.joining(", "));
        throw new BadInputException("unknown " + what + " '" + id + "': choose one of " + allowed);
    }
}
