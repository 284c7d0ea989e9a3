package org.coreograph.viewmodel.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.coreograph.analysis.RunReport;
import org.coreograph.gallery.Gallery;
import org.coreograph.gallery.Lessons;
import org.coreograph.model.BadInputException;
import org.coreograph.testkit.Frames;
import org.coreograph.viewmodel.lesson.Prediction.Progress;
import org.junit.jupiter.api.Test;

/** What happens where a run takes its time, or can't be had. */
class LessonDeskTest {
    private static final long PATIENCE_SECONDS = 30;

    private final Gallery gallery = new Gallery();
    private final Frames frames = new Frames();
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** A run that goes on until it is stopped. */
    private final class Endless implements LessonRun {
        @Override
        public void stop() {
            stopped.countDown();
        }

        @Override
        public RunReport await() throws InterruptedException {
            started.countDown();
            stopped.await();
            throw new InterruptedException("stopped");
        }
    }

    private LessonDesk desk(LessonRuns runs) {
        LessonDesk desk = new LessonDesk(gallery, () -> Lessons.shipped(gallery), runs, frames::requestFrame);
        while (desk.state().loading()) {
            frames.await();
            desk.frame();
        }
        return desk;
    }

    private static Prediction first(LessonDesk desk) {
        return desk.state().predictions().getFirst();
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void answerThatTakesItsTimeCanBeGivenUp() throws InterruptedException {
        LessonDesk desk = desk(request -> new Endless());
        desk.reveal(0);
        assertThat(first(desk).progress()).isEqualTo(Progress.SEARCHING);
        await(started);

        desk.cancelReveal(0);
        await(stopped);
        assertThat(first(desk).progress()).isEqualTo(Progress.ASKED);
        desk.frame();
        assertThat(first(desk).trouble()).isEmpty();
    }

    @Test
    void openingAnotherLessonGivesTheAnswerUp() throws InterruptedException {
        LessonDesk desk = desk(request -> new Endless());
        desk.reveal(0);
        await(started);
        desk.open(desk.state().entries().get(1));
        await(stopped);
        assertThat(desk.state().lesson().title()).isEqualTo("Multitasking");
    }

    @Test
    void runThatCantBeHadIsToldBelowTheQuestion() {
        LessonDesk desk = desk(request -> {
            throw new BadInputException("no cores left: try another day");
        });
        desk.reveal(0);
        while (first(desk).progress() == Progress.SEARCHING) {
            frames.await();
            desk.frame();
        }
        assertThat(first(desk).progress()).isEqualTo(Progress.ASKED);
        assertThat(first(desk).trouble()).isEqualTo("no cores left: try another day");
    }

    @Test
    void lessonsAreReadWithoutBeingWaitedFor() throws InterruptedException {
        CountDownLatch mayRead = new CountDownLatch(1);
        LessonDesk desk = new LessonDesk(
                gallery,
                () -> {
                    try {
                        await(mayRead);
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                    return Lessons.shipped(gallery);
                },
                request -> new Endless(),
                frames::requestFrame);
        desk.frame();
        assertThat(desk.state().lesson().text().plain()).isEqualTo("The lessons are being read.");
        assertThat(desk.state().predictions()).isEmpty();

        mayRead.countDown();
        while (desk.state().loading()) {
            frames.await();
            desk.frame();
        }
        assertThat(desk.state().lesson().text().plain()).isNotEqualTo("The lessons are being read.");
        assertThat(desk.state().predictions()).isNotEmpty();
    }

    @Test
    void stateStaysTheSameWhereNothingHappens() {
        LessonDesk desk = desk(request -> new Endless());
        assertThat(desk.state()).isSameAs(desk.state());
        desk.guess(0, "1");
        assertThat(first(desk).guesses()).hasSize(1);
    }
}
