package org.coreograph.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.coreograph.model.Clock;
import org.coreograph.model.Outcome;
import org.coreograph.model.RequestWords;
import org.coreograph.model.RunEnd;
import org.coreograph.model.RunRequest;
import org.coreograph.model.Settings;
import org.coreograph.model.ThreadKind;
import org.coreograph.testkit.Runs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The programs really run too: small ones, on both kinds of thread, with what doesn't depend on time in the result. */
class MeasuredProgramsTest {
    private static final Gallery GALLERY = new Gallery();

    static final Map<String, Map<String, Object>> EXPECTED = Map.ofEntries(
            Map.entry("two-loops -P count=2000000 -P busy=on", Map.of("counted", 4_000_000L)),
            Map.entry(
                    "multitasking -P pieces=3 -P frame=0.5 -P block=0.2 -P chunk=0.3 -P key-every=2",
                    Map.of("partialResults", 12)),
            Map.entry("context -P operations=5 -P operation=0.2 -P between=0.1", Map.of("operations", 10)),
            Map.entry("race -P laps=2 -P lap=0.3 -P wait=1", Map.of("laps", 8)),
            Map.entry("array-split -P size=1000 -P deadline=60000", Map.of("deadlineMet", true)),
            Map.entry("unbuffered -P produce=0.1 -P consume=0.3", Map.of("received", 8)),
            Map.entry(
                    "buffered -P bursts=2 -P pause=2 -P consume=0.1 -P capacity=18",
                    Map.of("received", 18, "foundFull", 0)),
            Map.entry("select -P intervals=3,2 -P messages=2 -P timeout=5000 -P quit=100", Map.of("endedBy", "quit")),
            Map.entry(
                    "select -P intervals=3,2 -P messages=2 -P timeout=500",
                    Map.of("received", 4, "endedBy", "timeout")),
            Map.entry("pipeline -P stages=0.1,0.3,0.2", Map.of("sum", 78L)),
            Map.entry("pipeline -P stages=0.1 -P accounts=ordered", Map.of("seenByAuditor", 200L, "total", 200L)),
            Map.entry("pipeline -P stages=0.1 -P accounts=owner", Map.of("seenByAuditor", 200L, "total", 200L)),
            Map.entry("pipeline -P stages=0.1 -P accounts=separate", Map.of("total", 200L)),
            Map.entry("web-server -P compute=0.1 -P wait=0.5", Map.of("served", 60, "mostAlive", 8L)),
            Map.entry("web-server -P mode=thread -P compute=0.1 -P wait=0.5", Map.of("served", 60)),
            Map.entry("web-server -P mode=task -P compute=0.1 -P wait=0.5", Map.of("served", 60)),
            Map.entry("philosophers -P cure=own -P reach=0.2 -P think=0.1 -P eat=0.1", Map.of("meals", 15)),
            Map.entry("philosophers -P cure=waiter -P reach=0.2 -P think=0.1 -P eat=0.1", Map.of("meals", 15)),
            Map.entry("philosophers -P cure=timeout -P reach=0.2 -P think=0.1 -P eat=0.1", Map.of("meals", 15)),
            Map.entry("philosophers -P cure=order -P reach=0.2 -P think=0.1 -P eat=0.1", Map.of("meals", 15)),
            Map.entry("amdahl -P work=10", Map.of("parts", 64)));

    static Stream<Arguments> runs() {
        return EXPECTED.entrySet().stream()
                .flatMap(entry -> Arrays.stream(ThreadKind.values())
                        .flatMap(threads -> Stream.of(1, 2)
                                .map(cores -> Arguments.of(entry.getKey(), threads, cores, entry.getValue()))));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("runs")
    void everyProgramCompletesWithItsResult(String line, ThreadKind threads, int cores, Map<String, Object> expected) {
        RunEnd end = end(line, threads, cores);

        assertThat(end.reason()).isNull();
        assertThat(end.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(end.result()).containsAllEntriesOf(expected);
    }

    static Stream<ThreadKind> threads() {
        return Arrays.stream(ThreadKind.values());
    }

    @ParameterizedTest
    @MethodSource("threads")
    void philosophersWithoutACureReallyDeadlock(ThreadKind threads) {
        RunEnd end = end("philosophers -P think=0 -P reach=100", threads, 5);

        assertThat(end.outcome()).isEqualTo(Outcome.DEADLOCK);
        assertThat(List.copyOf(end.stuck())).hasSize(5);
    }

    private static RunEnd end(String line, ThreadKind threads, int cores) {
        Settings settings =
                Settings.DEFAULTS.withClock(Clock.MEASURED).withThreads(threads).withCores(cores);
        RunRequest request = RequestWords.read(RequestWords.split(line), new RunRequest("", Map.of(), settings));
        return Objects.requireNonNull(
                Runs.run(GALLERY.create(request), request.settings()).end());
    }
}
