package org.coreograph.gallery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.commonmark.node.BulletList;
import org.commonmark.node.Node;
import org.coreograph.model.BadInputException;
import org.coreograph.model.Durations;
import org.coreograph.model.Figure;
import org.coreograph.model.WholeNumbers;

/** A list of lines such as {@code - key: value} in a lesson's file. */
final class LessonKeys {
    /** One of them, with the line it stands on. */
    private record Entry(int line, String key, String value) {}

    private final String file;
    private final int line;
    private final List<Entry> entries = new ArrayList<>();

    LessonKeys(String file, int line, BulletList list) throws LessonException {
        this.file = file;
        this.line = line;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            String text = new ProseMaker(file).of(item).plain();
            int colon = text.indexOf(':');
            if (colon <= 0) {
                throw new LessonException(
                        file, Blocks.line(item), "a line must be 'key: value', but was '" + text + "'");
            }
            entries.add(new Entry(
                    Blocks.line(item),
                    text.substring(0, colon).strip(),
                    text.substring(colon + 1).strip()));
        }
    }

    /** Refuses every other key. */
    void allow(String... keys) throws LessonException {
        for (Entry entry : entries) {
            if (!Arrays.asList(keys).contains(entry.key)) {
                throw new LessonException(
                        file, entry.line, "unknown key '" + entry.key + "': choose one of " + String.join(", ", keys));
            }
        }
    }

    boolean has(String key) {
        return named(key).findAny().isPresent();
    }

    /** Refuses a key that doesn't go with others. */
    void refuse(String key, String because) throws LessonException {
        if (has(key)) {
            throw new LessonException(file, line(key), "'" + key + "' can't be here: " + because);
        }
    }

    /** Returns which of some keys is there. */
    String exactlyOneOf(String... keys) throws LessonException {
        Set<String> there = new LinkedHashSet<>(Arrays.asList(keys));
        there.removeIf(key -> !has(key));
        if (there.size() != 1) {
            throw new LessonException(
                    file,
                    line,
                    "there must be one of the keys " + String.join(", ", keys) + ", but there was "
                            + (there.isEmpty() ? "none" : String.join(" and ", there)));
        }
        return there.iterator().next();
    }

    /** Returns the value of a key that must be there once. */
    String one(String key) throws LessonException {
        List<String> values = all(key);
        if (values.size() != 1) {
            throw new LessonException(
                    file,
                    line(key),
                    "the key '" + key + "' must be there once, but was there " + values.size() + " times");
        }
        return values.getFirst();
    }

    /** Returns the values of a key, which may be there any number of times. */
    List<String> all(String key) {
        return named(key).map(Entry::value).toList();
    }

    /** Returns the value of a key, or nothing where it isn't there. */
    String text(String key) {
        return named(key).findFirst().map(Entry::value).orElse("");
    }

    /** Returns the values between the commas of a key that may be missing. */
    List<String> list(String key) {
        return Arrays.stream(text(key).split(",", -1))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    long number(String key, long min, long max, long otherwise) throws LessonException {
        long[] number = {otherwise};
        if (has(key)) {
            check(key, () -> number[0] = WholeNumbers.parse(key, text(key), min, max));
        }
        return number[0];
    }

    Figure figure(String key) throws LessonException {
        List<Figure> figure = new ArrayList<>();
        String text = one(key);
        check(key, () -> figure.add(Figure.parse(text)));
        return figure.getFirst();
    }

    /** Checks that an answer that is given is a number. */
    Truth numeric(Truth truth) throws LessonException {
        if (truth instanceof Truth.Given given && !given.answer().matches("-?[0-9]+(\\.[0-9]+)?")) {
            throw new LessonException(
                    file, line("answer"), "answer must be a number such as 2.5, but was '" + given.answer() + "'");
        }
        return truth;
    }

    /** Checks that an answer that is given is a time. */
    Truth time(Truth truth) throws LessonException {
        if (truth instanceof Truth.Given given) {
            check("answer", () -> Durations.parseHuman("answer", given.answer(), 0));
        }
        return truth;
    }

    /** Checks that an answer that is given is one of the choices. */
    Truth among(List<String> choices, Truth truth) throws LessonException {
        if (choices.size() < 2) {
            throw new LessonException(file, line("choice"), "there must be two choices or more, but there was one");
        }
        if (truth instanceof Truth.Given given && !choices.contains(given.answer())) {
            throw new LessonException(
                    file,
                    line("answer"),
                    "answer must be one of the choices '" + String.join("', '", choices) + "', but was '"
                            + given.answer() + "'");
        }
        return truth;
    }

    /** Does something with the value of a key; if that can't be used, says where it stands. */
    void check(String key, Runnable use) throws LessonException {
        try {
            use.run();
        } catch (BadInputException e) {
            throw new LessonException(file, line(key), e);
        }
    }

    private Stream<Entry> named(String key) {
        return entries.stream().filter(entry -> entry.key.equals(key));
    }

    private int line(String key) {
        return named(key).map(Entry::line).findFirst().orElse(line);
    }
}
