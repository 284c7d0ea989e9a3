package org.coreograph.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.coreograph.model.BadInputException;
import org.coreograph.model.Clock;
import org.coreograph.model.Outcome;
import org.coreograph.model.RunRequest;
import org.coreograph.model.Settings;
import org.coreograph.testkit.Frames;
import org.coreograph.testkit.HeldRuns;
import org.coreograph.testkit.ManualTicker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunWorkerTest {
    private final ManualTicker ticker = new ManualTicker();
    private final Frames frames = new Frames();
    private final HeldRuns runs = new HeldRuns();
    private final RunWorker worker = RunWorker.start(runs, frames, ticker);
    private int asked;

    @AfterEach
    void close() {
        worker.close();
    }

    private Ask simulated(int cores) {
        return ask(Settings.DEFAULTS.withCores(cores));
    }

    private Ask measured(int cores) {
        return ask(Settings.DEFAULTS.withCores(cores).withClock(Clock.MEASURED));
    }

    private Ask ask(Settings settings) {
        return new Ask(++asked, new RunRequest("held", Map.of(), settings), "Held", null, false);
    }

    private RunNews awaitNews(Predicate<RunNews> wanted) {
        while (true) {
            RunNews news = worker.news();
            if (news != null && wanted.test(news)) {
                return news;
            }
            frames.await();
        }
    }

    private RunNews awaitEnd(Ask ask) {
        return awaitNews(news -> news.ask().equals(ask) && !news.underWay());
    }

    @Test
    void oneCoreRunComesFirstAndNeverBesideTheOther() {
        Ask ask = simulated(4);
        worker.submit(ask);
        runs.next().finish(40);
        runs.next().finish(10);

        RunNews news = awaitEnd(ask);

        assertThat(news.phase()).isEqualTo(RunNews.Phase.DONE);
        assertThat(news.one().endNanos()).isEqualTo(40);
        assertThat(news.many().endNanos()).isEqualTo(10);
        assertThat(runs.cores()).containsExactly(1, 4);
        assertThat(runs.overlapped()).isFalse();
    }

    @Test
    void oneCoreRunIsKeptWhileOnlyTheCoresChange() {
        Ask first = simulated(4);
        worker.submit(first);
        runs.next().finish(40);
        runs.next().finish(10);
        awaitEnd(first);

        Ask second = simulated(5);
        worker.submit(second);
        runs.next().finish(8);

        assertThat(awaitEnd(second).one().endNanos()).isEqualTo(40);
        assertThat(runs.cores()).containsExactly(1, 4, 5);
    }

    @Test
    void oneCoreRunIsMadeAgainWhenSomethingElseChanges() {
        Ask first = simulated(1);
        worker.submit(first);
        runs.next().finish(40);
        awaitEnd(first);

        Ask second = ask(Settings.DEFAULTS.withSeed(2));
        worker.submit(second);
        runs.next().finish(41);

        assertThat(awaitEnd(second).one().endNanos()).isEqualTo(41);
    }

    @Test
    void latestAskWinsWhileOneIsUnderWay() {
        worker.submit(simulated(2));
        HeldRuns.Held one = runs.next();
        worker.submit(simulated(3));
        worker.submit(simulated(4));
        Ask last = simulated(5);
        worker.submit(last);
        one.finish(20);
        runs.next().finish(10);
        runs.next().finish(4);

        awaitEnd(last);

        assertThat(runs.cores()).containsExactly(1, 2, 5);
        assertThat(one.stopped()).isFalse();
    }

    @Test
    void outdatedSimulatedRunIsEndedOnceItTurnsOutSlow() {
        worker.submit(simulated(2));
        HeldRuns.Held one = runs.next();
        Ask last = simulated(3);
        worker.submit(last);

        worker.endIfOutdated();
        assertThat(one.stopped()).isFalse();
        ticker.advance(RunWorker.SLOW_NANOS + 1);
        worker.endIfOutdated();
        one.awaitOver();
        assertThat(one.stopped()).isTrue();

        runs.next().finish(20);
        runs.next().finish(10);
        assertThat(awaitEnd(last).one().endNanos()).isEqualTo(20);
        assertThat(runs.cores()).containsExactly(1, 1, 3);
    }

    @Test
    void slowRunThatIsStillWantedGoesOn() {
        Ask ask = simulated(1);
        worker.submit(ask);
        HeldRuns.Held one = runs.next();
        ticker.advance(100 * RunWorker.SLOW_NANOS);
        worker.endIfOutdated();
        one.finish(5);

        assertThat(awaitEnd(ask).phase()).isEqualTo(RunNews.Phase.DONE);
    }

    @Test
    void outdatedMeasuredRunIsEndedAtOnce() {
        worker.submit(measured(2));
        HeldRuns.Held one = runs.next();
        Ask last = measured(3);
        worker.submit(last);
        runs.next().finish(20);
        runs.next().finish(10);

        awaitEnd(last);

        assertThat(one.stopped()).isTrue();
        assertThat(runs.cores()).containsExactly(1, 1, 3);
    }

    @Test
    void stoppedRunTellsHowFarItCameAndTheOtherIsNotBegun() {
        Ask ask = measured(2);
        worker.submit(ask);
        HeldRuns.Held one = runs.next();
        one.reach(7);
        assertThat(worker.stop()).isEqualTo(ask);

        RunNews news = awaitEnd(ask);

        assertThat(news.phase()).isEqualTo(RunNews.Phase.STOPPED);
        assertThat(Objects.requireNonNull(news.one().end()).outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(news.one().endNanos()).isEqualTo(7);
        assertThat(news.many().end()).isNull();
        assertThat(runs.cores()).containsExactly(1);
    }

    @Test
    void stoppedOneCoreRunIsNotKept() {
        Ask ask = measured(2);
        worker.submit(ask);
        runs.next();
        worker.stop();
        awaitEnd(ask);

        Ask again = measured(2);
        worker.submit(again);
        runs.next().finish(20);
        runs.next().finish(10);
        awaitEnd(again);
        assertThat(runs.cores()).containsExactly(1, 1, 2);
    }

    @Test
    void stopWithNothingUnderWayDoesNothing() {
        assertThat(worker.stop()).isNull();
        assertThat(worker.news()).isNull();
    }

    @Test
    void measuredRunIsShownWhileItGoesOn() {
        Ask ask = measured(2);
        worker.submit(ask);
        HeldRuns.Held one = runs.next();
        one.reach(3);
        awaitNews(news -> news.phase() == RunNews.Phase.ONE_CORE && news.one().endNanos() == 3);
        one.reach(9);
        RunNews later = awaitNews(news -> news.one().endNanos() == 9);
        assertThat(later.one().end()).isNull();
        assertThat(later.many().endNanos()).isZero();
        one.finish(10);
        runs.next().finish(5);
        awaitEnd(ask);
    }

    @Test
    void runThatCantBeStartedIsReportedAndTheNextOneRuns() {
        Frames askedFor = new Frames();
        RunWorker failing = RunWorker.start(
                request -> {
                    if (request.settings().seed() == 1) {
                        throw new BadInputException("no such program");
                    }
                    return runs.start(request);
                },
                askedFor,
                ticker);
        failing.submit(simulated(2));
        RunNews news = null;
        while (news == null || news.underWay()) {
            askedFor.await();
            news = failing.news();
        }
        assertThat(news.phase()).isEqualTo(RunNews.Phase.FAILED);
        assertThat(news.trouble()).isEqualTo("no such program");

        failing.submit(ask(Settings.DEFAULTS.withSeed(2)));
        runs.next().finish(3);
        failing.close();
    }

    @Test
    void closedWorkerEndsWhatIsUnderWay() {
        worker.submit(measured(2));
        HeldRuns.Held one = runs.next();
        worker.close();
        one.awaitOver();
        assertThat(one.stopped()).isTrue();
    }
}
