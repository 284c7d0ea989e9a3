package org.coreograph.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.coreograph.gallery.Gallery;
import org.coreograph.gallery.GalleryProgram;
import org.coreograph.testkit.WatchedRun;
import org.coreograph.trace.CodeLines;
import org.coreograph.trace.Lane;
import org.coreograph.trace.SpanKind;
import org.coreograph.trace.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LineSlicesTest {
    static Stream<GalleryProgram> programs() {
        return WatchedRun.programs();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void slicesOfAllLinesMakeUpTheTimeThatTasksRan(GalleryProgram program) {
        WatchedRun run = WatchedRun.of(program, 2);
        Trace trace = run.report().trace();
        long ranNanos = 0;
        for (int core = 0; core < trace.cores(); core++) {
            Lane lane = trace.coreLane(core);
            for (int i = 0; i < lane.size(); i++) {
                ranNanos += lane.kind(i) == SpanKind.RUNNING ? lane.endNanos(i) - lane.startNanos(i) : 0;
            }
        }
        long inLines = 0;
        for (int line : lines(run)) {
            inLines += LineSlices.of(trace, run.lines(), line).runNanos();
        }
        assertThat(inLines).isEqualTo(ranNanos).isPositive();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void taskIsInALineExactlyInItsStretches(GalleryProgram program) {
        WatchedRun run = WatchedRun.of(program, 2);
        Trace trace = run.report().trace();
        for (int line : lines(run)) {
            LineSlices slices = LineSlices.of(trace, run.lines(), line);
            for (int task = 0; task < Math.min(5, trace.tasks().size()); task++) {
                Lane lane = slices.tasks().get(task);
                for (int i = 0; i < lane.size(); i++) {
                    long start = lane.startNanos(i);
                    long last = lane.endNanos(i) - 1;
                    assertThat(run.lines().lineAt(task, start)).isEqualTo(line);
                    assertThat(run.lines().lineAt(task, last)).isEqualTo(line);
                    assertThat(kindAt(trace, task, start)).isEqualTo(lane.kind(i));
                    assertThat(kindAt(trace, task, last)).isEqualTo(lane.kind(i));
                }
            }
        }
    }

    private static SpanKind kindAt(Trace trace, int task, long nanos) {
        Lane lane = trace.taskLane(task);
        return lane.kind(lane.at(nanos));
    }

    @Test
    void producerOfAnUnbufferedChannelWaitsInTheLineThatSends() {
        WatchedRun run = WatchedRun.of(new Gallery().find("unbuffered"), 2);
        int send = run.lineWith(".send(");
        LineSlices slices = LineSlices.of(run.report().trace(), run.lines(), send);
        Lane producer = slices.tasks().get(1);
        assertThat(producer.size()).isPositive();
        assertThat(kinds(producer)).contains(SpanKind.BLOCKED).doesNotContain(SpanKind.RUNNING);
        assertThat(slices.count()).as("a send takes no time on a core").isZero();
    }

    private static Set<SpanKind> kinds(Lane lane) {
        Set<SpanKind> kinds = new TreeSet<>();
        for (int i = 0; i < lane.size(); i++) {
            kinds.add(lane.kind(i));
        }
        return kinds;
    }

    private static Set<Integer> lines(WatchedRun run) {
        CodeLines lines = run.lines();
        Set<Integer> found = new TreeSet<>();
        for (int task = 0; task < run.report().trace().tasks().size(); task++) {
            for (int i = 0; i < lines.size(task); i++) {
                found.add(lines.line(task, i));
            }
        }
        return found;
    }
}
