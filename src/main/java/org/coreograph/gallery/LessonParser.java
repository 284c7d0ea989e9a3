package org.coreograph.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.coreograph.model.BadInputException;
import org.coreograph.model.Prose;
import org.coreograph.model.RequestWords;
import org.coreograph.model.RunRequest;
import org.coreograph.model.Settings;

/**
 * Makes a lesson of a Markdown file:
 *
 * <pre>{@code
 * # Title
 *
 * - program: two-loops
 * - order: 1
 * - tags: parallelism, cores
 *
 * Text.
 *
 * ## Predict
 *
 * What is asked?
 *
 * - number: s                  (or a line "choice: ..." for each answer, or "mark: time")
 * - run: --cores 4             (or "answer: ..."; "against: ..." names another run, to be divided by this one)
 * - figure: makespan
 *
 * ### Reveal
 *
 * What is said then.
 *
 * ## Try
 *
 * - What to try. `--cores 4`
 *
 * ## Teacher's notes
 *
 * Text.
 * }</pre>
 *
 * <p>There may be none or several questions, and a thing to try needs no words that set the controls.
 */
final class LessonParser {
    private static final String PREDICT = "Predict";
    private static final String REVEAL = "Reveal";
    private static final String TRY = "Try";
    private static final String NOTES = "Teacher's notes";
    private static final int LAST = 1_000;

    private final String file;
    private final Gallery gallery;

    LessonParser(String file, Gallery gallery) {
        this.file = file;
        this.gallery = gallery;
    }

    /** @throws LessonException if the text is no lesson, or names a program, an option or a figure that isn't there */
    Lesson parse(String markdown) throws LessonException {
        Node document = Parser.builder()
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .build()
                .parse(markdown);
        Blocks blocks = new Blocks(file, document);
        String title = blocks.heading(1, "its title, such as '# Two loops'");
        LessonKeys header = blocks.keys("program: ..., order: ..., tags: ...");
        header.allow("program", "order", "tags");
        String program = header.one("program");
        header.check("program", () -> gallery.find(program));
        Prose text = blocks.prose();
        List<Question> questions = new ArrayList<>();
        List<Lesson.Trial> tries = new ArrayList<>();
        Prose notes = Prose.EMPTY;
        while (blocks.more()) {
            int line = blocks.line();
            String heading = blocks.heading(2, "a heading such as '## " + PREDICT + "'");
            switch (heading) {
                case PREDICT -> questions.add(question(program, blocks));
                case TRY -> tries.addAll(tries(program, blocks));
                case NOTES -> notes = blocks.prose();
                default ->
                    throw new LessonException(
                            file,
                            line,
                            "unknown heading '" + heading + "': choose one of " + PREDICT + ", " + TRY + ", " + NOTES);
            }
        }
        return new Lesson(
                file,
                title,
                program,
                header.list("tags"),
                (int) header.number("order", 1, LAST, LAST),
                text,
                questions,
                tries,
                notes);
    }

    private Question question(String program, Blocks blocks) throws LessonException {
        Prose asked = blocks.proseBeforeKeys();
        LessonKeys keys = blocks.keys("number: UNIT, choice: ... or mark: time");
        keys.allow("number", "choice", "mark", "run", "against", "figure", "answer");
        String kind = keys.exactlyOneOf("number", "choice", "mark");
        Truth truth = truth(program, keys);
        int line = blocks.line();
        String heading = blocks.heading(3, "'### " + REVEAL + "'");
        if (!heading.equals(REVEAL)) {
            throw new LessonException(file, line, "the heading must be '" + REVEAL + "', but was '" + heading + "'");
        }
        Prose reveal = blocks.prose();
        return switch (kind) {
            case "number" -> new Question.Amount(asked, keys.one("number"), keys.numeric(truth), reveal);
            case "mark" -> new Question.Mark(asked, keys.time(truth), reveal);
            default -> new Question.Choice(asked, keys.all("choice"), keys.among(keys.all("choice"), truth), reveal);
        };
    }

    private Truth truth(String program, LessonKeys keys) throws LessonException {
        if (keys.exactlyOneOf("answer", "run").equals("answer")) {
            keys.refuse("figure", "an answer that is given has none");
            keys.refuse("against", "an answer that is given has none");
            return new Truth.Given(keys.one("answer"));
        }
        Truth.OfRun run = new Truth.OfRun(words(program, keys, "run"), keys.figure("figure"));
        return keys.has("against") ? new Truth.Ratio(run, words(program, keys, "against")) : run;
    }

    private List<String> words(String program, LessonKeys keys, String key) throws LessonException {
        List<String> words = new ArrayList<>();
        keys.check(key, () -> {
            words.addAll(words(program, keys.text(key)));
            if (!request(program, words).settings().simulated()) {
                throw new BadInputException("an answer must come from a simulated run, which is the same on every"
                        + " machine: leave out --clock measured");
            }
        });
        return words;
    }

    /**
     * Takes a line of words apart, and checks them.
     *
     * @throws BadInputException if they name what isn't there
     */
    private List<String> words(String program, String line) {
        List<String> words = RequestWords.split(line);
        gallery.check(request(program, words));
        return words;
    }

    private static RunRequest request(String program, List<String> words) {
        return RequestWords.read(words, new RunRequest(program, Map.of(), Settings.DEFAULTS));
    }

    private List<Lesson.Trial> tries(String program, Blocks blocks) throws LessonException {
        int line = blocks.line();
        if (!(blocks.next() instanceof BulletList list)) {
            throw new LessonException(file, line, "things to try must be a list, each line with '- ' before it");
        }
        List<Lesson.Trial> tries = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            tries.add(trial(program, item));
        }
        return tries;
    }

    private Lesson.Trial trial(String program, Node item) throws LessonException {
        int line = Blocks.line(item);
        List<String> words = List.of();
        if (item.getLastChild() instanceof Paragraph paragraph
                && paragraph.getLastChild() instanceof Code code
                && code.getLiteral().startsWith("-")) {
            try {
                words = words(program, code.getLiteral());
            } catch (BadInputException e) {
                throw new LessonException(file, line, e);
            }
            code.unlink();
        }
        Prose text = new ProseMaker(file).of(item);
        if (text.plain().isBlank()) {
            throw new LessonException(file, line, "a thing to try needs a text before its words");
        }
        return new Lesson.Trial(text, words);
    }
}
