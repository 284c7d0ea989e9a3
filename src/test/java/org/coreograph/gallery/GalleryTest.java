package org.coreograph.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.BadInputException;
import org.coreograph.model.Clock;
import org.coreograph.model.Outcome;
import org.coreograph.model.RunEnd;
import org.coreograph.model.RunRequest;
import org.coreograph.model.Settings;
import org.coreograph.model.ThreadKind;
import org.coreograph.testkit.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GalleryTest {
    private static final Gallery GALLERY = new Gallery();

    static List<GalleryProgram> programs() {
        return GALLERY.programs();
    }

    @Test
    void programsAreFoundByTheirIds() {
        assertThat(GALLERY.programs()).extracting(GalleryProgram::id).doesNotHaveDuplicates();
        assertThat(GALLERY.programs())
                .allSatisfy(program -> assertThat(GALLERY.find(program.id())).isSameAs(program));
    }

    @Test
    void unknownProgramsAreRefusedWithThoseThatExist() {
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(() -> GALLERY.find("two-loop"))
                .withMessage("unknown program 'two-loop': choose one of two-loops, multitasking, context, race,"
                        + " array-split, counter, unbuffered, buffered, select, pipeline, web-server, philosophers,"
                        + " amdahl, jobs, ping-pong");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void everyDefaultIsAllowedAndSoAreItsTwins(GalleryProgram program) {
        RunRequest request = new RunRequest(program.id(), Map.of(), Settings.DEFAULTS);
        Map<String, String> typed =
                program.parameters().stream().collect(Collectors.toMap(Parameter::name, Parameter::defaultText));

        assertThat(GALLERY.create(request)).isNotNull();
        assertThat(GALLERY.create(request.withArguments(typed))).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void seedDecidesWhereAProgramSaysSoAndNowhereElse(GalleryProgram program) {
        // The sources of select come together only where their intervals are equal.
        Map<String, String> arguments = program.id().equals("select") ? Map.of("intervals", "50,50,50") : Map.of();
        Set<Object> runs = new HashSet<>();
        for (int seed = 1; seed <= 4; seed++) {
            Settings settings = Settings.DEFAULTS.withCores(3).withSeed(seed);
            RunReport run = Runs.run(GALLERY.create(new RunRequest(program.id(), arguments, settings)), settings);
            runs.add(List.of(
                    run.endNanos(),
                    run.statistics(),
                    Objects.requireNonNull(run.end()).result()));
        }
        assertThat(runs.size() > 1).as("whether runs differ").isEqualTo(program.draws());
    }

    /** A short run of every program, on several machines and under both clocks. */
    static Stream<RunRequest> shortRuns() {
        List<RunRequest> programs = List.of(
                new RunRequest("two-loops", Map.of("count", "20000000"), Settings.DEFAULTS),
                new RunRequest("jobs", Map.of("lengths", "12,1.5,0", "arrivals", "0,0.5,3"), Settings.DEFAULTS),
                new RunRequest("array-split", Map.of("size", "100003", "parts", "7"), Settings.DEFAULTS),
                new RunRequest("ping-pong", Map.of("rounds", "5", "capacity", "1"), Settings.DEFAULTS),
                new RunRequest("ping-pong", Map.of("rounds", "5"), Settings.DEFAULTS),
                new RunRequest("jobs", Map.of("bursts", "2/3/1,0/1,4"), Settings.DEFAULTS),
                counter("mutex"),
                counter("atomic"),
                counter("owner"),
                counter("channel-lock"));
        List<Settings> machines = List.of(
                Settings.DEFAULTS,
                Settings.DEFAULTS.withCores(2),
                Settings.DEFAULTS.withCores(64).withThreads(ThreadKind.PLATFORM),
                Settings.DEFAULTS.withClock(Clock.MEASURED),
                Settings.DEFAULTS.withClock(Clock.MEASURED).withCores(2).withThreads(ThreadKind.PLATFORM));
        return programs.stream().flatMap(program -> machines.stream().map(program::withSettings));
    }

    private static RunRequest counter(String guard) {
        return new RunRequest("counter", Map.of("tasks", "3", "increments", "20", "guard", guard), Settings.DEFAULTS);
    }

    private static final Map<String, Map<String, Object>> RESULTS = Map.of(
            "two-loops", Map.of("counted", 40_000_000L),
            "jobs", Map.of("jobs", 3),
            "array-split", Map.of("sum", sumOfArray(100_003)),
            "ping-pong", Map.of("hits", 10),
            "counter", Map.of("counter", 60L));

    private static long sumOfArray(int size) {
        long sum = 0;
        for (long i = 0; i < size; i++) {
            sum += i * 7919 % 1024;
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("shortRuns")
    void everyProgramCompletesWithTheSameResultOnEveryMachine(RunRequest request) {
        RunEnd end = Objects.requireNonNull(
                Runs.run(GALLERY.create(request), request.settings()).end());

        assertThat(end.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(end.result()).isEqualTo(RESULTS.get(request.program()));
    }

    @ParameterizedTest
    @MethodSource("shortRuns")
    void mainNeverTakesACore(RunRequest request) {
        RunReport report = Runs.run(GALLERY.create(request), request.settings());

        assertThat(report.trace().listed(0)).isFalse();
        assertThat(report.statistics().tasks()).isNotEmpty();
    }

    @Test
    void pingPongNeverRunsTwoAtOnceHoweverManyCores() {
        RunRequest request =
                new RunRequest("ping-pong", Map.of("rounds", "20"), Settings.DEFAULTS.withSwitchCostNanos(0));

        Set<Long> makespans = new HashSet<>();
        for (int cores : List.of(1, 2, 8)) {
            Settings settings = request.settings().withCores(cores);
            makespans.add(
                    Runs.run(GALLERY.create(request), settings).statistics().makespanNanos());
        }

        assertThat(makespans).containsExactly(40_000_000L);
    }

    @Test
    void eightPartsOnThreeCoresTakeThreeRounds() {
        RunRequest request =
                new RunRequest("array-split", Map.of("size", "800000"), Settings.DEFAULTS.withSwitchCostNanos(0));

        assertThat(makespanNanos(request, 1)).isEqualTo(800_000);
        assertThat(makespanNanos(request, 3)).isEqualTo(300_000);
    }

    @Test
    void twoLoopsGainFromASecondCoreAndNotFromAThird() {
        RunRequest request = new RunRequest("two-loops", Map.of(), Settings.DEFAULTS);

        assertThat(makespanNanos(request, 2)).isEqualTo(1_000_000_000);
        assertThat(makespanNanos(request, 3)).isEqualTo(1_000_000_000);
        // 200 slices of 10 ms, and a switch before each but the first.
        assertThat(makespanNanos(request, 1)).isEqualTo(2_000_000_000L + 199 * 5_000);
    }

    private static long makespanNanos(RunRequest request, int cores) {
        return Runs.run(GALLERY.create(request), request.settings().withCores(cores))
                .statistics()
                .makespanNanos();
    }
}
