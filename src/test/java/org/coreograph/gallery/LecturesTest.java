package org.coreograph.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.coreograph.model.BadInputException;
import org.coreograph.model.Durations;
import org.coreograph.model.EventSink;
import org.coreograph.model.RunRequest;
import org.coreograph.model.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quicktheories.WithQuickTheories;
import org.quicktheories.core.Gen;

class LecturesTest implements WithQuickTheories {
    private final Lectures lectures = new Lectures(new Gallery());

    @TempDir
    private Path folder;

    private Lecture read(String text) throws IOException {
        return lectures.read(Files.writeString(folder.resolve("hour.txt"), text));
    }

    @Test
    void stateSaysProgramSettingsAndSight() throws IOException {
        Lecture lecture = read("""
            # Monday
            counter --cores 2 -P guard=mutex --playhead 20ms --zoom 10ms..0.05s --lens 2ms --rows tasks --task 2
              Who waits
              for whom?

            jobs
            # The end
            """);
        Lecture.State first = lecture.states().getFirst();
        assertThat(first.notes()).containsExactly("# Monday");
        assertThat(first.request())
                .isEqualTo(new RunRequest("counter", Map.of("guard", "mutex"), Settings.DEFAULTS.withCores(2)));
        assertThat(first.sight())
                .isEqualTo(new Sight(
                        OptionalLong.of(20 * Durations.MILLI),
                        Optional.of(new Sight.Zoom(10 * Durations.MILLI, 50 * Durations.MILLI)),
                        2 * Durations.MILLI,
                        true,
                        2));
        assertThat(first.said()).isEqualTo("Who waits for whom?");
        assertThat(lecture.states()).hasSize(2);
        assertThat(lecture.states().getLast().sight()).isEqualTo(Sight.ALL);
        assertThat(lecture.notes()).containsExactly("# The end");
    }

    @Test
    void stateStandsForItselfWhateverIsBeforeIt() throws IOException {
        Lecture lecture = read("jobs --cores 4 --playhead 2ms\njobs\n");
        assertThat(lecture.states().getLast().request()).isEqualTo(new RunRequest("jobs", Map.of(), Settings.DEFAULTS));
    }

    @Test
    void textOfALectureReadsAsTheSameLecture() {
        qt().forAll(states(), states()).checkAssert((first, second) -> {
            Lecture lecture = new Lecture(List.of(first, second), List.of("# end"));
            assertThat(new LectureParser("x", new Gallery()).parse(lecture.text()))
                    .isEqualTo(lecture);
        });
    }

    private Gen<Lecture.State> states() {
        Gen<Sight> sights = longs().between(-1, 10 * Durations.SECOND)
                .zip(longs().between(0, Durations.SECOND), integers().between(-1, 9), LecturesTest::sight);
        Gen<RunRequest> requests = integers()
                .between(1, 256)
                .zip(
                        longs().all(),
                        (cores, seed) -> new RunRequest(
                                "jobs",
                                Map.of("lengths", "1,2"),
                                Settings.DEFAULTS.withCores(cores).withSeed(seed)));
        Gen<String> said = strings().basicLatinAlphabet().ofLengthBetween(0, 20).map(text -> "x" + text.strip());
        return requests.zip(
                sights, said, (request, sight, words) -> new Lecture.State(List.of("# note"), request, sight, words));
    }

    private static Sight sight(long playhead, long lens, int task) {
        Sight sight = Sight.ALL.withLens(lens).withByTask(lens % 2 == 0).withTask(task);
        return playhead < 0 ? sight : sight.withPlayhead(playhead).withZoom(new Sight.Zoom(lens, lens + playhead + 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "joobs                       | line 3: | joobs",
                "jobs --corse 2              | line 3: | unknown word '--corse': choose one of --cores",
                "jobs --corse 2              | line 3: | --playhead, --zoom",
                "jobs --cores                | line 3: | --cores needs a value behind it",
                "jobs --cores 0              | line 3: | but was '0'",
                "jobs --playhead 3           | line 3: | playhead needs a unit of ns, us, ms or s, but was '3'",
                "jobs --playhead 1s --playhead 2s | line 3: | --playhead was given more than once",
                "jobs --zoom 3ms             | line 3: | zoom must be FROM..TO, such as 10ms..50ms, but was '3ms'",
                "jobs --zoom 3ms..2ms        | line 3: | zoom must end after it begins, but was '3ms..2ms'",
                "jobs --rows lanes           | line 3: | rows must be cores or tasks, but was 'lanes'",
                "jobs --task A               | line 3: | task must be a whole number",
                "jobs -P lengths=x           | line 3: | lengths",
                "jobs -P 'lengths=1          | line 3: | a quote ' has no end",
                "--cores 2                   | line 3: | a state begins with a program, but was '--cores'",
            })
    void brokenLineIsNamedWithWhatIsWrong(String line, String where, String what) {
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> read("jobs\n\n" + line + "\n"))
                .withMessageStartingWith("hour.txt, " + where)
                .withMessageContaining(what);
    }

    @Test
    void sentenceAboveTheFirstStateIsRefused() {
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> read("  Hello\njobs\n"))
                .withMessageContaining("hour.txt, line 1")
                .withMessageContaining("'Hello'");
    }

    @Test
    void fileWithoutAStateIsRefused() {
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> read("# nothing yet\n"))
                .withMessageContaining("hour.txt: a lecture must have at least one state");
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("hour.txt"), new byte[] {(byte) 0xC3, 0x28});
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> lectures.read(file))
                .withMessageContaining("hour.txt: a lecture must be text in UTF-8");
    }

    @Test
    void whatIsTooLargeIsRefused() {
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> read("#".repeat(1_000_001)))
                .withMessageContaining("at most 1000000 bytes");
    }

    @Test
    void fileThatIsNotThereIsSaid() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> lectures.read(folder.resolve("none.txt")));
    }

    @Test
    void marksOfOtherEditorsAreReadOver() throws IOException {
        byte[] bytes = "\uFEFFjobs\r\n  Three jobs.\r\n".getBytes(StandardCharsets.UTF_8);
        Lecture lecture = lectures.read(Files.write(folder.resolve("hour.txt"), bytes));
        assertThat(lecture.states())
                .singleElement()
                .extracting(Lecture.State::said)
                .isEqualTo("Three jobs.");
    }

    @Test
    void shippedClassHourIsWholeAndHasASentenceForEachState() throws IOException {
        assertThat(lectures.shipped().states())
                .hasSizeGreaterThan(10)
                .allSatisfy(state -> assertThat(state.said()).isNotEmpty())
                .allSatisfy(state -> assertThat(state.sight().playheadNanos()).isPresent())
                .allSatisfy(state -> assertThat(state.sight().task()).isEqualTo(EventSink.NONE));
    }
}
