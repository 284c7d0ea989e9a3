package org.coreograph.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.Clock;
import org.coreograph.model.Durations;
import org.coreograph.model.Settings;
import org.coreograph.picture.Colour;
import org.coreograph.picture.Palette;
import org.coreograph.picture.Typeface;
import org.coreograph.program.Channel;
import org.coreograph.program.Mutex;
import org.coreograph.program.Program;
import org.coreograph.program.SharedLong;
import org.coreograph.testkit.Await;
import org.coreograph.testkit.ContrastSurface;
import org.coreograph.testkit.RecordingSurface;
import org.coreograph.testkit.RecordingSurface.Words;
import org.coreograph.testkit.Runs;
import org.coreograph.timeline.Box;
import org.coreograph.viewmodel.stage.StageCard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StagePainterTest {
    private static final long MILLI = Durations.MILLI;
    private static final Box AREA = new Box(14, 32, 370, 220);
    private static final Typeface TYPEFACE = new Typeface();

    /** Two consumers take longer than the producer, as on the sketch of the buffered channel. */
    private static final Program JOBS = machine -> {
        Channel<Integer> jobs = machine.channel("jobs", 3);
        machine.start("producer", () -> {
            for (int i = 1; i <= 10; i++) {
                machine.compute(2 * MILLI);
                jobs.send(i);
            }
            jobs.close();
        });
        for (int i = 1; i <= 2; i++) {
            machine.start("consumer " + i, () -> {
                for (int job : jobs) {
                    machine.compute(5 * MILLI);
                    machine.emit("job " + job);
                }
            });
        }
    };

    private static final Program LOCKED = machine -> {
        Mutex door = machine.mutex("door");
        SharedLong total = machine.shared("total", 0);
        for (int i = 1; i <= 3; i++) {
            machine.start("adder " + i, () -> {
                door.lock();
                total.write(total.read() + 7);
                machine.compute(10 * MILLI);
                door.unlock();
            });
        }
    };

    private static final Settings TWO_CORES =
            Settings.DEFAULTS.withCores(2).withSwitchCostNanos(0).withQuantumNanos(100 * MILLI);

    private static RunStage stage(RunReport run, Box area, long atNanos) {
        RunStage stage = new RunStage();
        stage.show(run);
        stage.set(run, area, atNanos, 0, false);
        return stage;
    }

    private static RecordingSurface paint(RunReport run, Box area, long atNanos, Palette palette) {
        RecordingSurface surface = new RecordingSurface(TYPEFACE);
        new StagePainter(TYPEFACE).paint(surface, run, stage(run, area, atNanos), palette, 0);
        return surface;
    }

    private static RecordingSurface paint(RunReport run, long atNanos) {
        return paint(run, AREA, atNanos, Palette.LIGHT);
    }

    @Test
    void channelShowsItsValuesAndWhatWaitsToGoIn() {
        RunReport run = Runs.run(JOBS, TWO_CORES);
        long full = firstOffer(run);
        RecordingSurface drawn = paint(run, full);
        RunStage stage = stage(run, AREA, full);
        String offer = stage.offer(0);
        int next = Integer.parseInt(offer);
        assertThat(drawn.texts()).contains("3 of 3", offer, "" + (next - 1), "" + (next - 2), "" + (next - 3));
        assertThat(x(drawn, "" + (next - 1))).isLessThan(x(drawn, "" + (next - 3)));
        assertThat(x(drawn, offer)).isLessThan(x(drawn, "" + (next - 1)));
        assertThat(paint(run, run.endNanos()).texts()).contains("closed").doesNotContain("3 of 3");
    }

    @Test
    void whatIsNeverReceivedIsShownBesideItsChannel() {
        RunReport run = Runs.run(
                machine -> {
                    Channel<Integer> results = machine.channel("results", 0);
                    for (int i = 1; i <= 2; i++) {
                        int number = i;
                        machine.start("sender " + i, () -> results.send(40 + number));
                    }
                },
                TWO_CORES);
        RunStage stage = stage(run, AREA, run.endNanos());
        StageCard card = stage.layout().cards().getFirst();
        assertThat(stage.senders(card)).containsExactly(1, 2);
        assertThat(stage.offer(0)).isEqualTo("41");
        Words value = paint(run, AREA, run.endNanos(), Palette.LIGHT).words().stream()
                .filter(words -> words.text().equals("41"))
                .findFirst()
                .orElseThrow();
        assertThat(value.box().xPx()).isGreaterThan(card.offer().xPx());
        assertThat(value.box().rightPx()).isLessThan(card.inside().xPx());
        StageMotion.Spot first = stage.tokens(0).get(1);
        assertThat(first.xPx() + first.radiusPx())
                .isLessThanOrEqualTo(card.offer().xPx());
        assertThat(StageWords.of(run, stage)).contains("sender 1 wants to send 41", "sender 2 wants to send 42");
    }

    /** Returns a time at which the producer waits. */
    private static long firstOffer(RunReport run) {
        for (long nanos = 0; nanos < run.endNanos(); nanos += MILLI / 2) {
            if (!stage(run, AREA, nanos).offer(0).isEmpty()) {
                return nanos;
            }
        }
        throw new AssertionError("nobody ever waits to send");
    }

    private static double x(RecordingSurface drawn, String text) {
        return drawn.words().stream()
                .filter(words -> words.text().equals(text))
                .mapToDouble(words -> words.box().xPx())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void forwardsAndBackwardsShowTheSame() {
        RunReport run = Runs.run(JOBS, TWO_CORES);
        RunStage stage = stage(run, AREA, 9 * MILLI);
        RecordingSurface before = new RecordingSurface(TYPEFACE);
        new StagePainter(TYPEFACE).paint(before, run, stage, Palette.LIGHT, 0);
        stage.set(run, AREA, run.endNanos(), 0, false);
        stage.set(run, AREA, 9 * MILLI, 0, false);
        RecordingSurface after = new RecordingSurface(TYPEFACE);
        new StagePainter(TYPEFACE).paint(after, run, stage, Palette.LIGHT, 0);
        assertThat(after.words()).containsExactlyInAnyOrderElementsOf(before.words());
        assertThat(after.shapes()).containsExactlyInAnyOrderElementsOf(before.shapes());
    }

    @Test
    void mutexShowsItsOwnerAndAVariableItsValue() {
        RunReport run = Runs.run(LOCKED, TWO_CORES);
        List<String> locked = paint(run, 5 * MILLI).texts();
        assertThat(locked).contains("7").doesNotContain("free");
        // The owner's letters stand on its token and on the lock.
        assertThat(locked.stream().filter("a1"::equalsIgnoreCase)).hasSize(2);
        assertThat(paint(run, run.endNanos()).texts()).contains("21", "free");
    }

    @Test
    void partialResultsAreCountedAndTheLatestIsShown() {
        RunReport run = Runs.run(JOBS, TWO_CORES);
        assertThat(paint(run, run.endNanos()).texts()).contains("10", "job 10");
    }

    @Test
    void whatIsNotMeasuredIsNotShown() {
        RunReport run = Runs.run(
                machine -> {
                    machine.channel("used at once", 1).send(1);
                    machine.start("stuck", () -> machine.channel("never", 3).receive());
                },
                TWO_CORES.withClock(Clock.MEASURED));
        List<String> drawn = paint(run, run.endNanos()).texts();
        assertThat(drawn)
                .anyMatch(text -> text.contains("never"))
                .noneMatch(text -> text.contains(" of "))
                .noneMatch(text -> text.contains("unused"));
    }

    @ParameterizedTest
    @CsvSource({
        "270, 104, 3",
        "270, 104, 300",
        "270, 150, 3",
        "270, 150, 300",
        "370, 220, 3",
        "370, 220, 300",
        "660, 200, 3",
        "1230, 380, 300"
    })
    void everyTextLiesInTheArea(double widthPx, double heightPx, int tasks) {
        Box area = new Box(14, 32, widthPx, heightPx);
        for (int cores : new int[] {1, 2, 64}) {
            RunReport run =
                    Runs.run(manyThings(tasks), TWO_CORES.withCores(cores).withQuantumNanos(MILLI));
            for (int part = 0; part <= 8; part++) {
                RecordingSurface drawn = paint(run, area, run.endNanos() * part / 8, Palette.LIGHT);
                for (Words words : drawn.words()) {
                    assertThat(words.box().xPx()).as("%s", words).isGreaterThanOrEqualTo(area.xPx() - 6);
                    assertThat(words.box().rightPx()).as("%s", words).isLessThanOrEqualTo(area.rightPx() + 6);
                    assertThat(words.box().bottomPx()).as("%s", words).isLessThanOrEqualTo(area.bottomPx() + 2);
                }
            }
        }
    }

    private static Program manyThings(int tasks) {
        return machine -> {
            Channel<String> words = machine.channel("words", 4);
            Channel<Integer> meeting = machine.channel("meeting", 0);
            Mutex mutex = machine.mutex("a mutex with a long name");
            SharedLong total = machine.shared("total", 1_000_000_000_000L);
            for (int i = 0; i < tasks; i++) {
                int number = i;
                machine.start("task " + i, () -> {
                    mutex.lock();
                    total.write(total.read() + 1);
                    machine.compute(MILLI);
                    mutex.unlock();
                    machine.sleep(MILLI);
                    words.trySend("a long text, number " + number);
                    if (number % 2 == 0) {
                        meeting.send(number);
                    } else {
                        meeting.receive();
                    }
                    machine.emit("a partial result with many words " + number);
                });
            }
        };
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void textStandsOutFromAllItMayLieOn(boolean dark) {
        Palette palette = Palette.of(dark);
        RunReport run = Runs.run(JOBS, TWO_CORES);
        Colour card = palette.laneBackground().over(palette.background(), 0.6);
        RecordingSurface drawn = paint(run, AREA, firstOffer(run), palette);
        assertThat(drawn.shapes()).extracting(RecordingSurface.Shape::colour).contains(card);
        for (Words words : drawn.words()) {
            if (words.colour().equals(palette.ink()) || words.colour().equals(palette.mutedInk())) {
                for (Colour ground : List.of(palette.background(), card)) {
                    assertThat(Colour.contrast(words.colour(), ground)).isGreaterThanOrEqualTo(4.5);
                }
            }
        }
        assertThat(Colour.contrast(palette.ink(), palette.simulated().ground())).isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void objectsAreToldInWords() {
        RunReport run = Runs.run(JOBS, TWO_CORES);
        long full = firstOffer(run);
        RunStage stage = stage(run, AREA, full);
        assertThat(StageWords.of(run, stage))
                .contains("channel jobs 3 of 3, the oldest first: ")
                .contains("producer wants to send " + stage.offer(0));
        RunReport locked = Runs.run(LOCKED, TWO_CORES);
        assertThat(StageWords.of(locked, stage(locked, AREA, 5 * MILLI)))
                .contains("mutex door locked by adder 1")
                .contains("shared variable total 7")
                .contains("blocked on mutex door adder 2");
    }

    @Test
    void pointerIsToldWhatItIsOver() {
        RunReport run = Runs.run(LOCKED, TWO_CORES);
        RunStage stage = stage(run, AREA, 5 * MILLI);
        StageMotion.Spot owner = stage.tokens(0).get(1);
        assertThat(stage.taskAt(owner.xPx() + 1, owner.yPx(), 0)).isEqualTo(1);
        assertThat(stage.taskAt(0, 0, 0)).isEqualTo(-1);
        assertThat(StageWords.of(run.trace(), stage, stage.layout().cards().getFirst()))
                .isEqualTo("mutex door locked by adder 1\nthere: adder 2, adder 3");
    }

    @Test
    void longRunIsReadOnAnotherThread() {
        Program program = machine -> {
            SharedLong total = machine.shared("total", 0);
            machine.start("adder", () -> {
                for (int i = 0; i < 60_000; i++) {
                    total.write(i);
                }
            });
        };
        RunReport run = Runs.run(program, TWO_CORES);
        RunStage stage = new RunStage();
        stage.show(run);
        assertThat(stage.reading()).isTrue();
        Await.until("the run to be read", () -> {
            stage.show(run);
            return !stage.reading();
        });
        stage.set(run, AREA, run.endNanos(), 0, false);
        RecordingSurface drawn = new RecordingSurface(TYPEFACE);
        new StagePainter(TYPEFACE).paint(drawn, run, stage, Palette.LIGHT, 0);
        assertThat(drawn.texts()).contains("59999");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void textsCanBeReadOnWhatLiesBelowThem(boolean dark) {
        for (Program program : List.of(JOBS, LOCKED)) {
            RunReport run = Runs.run(program, TWO_CORES);
            for (long nanos = 0; nanos <= run.endNanos(); nanos += MILLI / 2) {
                ContrastSurface surface = new ContrastSurface(TYPEFACE);
                Palette palette = Palette.of(dark);
                surface.fillRect(new Box(0, 0, 1_000, 1_000), palette.background());
                new StagePainter(TYPEFACE).paint(surface, run, stage(run, AREA, nanos), palette, 0);
                assertThat(surface.texts()).isNotEmpty();
                assertThat(surface.faint()).as("at %d ns", nanos).isEmpty();
            }
        }
    }
}
