package org.coreograph.viewmodel.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.coreograph.analysis.RunReport;
import org.coreograph.gallery.Gallery;
import org.coreograph.model.Clock;
import org.coreograph.model.Durations;
import org.coreograph.model.Outcome;
import org.coreograph.model.RunRequest;
import org.coreograph.testkit.HeldRuns;
import org.coreograph.testkit.WatchedRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CodeModelTest {
    private static final long MIDDLE = 500 * Durations.MILLI;

    private final WatchedRun one = WatchedRun.of(new Gallery().find("two-loops"), 1);
    private final WatchedRun two = WatchedRun.of(new Gallery().find("two-loops"), 2);
    private final List<RunReport> shown = List.of(one.report(), two.report());

    private final Queue<RunRequest> asked = new ConcurrentLinkedQueue<>();
    private final Queue<FoundLines> first = new ConcurrentLinkedQueue<>();
    private final Semaphore news = new Semaphore(0);
    private final LineWorker worker = LineWorker.start(this::find, news::release);
    private final CodeModel model = new CodeModel(new Gallery(), worker, () -> {});

    @AfterEach
    void close() {
        worker.close();
    }

    private FoundLines find(RunRequest request) {
        asked.add(request);
        FoundLines next = first.poll();
        return next != null ? next : new FoundLines.Known(request.settings().cores() == 1 ? one.lines() : two.lines());
    }

    private void awaitNews(int times) throws InterruptedException {
        assertThat(news.tryAcquire(times, 30, TimeUnit.SECONDS)).isTrue();
    }

    private void frame(long playhead) {
        model.frame(shown, true, playhead, false, 0);
    }

    private void open() throws InterruptedException {
        model.setVisible(true);
        frame(MIDDLE);
        awaitNews(2);
        frame(MIDDLE);
    }

    @Test
    void nothingIsRunAgainWhileTheTextIsNotSeen() {
        frame(MIDDLE);
        assertThat(model.state()).isEqualTo(CodeState.EMPTY);
        assertThat(asked).isEmpty();
    }

    @Test
    void linesOfTheRunOnManyCoresAreLookedForFirst() throws InterruptedException {
        open();
        assertThat(asked).containsExactly(two.report().request(), one.report().request());
        assertThat(model.state().tasks())
                .filteredOn(TaskAtLine::running)
                .extracting(TaskAtLine::name)
                .containsExactly("A", "B");
    }

    @Test
    void nothingIsLookedForWhileOtherRunsAreAwaited() {
        model.setVisible(true);
        model.frame(shown, false, MIDDLE, false, 0);
        assertThat(asked).isEmpty();
        assertThat(model.state().note()).isEqualTo("Finding the lines…");
    }

    @Test
    void linesThatGaveWayAreLookedForAgain() throws InterruptedException {
        first.add(new FoundLines.GaveWay());
        model.setVisible(true);
        frame(MIDDLE);
        awaitNews(2);
        frame(MIDDLE);
        awaitNews(1);
        frame(MIDDLE);
        assertThat(asked).hasSize(3);
        assertThat(model.state().tasks()).hasSize(3);
    }

    @Test
    void reasonWhyThereAreNoLinesIsTold() throws InterruptedException {
        first.add(new FoundLines.Unknown("too many"));
        open();
        assertThat(model.state().note()).isEqualTo("too many");
        assertThat(model.state().tasks()).isEmpty();
    }

    @Test
    void sliceOfEitherRunLeadsToItsLine() throws InterruptedException {
        open();
        int count = two.lineWith("machine.count(count)");
        model.selectAt(one.report(), 1, 0);
        assertThat(model.state().selectedLine()).isEqualTo(count);
        assertThat(model.state().slices()).hasSize(2);
        assertThat(model.state().slices().getFirst().count()).isEqualTo(20);
        model.selectAt(two.report(), 2, MIDDLE);
        assertThat(model.state().selectedLine()).isEqualTo(count + 7);
        model.select(CodeState.NO_LINE);
        assertThat(model.state().slices()).isEmpty();
    }

    @Test
    void whileItPlaysTheLinesFollowAtAPaceThatCanBeRead() throws InterruptedException {
        open();
        long end = two.report().endNanos();
        model.frame(shown, true, end, true, 10 * Durations.MILLI);
        assertThat(model.state().tasks()).as("a frame later").isNotEmpty();
        model.frame(shown, true, end, true, 100 * Durations.MILLI);
        assertThat(model.state().tasks()).as("some frames later").isEmpty();
        model.frame(shown, true, MIDDLE, false, 101 * Durations.MILLI);
        assertThat(model.state().tasks()).as("stepped there").isNotEmpty();
    }

    @Test
    void runsThatWereMeasuredOrStoppedAreNotRunAgain() {
        model.setVisible(true);
        RunRequest request = two.report().request();
        RunReport stopped = HeldRuns.report(request, 10, Outcome.STOPPED);
        model.frame(List.of(stopped), true, 0, false, 0);
        assertThat(model.state().note()).isEqualTo("Lines are followed in runs that came to their end.");
        RunRequest measured =
                new RunRequest(request.program(), Map.of(), request.settings().withClock(Clock.MEASURED));
        model.frame(List.of(HeldRuns.report(measured, 10, Outcome.COMPLETED)), true, 0, false, 0);
        assertThat(model.state().note()).startsWith("Lines are followed in simulated runs only");
        assertThat(asked).isEmpty();
    }
}
