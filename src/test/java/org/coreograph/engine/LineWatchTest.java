package org.coreograph.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coreograph.analysis.RunReport;
import org.coreograph.gallery.Gallery;
import org.coreograph.gallery.GalleryProgram;
import org.coreograph.model.Clock;
import org.coreograph.model.Settings;
import org.coreograph.testkit.Runs;
import org.coreograph.testkit.TraceText;
import org.coreograph.testkit.WatchedRun;
import org.coreograph.trace.CodeLines;
import org.coreograph.trace.LineRecorder;
import org.coreograph.trace.TraceRecorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LineWatchTest {
    static Stream<GalleryProgram> programs() {
        return WatchedRun.programs();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void watchedRunDoesWhatTheOtherDoes(GalleryProgram program) {
        for (int cores : new int[] {1, 3}) {
            WatchedRun watched = WatchedRun.of(program, cores);
            RunReport report = watched.report();
            RunReport other = Runs.run(
                    new Gallery().create(report.request()), report.request().settings());
            // Not by an assertion on texts, which would print them.
            assertThat(TraceText.inFull(report).equals(TraceText.inFull(other)))
                    .as("%s on %d cores gives the same trace twice", program.id(), cores)
                    .isTrue();
            assertThat(report.end()).isEqualTo(other.end());
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void linesAreThoseOfCallsInTheProgramsFile(GalleryProgram program) {
        WatchedRun watched = WatchedRun.of(program, 2);
        List<String> text = watched.text();
        CodeLines lines = watched.lines();
        int tasks = watched.report().trace().tasks().size();
        assertThat(IntStream.range(0, tasks)
                        .filter(task -> watched.report().trace().listed(task) && lines.size(task) == 0)
                        .toArray())
                .as("tasks that came to no line")
                .isEmpty();
        for (int task = 0; task < tasks; task++) {
            for (int i = 0; i < lines.size(task); i++) {
                assertThat(text.get(lines.line(task, i) - 1)).matches(".*[(:].*");
                assertThat(i == 0 || lines.atNanos(task, i - 1) <= lines.atNanos(task, i))
                        .isTrue();
            }
        }
    }

    @Test
    void innermostLineOfTheFileIsTold() {
        WatchedRun counter = WatchedRun.of(new Gallery().find("counter"), 2);
        int compute = counter.lineWith("machine.compute(ADDITION_NANOS)");
        assertThat(counter.lines().lineAt(1, 10_000)).isEqualTo(compute);
    }

    @Test
    void measuredRunIsNotWatched() {
        LineWatch watch = new LineWatch(LineWatchTest.class, new LineRecorder());
        Settings measured = Settings.DEFAULTS.withClock(Clock.MEASURED);
        assertThatThrownBy(() -> new Engine().startWatched(machine -> {}, measured, new TraceRecorder(1), watch))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("lines are told of simulated runs only, but this one is measured");
    }
}
