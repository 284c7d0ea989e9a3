package org.coreograph.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.coreograph.analysis.FigureReader;
import org.coreograph.analysis.RunReport;
import org.coreograph.analysis.TimeLens;
import org.coreograph.model.Durations;
import org.coreograph.model.Figure;
import org.coreograph.model.Interleave;
import org.coreograph.model.Outcome;
import org.coreograph.model.RequestWords;
import org.coreograph.model.RunRequest;
import org.coreograph.model.Settings;
import org.coreograph.testkit.Invariants;
import org.coreograph.testkit.Runs;
import org.coreograph.trace.Lane;
import org.coreograph.trace.SpanKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** What a class is to see in each program can be seen, on any number of cores. */
class ObservationsTest {
    private static final Gallery GALLERY = new Gallery();
    private static final String FREE = " --switch-cost 0";

    private static RunReport run(String line) {
        RunRequest request =
                RequestWords.read(RequestWords.split(line), new RunRequest("", Map.of(), Settings.DEFAULTS));
        RunReport report = Runs.run(GALLERY.create(request), request.settings());
        Invariants.hold(report);
        return report;
    }

    private static RunReport run(String line, int cores) {
        return run(line + " --cores " + cores);
    }

    private static RunReport completed(String line, int cores) {
        RunReport report = run(line, cores);
        assertThat(Objects.requireNonNull(report.end()).outcome()).as(line).isEqualTo(Outcome.COMPLETED);
        return report;
    }

    private static long makespanNanos(String line, int cores) {
        return completed(line, cores).statistics().makespanNanos();
    }

    private static Object figure(String figure, String line, int cores) {
        return FigureReader.read(Figure.parse(figure), completed(line, cores));
    }

    private static long number(String figure, String line, int cores) {
        return ((Number) figure(figure, line, cores)).longValue();
    }

    // two-loops

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 64})
    void twoLoopsTakeHalfTheTimeOnTwoCoresAndNoLessOnMore(int cores) {
        assertThat(makespanNanos("two-loops" + FREE, 1)).isEqualTo(2 * Durations.SECOND);
        assertThat(makespanNanos("two-loops" + FREE, cores)).isEqualTo(Durations.SECOND);
    }

    @Test
    void onABusyMachineTwoCoresRunTheLoopsInTurnsAndFourSideBySide() {
        RunReport busy = completed("two-loops -P busy=on --quantum 50ms" + FREE, 2);

        assertThat(togetherNanos(busy, "A", "B")).isZero();
        assertThat(number("finish B", "two-loops -P busy=on" + FREE, 2)).isEqualTo(2 * Durations.SECOND);
        assertThat(number("finish B", "two-loops -P busy=on" + FREE, 4)).isEqualTo(Durations.SECOND);
        assertThat(figure("result counted", "two-loops -P busy=on", 2)).isEqualTo(2_000_000_000L);
    }

    private static long togetherNanos(RunReport report, String one, String other) {
        Lane first = lane(report, one);
        Lane second = lane(report, other);
        long together = 0;
        for (int i = 0; i < first.size(); i++) {
            for (int j = 0; j < second.size(); j++) {
                if (first.kind(i) == SpanKind.RUNNING && second.kind(j) == SpanKind.RUNNING) {
                    together += Math.max(
                            0,
                            Math.min(first.endNanos(i), second.endNanos(j))
                                    - Math.max(first.startNanos(i), second.startNanos(j)));
                }
            }
        }
        return together;
    }

    private static Lane lane(RunReport report, String name) {
        int task = 0;
        while (!report.trace().tasks().get(task).name().equals(name)) {
            task++;
        }
        return report.trace().taskLane(task);
    }

    // multitasking

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aSmallerQuantumAnswersFasterAndSwitchesMore(int cores) {
        String coarse = "multitasking --quantum 50ms";
        String fine = "multitasking --quantum 2ms";

        assertThat(number("result slowestKeyNanos", fine, cores))
                .isLessThan(number("result slowestKeyNanos", coarse, cores));
        assertThat(number("context-switches", fine, cores)).isGreaterThan(number("context-switches", coarse, cores));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 64})
    void withACoreForEachTaskAKeyWaitsForNobody(int cores) {
        assertThat(number("result slowestKeyNanos", "multitasking" + FREE, cores))
                .isEqualTo(Durations.MILLI);
    }

    // context

    @Test
    void theLensMakesAnyNumberFromOneToTwoOfOneTrace() {
        RunReport report = completed("context --quantum 50ms --switch-cost 100us", 1);

        assertThat(TimeLens.apparent(report.trace(), 0)).isCloseTo(0.998, within(0.001));
        assertThat(TimeLens.apparent(report.trace(), 25 * Durations.MILLI)).isCloseTo(1.485, within(0.001));
        assertThat(TimeLens.apparent(report.trace(), 50 * Durations.MILLI)).isCloseTo(1.971, within(0.001));
        assertThat(TimeLens.apparent(report.trace(), 125 * Durations.MILLI)).isCloseTo(2, within(0.001));
    }

    @Test
    void anOperationIsAtomicInANarrowContextAndNotInAWideOne() {
        String turns = "context --quantum 50ms -P context=";

        assertThat(number("result atomic", turns + 0, 1)).isEqualTo(200);
        assertThat(number("result atomic", turns + 10, 1)).isBetween(100L, 199L);
        assertThat(number("result atomic", turns + 100, 1)).isLessThan(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 64})
    void sideBySideNoOperationIsAtomic(int cores) {
        assertThat(number("result atomic", "context", cores)).isZero();
    }

    // race

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 64})
    void theOrderOfFinishChangesWithTheSeedAndTheWorkDoesNot(int cores) {
        Set<Object> orders = new HashSet<>();
        Set<Long> work = new HashSet<>();
        for (int seed = 1; seed <= 20; seed++) {
            RunReport report = completed("race --seed " + seed, cores);
            orders.add(FigureReader.read(Figure.parse("result order"), report));
            work.add(report.statistics().workNanos());
        }

        assertThat(orders).hasSizeGreaterThan(3);
        assertThat(work).containsExactly(200 * Durations.MILLI);
    }

    // array-split

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 64})
    void theSumIsTheSameOnAnyScheduleAndCores(int cores) {
        Object sum = figure("result sum", "array-split", 1);
        for (int seed = 1; seed <= 5; seed++) {
            String drawn = "array-split --interleave random --jitter 50% --quantum 100us --seed " + seed;
            assertThat(figure("result sum", drawn, cores)).isEqualTo(sum);
        }
    }

    @Test
    void aDeadlineIsMetWithEnoughCores() {
        String deadline = "array-split -P deadline=1.2";

        assertThat(figure("result deadlineMet", deadline, 1)).isEqualTo(false);
        assertThat(figure("result deadlineMet", deadline, 2)).isEqualTo(false);
        assertThat(figure("result deadlineMet", deadline, 4)).isEqualTo(true);
        assertThat(figure("result deadlineMet", deadline, 64)).isEqualTo(true);
        assertThat(Objects.requireNonNull(completed("array-split", 1).end()).result())
                .containsOnlyKeys("sum");
    }

    // counter

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 64})
    void nothingAndAMutexLeftToTheCallersLoseUpdates(int cores) {
        assertThat(number("result counter", "counter", cores)).isBetween(2L, 1_999L);
        assertThat(number("result counter", "counter -P guard=exposed", cores)).isBetween(2L, 1_999L);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"NONE", "EXPOSED"})
    void theOtherGuardsLoseNothing(Counter.Guard guard) {
        for (int cores : List.of(1, 2, 4, 64)) {
            assertThat(number("result counter", "counter -P guard=" + guard.id(), cores))
                    .isEqualTo(2_000);
        }
    }

    // unbuffered

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 64})
    void theSenderWaitsUntilItsJobIsReceived(int cores) {
        // The first job is waited for; each of the others is ready 20 ms before the receiver is.
        assertThat(number("result sendingNanos", "unbuffered" + FREE, cores)).isEqualTo(7 * 20 * Durations.MILLI);
        assertThat(number("blocked sender", "unbuffered" + FREE, cores)).isEqualTo(7 * 20 * Durations.MILLI);
    }

    @Test
    void onOneCoreTheSenderIsBlockedToo() {
        assertThat(number("blocked sender", "unbuffered", 1)).isPositive();
        assertThat(number("result received", "unbuffered", 1)).isEqualTo(8);
    }

    // buffered

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 64})
    void roomAbsorbsBurstsAndNoConsumerThatIsSlowerForEver(int cores) {
        assertThat(number("result foundFull", "buffered", cores)).isZero();
        assertThat(number("result foundFull", "buffered -P capacity=0", cores)).isPositive();
        assertThat(number("result foundFull", "buffered -P consume=4", cores)).isPositive();
        assertThat(number("result foundFull", "buffered -P consume=4 -P capacity=50 -P bursts=8", cores))
                .isZero();
        assertThat(number("result foundFull", "buffered -P consume=4 -P capacity=50 -P bursts=80", cores))
                .isPositive();
    }

    // select

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 64})
    void whoIsReadyFirstGoesFirstAndATimeoutOrQuitEndsTheWait(int cores) {
        assertThat((String) figure("result order", "select", cores)).startsWith("2 2 1");
        assertThat((String) figure("result order", "select -P intervals=110,70,30", cores))
                .startsWith("3 3 2");
        assertThat(figure("result endedBy", "select", cores)).isEqualTo("timeout");
        assertThat(number("result received", "select", cores)).isEqualTo(12);
        assertThat(number("result received", "select -P timeout=25", cores)).isZero();
        assertThat(figure("result endedBy", "select -P quit=100", cores)).isEqualTo("quit");
        assertThat(number("result received", "select -P quit=100", cores)).isEqualTo(4);
    }

    // pipeline

    @ParameterizedTest
    @ValueSource(ints = {4, 64})
    void aPipelineIsAsFastAsItsSlowestStage(int cores) {
        long firstMillis = 10 + 30 + 20;

        assertThat(makespanNanos("pipeline" + FREE, cores)).isEqualTo((firstMillis + 11 * 30) * Durations.MILLI);
        // Three times as fast before and behind it: only the first item gains.
        assertThat(makespanNanos("pipeline -P stages=3,30,6" + FREE, cores))
                .isEqualTo((3 + 30 + 6 + 11 * 30) * Durations.MILLI);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void withFewerCoresThanStagesTheCoresAreTheSlowestStage(int cores) {
        assertThat(makespanNanos("pipeline" + FREE, cores))
                .isBetween(720L / cores * Durations.MILLI, 720 * Durations.MILLI);
        assertThat(figure("result sum", "pipeline", cores)).isEqualTo(78L);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 64})
    void locksOfAccountsDoNotComposeAndMessagesDo(int cores) {
        assertThat(number("result seenByAuditor", "pipeline -P accounts=separate", cores))
                .isLessThan(200);
        assertThat(number("result total", "pipeline -P accounts=separate", cores))
                .isEqualTo(200);
        for (String good : List.of("ordered", "owner")) {
            assertThat(number("result seenByAuditor", "pipeline -P accounts=" + good, cores))
                    .isEqualTo(200);
            assertThat(number("result total", "pipeline -P accounts=" + good, cores))
                    .isEqualTo(200);
        }

        RunReport nested = run("pipeline -P accounts=nested", cores);
        assertThat(Objects.requireNonNull(nested.end()).outcome()).isEqualTo(Outcome.DEADLOCK);
        assertThat(nested.end().stuck()).hasSize(2);
        assertThat(nested.end().result()).containsEntry("sum", 78L);
    }

    // web-server

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void theBestPoolIsNearCoresTimesOnePlusWaitOverCompute(int cores) {
        assertThat(bestPool("web-server -P requests=200", cores)).isBetween(4 * cores, 4 * cores + cores + 1);
    }

    @Test
    void theBestPoolOf64CoresIsNear256() {
        String line = "web-server -P requests=4096 -P thread-spawn=0" + FREE + " -P workers=";

        assertThat(makespanNanos(line + 192, 64)).isGreaterThan(makespanNanos(line + 256, 64) * 5 / 4);
        assertThat(makespanNanos(line + 384, 64)).isGreaterThan(makespanNanos(line + 256, 64) * 9 / 10);
    }

    /** Returns the smallest pool that takes at most a twentieth longer than the fastest one. */
    private static int bestPool(String line, int cores) {
        long[] makespans = new long[8 * cores + 1];
        long least = Long.MAX_VALUE;
        for (int workers = 1; workers < makespans.length; workers++) {
            makespans[workers] = makespanNanos(line + " -P workers=" + workers, cores);
            least = Math.min(least, makespans[workers]);
        }
        int best = 1;
        while (makespans[best] > least * 21 / 20) {
            best++;
        }
        return best;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 64})
    void aTaskARequestCostsLessThanAThread(int cores) {
        String thread = "web-server -P mode=thread -P requests=500";
        String task = "web-server -P mode=task -P requests=500";

        assertThat(number("result declaredBytes", task, cores))
                .isLessThan(number("result declaredBytes", thread, cores));
        assertThat(makespanNanos(task, cores)).isLessThan(makespanNanos(thread, cores));
        assertThat(number("result served", "web-server", cores)).isEqualTo(60);
    }

    // philosophers

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 64})
    void philosophersStarveWithoutACure(int cores) {
        RunReport report = run("philosophers", cores);

        assertThat(Objects.requireNonNull(report.end()).outcome()).isEqualTo(Outcome.DEADLOCK);
        assertThat(report.end().stuck()).hasSize(5);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void everyCureLetsAllEatWhateverTheSchedule(Philosophers.Cure cure) {
        for (int cores : List.of(1, 2, 4, 64)) {
            assertThat(figure("result meals", "philosophers -P cure=" + cure.id(), cores))
                    .isEqualTo(15);
            for (int seed = 1; seed <= 25; seed++) {
                String drawn = "philosophers -P cure=" + cure.id() + " --jitter 80% --interleave "
                        + Interleave.RANDOM.id() + " --seed " + seed;
                assertThat(figure("result meals", drawn, cores)).isEqualTo(15);
            }
        }
    }

    // amdahl

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 64})
    void withATenthSerialNothingIsTenTimesAsFast(int cores) {
        double ratio = (double) makespanNanos("amdahl" + FREE, 1) / makespanNanos("amdahl" + FREE, cores);

        assertThat(ratio).isCloseTo(1 / (0.1 + 0.9 / cores), within(0.01));
        assertThat(makespanNanos("amdahl -P parts=256" + FREE, 256)).isGreaterThan(Durations.SECOND / 10);
    }

    // jobs

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theBestTurnaroundAndTheBestResponseContradictEachOther(int cores) {
        String shortest = "jobs --policy sjf" + FREE;
        String turns = "jobs --policy round-robin --quantum 1ms" + FREE;

        assertThat(number("mean-turnaround", shortest, cores)).isLessThan(number("mean-turnaround", turns, cores));
        assertThat(number("mean-response", turns, cores)).isLessThan(number("mean-response", shortest, cores));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 64})
    void withACoreForEachJobNoPolicyMatters(int cores) {
        assertThat(number("mean-waiting", "jobs --policy sjf", cores)).isZero();
        assertThat(number("mean-waiting", "jobs --quantum 1ms", cores)).isZero();
    }
}
