package org.coreograph.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.coreograph.analysis.FigureReader;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.Durations;
import org.coreograph.model.Prose;
import org.coreograph.model.RequestWords;
import org.coreograph.model.RunRequest;
import org.coreograph.model.Settings;
import org.coreograph.testkit.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LessonsTest {
    private static final Gallery GALLERY = new Gallery();
    private static final Lessons SHIPPED = Lessons.shipped(GALLERY);

    @TempDir
    private Path folder;

    static List<Lesson> lessons() {
        return SHIPPED.lessons();
    }

    @Test
    void everyProgramHasALessonInTheOrderOfTheGallery() {
        assertThat(SHIPPED.problems()).isEmpty();
        assertThat(SHIPPED.lessons())
                .extracting(Lesson::program)
                .isEqualTo(GALLERY.programs().stream().map(GalleryProgram::id).toList());
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everyLessonSaysSomethingAsksTriesAndHelpsTheTeacher(Lesson lesson) {
        assertThat(lesson.title())
                .containsIgnoringCase(GALLERY.find(lesson.program()).title());
        assertThat(lesson.tags()).isNotEmpty();
        assertThat(lesson.text().plain()).endsWith(".").doesNotContain("  ");
        assertThat(lesson.questions()).isNotEmpty().allSatisfy(question -> {
            assertThat(question.text().plain()).containsPattern("[?.]$");
            assertThat(question.reveal().plain()).endsWith(".");
        });
        assertThat(lesson.tries()).hasSizeGreaterThan(2).allSatisfy(trial -> {
            assertThat(trial.text().plain()).containsPattern("[?.]$");
            assertThat(trial.words()).isNotEmpty();
        });
        assertThat(lesson.notes().blocks()).extracting(Prose.Block::kind).contains(Prose.Kind.ITEM);
    }

    /** Everything a lesson names is there: the runs that tell the answers are made, and what is to be tried is run. */
    @ParameterizedTest
    @MethodSource("lessons")
    void everyAnswerIsThereAndEverythingToTryRuns(Lesson lesson) {
        for (Question question : lesson.questions()) {
            switch (question) {
                case Question.Amount amount ->
                    assertThat(number(lesson, amount.truth())).isNotNegative();
                case Question.Mark mark ->
                    assertThat(timeNanos(lesson, mark.truth())).isBetween(0.0, (double) Durations.MAX_NANOS);
                case Question.Choice choice -> assertThat(choice.choices()).contains(text(lesson, choice.truth()));
            }
        }
        for (Lesson.Trial trial : lesson.tries()) {
            RunRequest request = request(lesson, trial.words());
            assertThat(GALLERY.create(request)).isNotNull();
            if (request.settings().simulated()) {
                assertThat(run(lesson, trial.words()).end()).isNotNull();
            }
        }
    }

    private static double number(Lesson lesson, Truth truth) {
        return switch (truth) {
            case Truth.Given given -> Double.parseDouble(given.answer());
            case Truth.OfRun run -> ((Number) read(lesson, run)).doubleValue();
            case Truth.Ratio ratio ->
                number(lesson, new Truth.OfRun(ratio.otherWords(), ratio.run().figure())) / number(lesson, ratio.run());
        };
    }

    private static double timeNanos(Lesson lesson, Truth truth) {
        return truth instanceof Truth.Given given
                ? Durations.parseHuman("answer", given.answer(), 0)
                : number(lesson, truth);
    }

    private static String text(Lesson lesson, Truth truth) {
        return switch (truth) {
            case Truth.Given given -> given.answer();
            case Truth.OfRun run -> read(lesson, run).toString();
            case Truth.Ratio ratio -> Double.toString(number(lesson, ratio));
        };
    }

    private static Object read(Lesson lesson, Truth.OfRun run) {
        return FigureReader.read(run.figure(), run(lesson, run.words()));
    }

    private static RunReport run(Lesson lesson, List<String> words) {
        RunRequest request = request(lesson, words);
        return Runs.run(GALLERY.create(request), request.settings());
    }

    private static RunRequest request(Lesson lesson, List<String> words) {
        return RequestWords.read(words, new RunRequest(lesson.program(), Map.of(), Settings.DEFAULTS));
    }

    /** What the texts of the reveals say, in the units that are asked for. */
    @ParameterizedTest
    @CsvSource({
        "two-loops, 0, 1",
        "two-loops, 1, 2",
        "context, 0, 1.485",
        "context, 1, 0",
        "array-split, 0, 2.667",
        "counter, 1, 1000",
        "unbuffered, 0, 140",
        "buffered, 0, 64",
        "select, 1, 0",
        "pipeline, 0, 383.333",
        "web-server, 1, 794500",
        "amdahl, 0, 8.767",
        "jobs, 0, 5.667"
    })
    void answersAreWhatTheRevealsSay(String program, int question, double expected) {
        Lesson lesson = SHIPPED.on(program).orElseThrow();
        Question.Amount asked = (Question.Amount) lesson.questions().get(question);

        assertThat(Math.round(asked.inUnit(number(lesson, asked.truth())) * 1_000) / 1_000.0)
                .isEqualTo(expected);
    }

    @Test
    void answersWithoutARunAreWhatTheRunsShow() {
        Lesson select = SHIPPED.on("select").orElseThrow();
        Question.Choice first = (Question.Choice) select.questions().getFirst();
        String order = run(select, List.of()).end().result().get("order").toString();

        assertThat(order).startsWith(text(select, first.truth()));
    }

    private static final String GOOD = """
        # My lesson

        - program: two-loops
        - order: 7
        - tags: own, cores

        First *paragraph*
        goes on.

        - an item

        ## Predict

        How long?

        - number: ms
        - run: --cores 2
        - figure: makespan

        ### Reveal

        So long.

        ## Try

        - Drag. `--cores 3`
        - Think.
        """;

    @Test
    void aTeachersLessonAppearsBesideTheOthers() throws IOException {
        try (Stream<Path> shipped = Files.list(Path.of("assets/lessons"))) {
            for (Path file : shipped.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Files.writeString(folder.resolve("zz-own.md"), GOOD);
        Files.writeString(folder.resolve("notes.txt"), "not a lesson");

        Lessons loaded = Lessons.inFolder(folder, GALLERY);

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.lessons()).hasSize(16);
        Lesson own = loaded.lessons().get(7);
        assertThat(own.title()).isEqualTo("My lesson");
        assertThat(own.tags()).containsExactly("own", "cores");
        assertThat(own.text().plain()).isEqualTo("First paragraph goes on.\n\nan item");
        assertThat(own.text().blocks().getFirst().spans()).contains(new Prose.Span(Prose.Style.EMPHASIS, "paragraph"));
        assertThat(own.tries().getFirst().text().plain()).isEqualTo("Drag.");
        assertThat(own.tries().getFirst().words()).containsExactly("--cores", "3");
        assertThat(own.tries().get(1).words()).isEmpty();
        assertThat(own.notes().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# My lesson | ## My lesson | line 1: here must be its title, such as '# Two loops'",
                "program: two-loops | program: two-loop | line 3: unknown program 'two-loop': choose one of two-loops,",
                "- program: two-loops | - prog: two-loops | line 3: unknown key 'prog': choose one of program, order,"
                        + " tags",
                "order: 7 | order: first | line 4: order must be a whole number from 1 to 1000, but was 'first'",
                "## Predict | ## Guess | line 12: unknown heading 'Guess': choose one of Predict, Try, Teacher's notes",
                "number: ms | numbers: ms | line 16: unknown key 'numbers': choose one of number, choice,",
                "- number: ms | - number ms | line 16: a line must be 'key: value', but was 'number ms'",
                "--cores 2 | --core 2 | line 17: unknown word '--core': choose one of --cores,",
                "--cores 2 | -P size=2 | line 17: unknown parameter 'size' of two-loops: choose one of count, busy",
                "figure: makespan | figure: span | line 18: unknown figure 'span': choose one of makespan,",
                "figure: makespan | answer: 7 | line 16: there must be one of the keys answer, run, but there was"
                        + " answer",
                "### Reveal | ### Answer | line 20: the heading must be 'Reveal', but was 'Answer'",
                "--cores 3 | --cores 0 | line 26: cores must be a whole number from 1 to 256, but was '0'",
                "an item | [page](file:///etc/passwd) | line 10: a link must begin with https:// or http://, but was"
                        + " 'file:///etc/passwd'",
                "--cores 2 | --clock measured | line 17: an answer must come from a simulated run",
                "an item | ![picture](x.png) | line 10: use paragraphs, lists, code,",
            })
    void aMalformedFileIsOneLineAndTheOthersLoad(String right, String wrong, String problem) throws IOException {
        Files.writeString(folder.resolve("bad.md"), GOOD.replace(right, wrong));
        Files.writeString(folder.resolve("good.md"), GOOD);

        Lessons loaded = Lessons.inFolder(folder, GALLERY);

        assertThat(loaded.lessons()).extracting(Lesson::file).containsExactly("good.md");
        assertThat(loaded.problems()).singleElement().asString().startsWith("bad.md, " + problem);
        assertThat(loaded.problems().getFirst()).doesNotContain("\n");
    }

    @Test
    void filesThatAreNoTextOrEmptyAreNamedToo() throws IOException {
        Files.write(folder.resolve("a.md"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        Files.writeString(folder.resolve("b.md"), "");
        Files.createDirectory(folder.resolve("c.md"));

        List<String> problems =
                new ArrayList<>(Lessons.inFolder(folder, GALLERY).problems());

        assertThat(problems).hasSize(3);
        assertThat(problems.get(0)).startsWith("a.md: a lesson must be text in UTF-8");
        assertThat(problems.get(1)).startsWith("b.md, line 1: here must be its title");
        assertThat(problems.get(2)).startsWith("c.md: could not be read");
    }
}
