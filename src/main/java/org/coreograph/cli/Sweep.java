package org.coreograph.cli;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coreograph.model.BadInputException;
import org.coreograph.model.RunRequest;

/**
 * What a sweep varies.
 *
 * @param name of an option without its hyphens, of a setting or of a parameter
 * @param text its values as they were typed
 * @param values texts of its values, in the order of the runs
 */
record Sweep(String name, String text, List<String> values) {
    static final int MAX_RUNS = 10_000;

    private static final String NUMBER = "(-?[0-9]{1,20})";
    private static final String UNIT = "([a-zA-Zµμ%/]*)";
    private static final Pattern RANGE =
            Pattern.compile(NUMBER + UNIT + "\\.\\." + NUMBER + UNIT + "(?:\\.\\.([0-9]{1,20})" + UNIT + ")?");

    Sweep {
        values = List.copyOf(values);
    }

    /**
     * Reads {@code NAME=VALUES}: values with commas between them, or with semicolons where they hold commas themselves;
     * {@code 1..16}, {@code 0..100..10} and {@code 1ms..5ms} stand for several.
     *
     * @throws BadInputException if it isn't that, or there are more than {@link #MAX_RUNS} values
     */
    static Sweep parse(String over) {
        int equals = over.indexOf('=');
        if (equals <= 0) {
            throw new BadInputException("over must be " + AllowedValues.of("--over") + ", but was '" + over + "'");
        }
        String name = over.substring(0, equals);
        String text = over.substring(equals + 1);
        List<String> values = new ArrayList<>();
        for (String part : text.split(text.contains(";") ? ";" : ",", -1)) {
            if (part.contains("..")) {
                addRange(name, part, values);
            } else {
                values.add(part);
            }
            if (values.size() > MAX_RUNS) {
                throw new BadInputException(
                        "a sweep must have at most " + MAX_RUNS + " runs, but '" + over + "' has more");
            }
        }
        return new Sweep(name, text, values);
    }

    /**
     * Returns the request of each run. All of them are checked, so that the first is run only if the last can be.
     *
     * @throws BadInputException if one of them can't be run
     */
    List<RunRequest> requests(RunOptions options, ProgramRunner runner) {
        RunOptions.checkName(name, runner.parameters(options.program()));
        List<RunRequest> requests = new ArrayList<>();
        Set<Map<String, String>> checked = new HashSet<>();
        for (String value : values) {
            RunRequest request = options.request(name, value);
            if (checked.add(request.arguments())) {
                runner.check(request);
            }
            requests.add(request);
        }
        return requests;
    }

    private static void addRange(String name, String range, List<String> values) {
        Matcher matcher = RANGE.matcher(range);
        if (!matcher.matches()) {
            throw badRange(name, range, "must be whole numbers as FROM..TO or FROM..TO..STEP");
        }
        String unit = matcher.group(4);
        if (!isUnit(matcher.group(2), unit) || !isUnit(matcher.group(6), unit)) {
            throw badRange(name, range, "must have the same unit throughout");
        }
        BigInteger from = new BigInteger(matcher.group(1));
        BigInteger to = new BigInteger(matcher.group(3));
        BigInteger step = matcher.group(5) == null ? BigInteger.ONE : new BigInteger(matcher.group(5));
        if (from.compareTo(to) > 0 || step.signum() == 0) {
            throw badRange(name, range, "must rise");
        }
        for (BigInteger value = from; value.compareTo(to) <= 0 && values.size() <= MAX_RUNS; value = value.add(step)) {
            values.add(value + unit);
        }
    }

    /** The unit need be written only once, behind the end of the range. */
    private static boolean isUnit(String text, String unit) {
        return text == null || text.isEmpty() || text.equals(unit);
    }

    private static BadInputException badRange(String name, String range, String what) {
        return new BadInputException(
                "a range of " + name + " " + what + ", such as 1..16, 0..100..10 or 1ms..5ms, but was '" + range + "'");
    }
}
