package org.coreograph.viewmodel.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.coreograph.analysis.Outcomes;
import org.coreograph.analysis.RunReport;
import org.coreograph.engine.Engine;
import org.coreograph.gallery.Gallery;
import org.coreograph.model.BadInputException;
import org.coreograph.model.Interleave;
import org.coreograph.model.RunRequest;
import org.coreograph.model.Settings;
import org.coreograph.testkit.Frames;
import org.coreograph.viewmodel.EngineRuns;
import org.junit.jupiter.api.Test;

class SeedDeskTest {
    private static final long PATIENCE_SECONDS = 30;
    private static final RunRequest COUNTER =
            new RunRequest("counter", Map.of("increments", "3"), Settings.DEFAULTS.withInterleave(Interleave.RANDOM));

    private final Frames frames = new Frames();

    private SeedCount settled(SeedDesk desk) {
        while (desk.state().underWay()) {
            frames.await();
        }
        return desk.state();
    }

    private static EngineRuns engine() {
        return new EngineRuns(new Engine(), new Gallery());
    }

    @Test
    void resultsOfManySeedsAreCounted() {
        SeedDesk desk = new SeedDesk(engine()::start, frames::requestFrame);
        desk.begin(COUNTER, "Counter");
        SeedCount count = settled(desk);

        assertThat(count.trouble()).isEmpty();
        assertThat(count.done()).isEqualTo(SeedDesk.SEEDS);
        assertThat(count.seeds()).isEqualTo("1..200");
        Outcomes outcomes = count.outcomes();
        assertThat(outcomes.what()).isEqualTo("counter");
        assertThat(outcomes.bars().stream().mapToInt(Outcomes.Bar::count).sum()).isEqualTo(SeedDesk.SEEDS);
        assertThat(outcomes.bars())
                .extracting(Outcomes.Bar::label)
                .as("from the least that can be left to the most")
                .isSubsetOf("2", "3", "4", "5", "6")
                .hasSizeGreaterThan(2);
    }

    @Test
    void seedsBeginWithTheOneThatIsShown() {
        SeedDesk desk = new SeedDesk(engine()::start, frames::requestFrame);
        RunRequest ninth = COUNTER.withSettings(COUNTER.settings().withSeed(9));
        desk.begin(ninth, "Counter");
        assertThat(settled(desk).seeds()).isEqualTo("9..208");
    }

    @Test
    void whatWasCountedBeforeAStopStays() throws InterruptedException {
        EngineRuns runs = engine();
        CountDownLatch third = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        SeedDesk desk = new SeedDesk(
                request -> request.settings().seed() < 3
                        ? runs.start(request)
                        : new LessonRun() {
                            @Override
                            public void stop() {
                                stopped.countDown();
                            }

                            @Override
                            public RunReport await() throws InterruptedException {
                                third.countDown();
                                stopped.await();
                                return runs.start(request).await();
                            }
                        },
                frames::requestFrame);
        desk.begin(COUNTER, "Counter");
        assertThat(third.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        desk.stop();

        assertThat(stopped.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        SeedCount count = desk.state();
        assertThat(count.underWay()).isFalse();
        assertThat(count.done()).isEqualTo(2);
        assertThat(count.seeds()).isEqualTo("1..2");
    }

    @Test
    void runThatCantBeHadIsTold() {
        SeedDesk desk = new SeedDesk(
                request -> {
                    throw new BadInputException("no cores left: try another day");
                },
                frames::requestFrame);
        desk.begin(COUNTER, "Counter");
        SeedCount count = settled(desk);
        assertThat(count.trouble()).isEqualTo("no cores left: try another day");
        assertThat(Objects.requireNonNull(count.first())).isEqualTo(COUNTER);
    }
}
