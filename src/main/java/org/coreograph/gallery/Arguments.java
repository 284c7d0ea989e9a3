package org.coreograph.gallery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.coreograph.model.BadInputException;
import org.coreograph.model.Named;

/** The values of a program's parameters, checked. Immutable. */
public final class Arguments {
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
            parameter.type().read(parameter.name(), text(parameter.name()));
        }
    }

    /** Returns a whole number. */
    public long number(String name) {
        return type(name, ParameterType.WholeNumber.class).read(name, text(name));
    }

    /** Returns a list of whole numbers. */
    public List<Long> numbers(String name) {
        return type(name, ParameterType.WholeNumberList.class).read(name, text(name));
    }

    /** Returns a duration in nanoseconds, which was given in milliseconds. */
    public long nanos(String name) {
        return type(name, ParameterType.Span.class).read(name, text(name));
    }

    /** Returns whether something is on. */
    public boolean on(String name) {
        return choice(name, Toggle.class) == Toggle.ON;
    }

    /** Returns a list of durations in nanoseconds, which were given in milliseconds. */
    public List<Long> nanosList(String name) {
        return type(name, ParameterType.Millis.class).read(name, text(name));
    }

    /** Returns for each job how long it computes, waits for I/O, computes, and so on, in nanoseconds. */
    public List<List<Long>> bursts(String name) {
        return type(name, ParameterType.Bursts.class).read(name, text(name));
    }

    /** Returns what was chosen among the constants of an enum. */
    public <E extends Enum<E> & Named> E choice(String name, Class<E> choices) {
        return choices.cast(type(name, ParameterType.Choice.class).read(name, text(name)));
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

    private <T extends ParameterType> T type(String name, Class<T> type) {
        return type.cast(parameter(name).type());
    }

    private Parameter parameter(String name) {
        Parameter parameter = parameters.get(name);
        if (parameter == null) {
            throw new IllegalArgumentException("no parameter " + name);
        }
        return parameter;
    }
}
