package org.coreograph.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A request in the words of the command line, such as {@code counter --cores 2 -P guard=mutex}, and back. Only what
 * differs from {@link Settings#DEFAULTS} is said.
 */
public final class RequestWords {
    private static final String SET = "--set";
    private static final String PARAMETER = "-P";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_%+,./:=@-]+");

    private RequestWords() {}

    /** Returns the words of a request, the program first. */
    public static List<String> of(RunRequest request) {
        List<String> words = new ArrayList<>(List.of(request.program()));
        // What the options said so far come to: a runtime brings its policy, which then need not be said.
        Settings said = Settings.DEFAULTS;
        for (RunOption option : RunOption.values()) {
            String text = option.text(request.settings());
            if (!text.equals(option.text(said))) {
                words.add("--" + option.id());
                words.add(text);
                said = option.apply(said, text);
            }
        }
        request.arguments().forEach((name, text) -> {
            words.add(PARAMETER);
            words.add(name + "=" + text);
        });
        request.settings().set().forEach((name, text) -> {
            words.add(SET);
            words.add(name.id() + "=" + text);
        });
        return words;
    }

    /**
     * Reads words onto a request, of which all stays that they don't name. They may begin with a program; if it is
     * another one, nothing stays of the parameters.
     *
     * @throws BadInputException if a word is unknown, lacks its value or has a wrong one; the program and its
     *     parameters are not looked at here
     */
    public static RunRequest read(List<String> words, RunRequest base) {
        Iterator<String> rest = words.iterator();
        Map<RunOption, String> options = new EnumMap<>(RunOption.class);
        List<String> settings = new ArrayList<>();
        List<String> parameters = new ArrayList<>();
        RunRequest onto = base;
        boolean first = true;
        while (rest.hasNext()) {
            String word = rest.next();
            if (first && !word.startsWith("-")) {
                onto = word.equals(base.program()) ? base : new RunRequest(word, Map.of(), base.settings());
            } else if (word.equals(SET)) {
                settings.add(value(word, rest));
            } else if (word.equals(PARAMETER)) {
                parameters.add(value(word, rest));
            } else if (options.put(option(word), value(word, rest)) != null) {
                throw new BadInputException(word + " was given more than once: give it once");
            }
            first = false;
        }
        return new RequestChanges(
                        options,
                        RequestChanges.pairs(SET, "setting", settings),
                        RequestChanges.pairs(PARAMETER, "parameter", parameters))
                .onto(onto);
    }

    private static RunOption option(String word) {
        return (word.startsWith("--") ? RunOption.find(word.substring(2)) : Optional.<RunOption>empty())
                .orElseThrow(() -> new BadInputException(
                        "unknown word '" + word + "': choose one of " + String.join(", ", names())));
    }

    /** Returns the words that may stand behind the program, each with a value behind it. */
    public static List<String> names() {
        return Stream.concat(
                        Arrays.stream(RunOption.values()).map(option -> "--" + option.id()), Stream.of(SET, PARAMETER))
                .toList();
    }

    private static String value(String word, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new BadInputException(word + " needs a value behind it");
        }
        return rest.next();
    }

    /** Joins words to a line that a shell takes apart again. */
    public static String line(List<String> words) {
        return words.stream().map(RequestWords::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /**
     * Takes a line apart as a shell would: at white space, except in single or double quotes; a backslash outside of
     * single quotes makes the next character plain.
     *
     * @throws BadInputException if a quote has no end
     */
    public static List<String> split(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && quote != '\'' && i + 1 < line.length()) {
                i++;
                word.append(line.charAt(i));
                inWord = true;
            } else if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
                inWord = true;
            } else if (!Character.isWhitespace(c)) {
                word.append(c);
                inWord = true;
            } else if (inWord) {
                words.add(word.toString());
                word.setLength(0);
                inWord = false;
            }
        }
        if (quote != 0) {
            throw new BadInputException("a quote " + quote + " has no end in: " + line);
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }
}
