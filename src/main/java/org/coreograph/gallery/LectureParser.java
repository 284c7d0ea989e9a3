package org.coreograph.gallery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coreograph.model.BadInputException;
import org.coreograph.model.RequestWords;
import org.coreograph.model.RunRequest;
import org.coreograph.model.Settings;

/**
 * Makes a lecture of a text file:
 *
 * <pre>{@code
 * # Notes for whoever reads this file.
 *
 * two-loops --cores 1 --playhead 20ms
 *   One core takes turns.
 *
 * two-loops --cores 2 --playhead 20ms --zoom 0..50ms
 *   Two run side by side.
 * }</pre>
 *
 * <p>A line that isn't indented is a state of the window: a program with the words of {@code coreograph run}, and what is
 * in sight: {@code --playhead TIME}, {@code --zoom FROM..TO}, {@code --lens TIME}, {@code --rows cores|tasks}, {@code
 * --task NUMBER}. Each state stands for itself: what a line doesn't say is as on the command line. Indented lines below
 * are the sentence for the class.
 */
final class LectureParser {
    private static final String NOTE = "#";

    private final String file;
    private final Gallery gallery;
    private final List<Lecture.State> states = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** @param file its name, for messages */
    LectureParser(String file, Gallery gallery) {
        this.file = file;
        this.gallery = gallery;
    }

    /**
     * Reads the file's text.
     *
     * @throws BadInputException if it holds no lecture; the message names the file, the line, what is wrong and what is
     *     allowed
     */
    Lecture parse(String text) {
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            try {
                read(line);
            } catch (BadInputException e) {
                throw new BadInputException(file + ", line " + number + ": " + e.getMessage(), e);
            }
        }
        if (states.isEmpty()) {
            throw new BadInputException(
                    file + ": a lecture must have at least one state, such as: two-loops --cores 2 --playhead 20ms");
        }
        return new Lecture(states, notes);
    }

    private void read(String line) {
        if (line.isBlank()) {
            return;
        }
        if (line.startsWith(NOTE)) {
            notes.add(line.stripTrailing());
        } else if (Character.isWhitespace(line.charAt(0))) {
            say(line);
        } else {
            states.add(state(RequestWords.split(line)).withNotes(notes));
            notes.clear();
        }
    }

    private void say(String line) {
        if (states.isEmpty()) {
            throw new BadInputException("a sentence stands below the state that it is about, but was above the first: '"
                    + line.strip() + "'; a state begins at the start of its line");
        }
        Lecture.State last = states.removeLast();
        states.add(last.withSaid(last.said() + " " + line));
    }

    private Lecture.State state(List<String> words) {
        String program = words.getFirst();
        if (program.startsWith("-")) {
            throw new BadInputException("a state begins with a program, but was '" + program + "'");
        }
        List<String> request = new ArrayList<>(List.of(program));
        Sight sight = Sight.ALL;
        Set<SightOption> seen = EnumSet.noneOf(SightOption.class);
        for (int i = 1; i < words.size(); i += 2) {
            String word = words.get(i);
            SightOption option = SightOption.find(word).orElse(null);
            if (option == null && !RequestWords.names().contains(word)) {
                throw unknown(word);
            }
            if (i + 1 == words.size()) {
                throw new BadInputException(word + " needs a value behind it");
            }
            if (option == null) {
                request.addAll(words.subList(i, i + 2));
            } else if (!seen.add(option)) {
                throw new BadInputException(word + " was given more than once: give it once");
            } else {
                sight = option.apply(sight, words.get(i + 1));
            }
        }
        RunRequest read = RequestWords.read(request, new RunRequest(program, Map.of(), Settings.DEFAULTS));
        gallery.create(read);
        return new Lecture.State(List.of(), read, sight, "");
    }

    private static BadInputException unknown(String word) {
        String known = Stream.concat(
                        RequestWords.names().stream(),
                        Arrays.stream(SightOption.values()).map(SightOption::word))
                .collect(Collectors.joining(", "));
        return new BadInputException("unknown word '" + word + "': choose one of " + known);
    }
}
