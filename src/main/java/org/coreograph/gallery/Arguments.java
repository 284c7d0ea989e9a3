package org.coreograph.gallery;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.coreograph.model.BadInputException;
import org.coreograph.model.Durations;
import org.coreograph.model.WholeNumbers;

/** The values of a program's parameters, checked. Immutable. */
public final class Arguments {
    private static final int MAX_LIST = 10_000;

    private final Map<String, Parameter> parameters;
    private final Map<String, String> texts;
    private final Set<String> given;

    /**
     * Checks texts against a program's parameters; those not given have their defaults.
     *
     * @throws BadInputException if a name is unknown or a value out of range; the message names both
     */
    public Arguments(GalleryProgram program, Map<String, String> given) {
        parameters = program.parameters().stream().collect(Collectors.toMap(Parameter::name, p -> p));
        for (String name : given.keySet()) {
            if (!parameters.containsKey(name)) {
                String known =
                        program.parameters().stream().map(Parameter::name).collect(Collectors.joining(", "));
                throw new BadInputException("unknown parameter '" + name + "' of " + program.id() + ": "
                        + (known.isEmpty() ? "it has none" : "choose one of " + known));
            }
        }
        this.given = Set.copyOf(given.keySet());
        texts = new HashMap<>(given);
        for (Parameter parameter : program.parameters()) {
            texts.putIfAbsent(parameter.name(), parameter.defaultText());
            if (parameter.list()) {
                nanosList(parameter.name());
            } else {
                number(parameter.name());
            }
        }
    }

    /** Returns a whole number. */
    public long number(String name) {
        Parameter parameter = parameter(name);
        return WholeNumbers.parse(name, text(name), parameter.min(), parameter.max());
    }

    /** Returns a list of durations in nanoseconds, which were given in milliseconds. */
    public List<Long> nanosList(String name) {
        Parameter parameter = parameter(name);
        List<Long> values = Arrays.stream(text(name).split(",", -1))
                .map(text -> Durations.parseMillis("each of " + name, text))
                .toList();
        if (values.size() > MAX_LIST) {
            throw new BadInputException(name + " must have at most " + MAX_LIST + " values, but had " + values.size());
        }
        for (long value : values) {
            if (value < parameter.min() * Durations.MILLI || value > parameter.max() * Durations.MILLI) {
                throw new BadInputException("each of " + name + " must be " + parameter.min() + " to " + parameter.max()
                        + " ms, but one was " + Durations.human(value));
            }
        }
        return values;
    }

    /**
     * Returns whether a value was given, if only the default; false where the default stands in. For a default that
     * depends on other values, such as a list as long as another.
     */
    public boolean given(String name) {
        parameter(name);
        return given.contains(name);
    }

    /** Returns a value as it was typed. */
    public String text(String name) {
        parameter(name);
        return texts.getOrDefault(name, "");
    }

    private Parameter parameter(String name) {
        Parameter parameter = parameters.get(name);
        if (parameter == null) {
            throw new IllegalArgumentException("no parameter " + name);
        }
        return parameter;
    }
}
