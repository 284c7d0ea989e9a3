package org.coreograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.coreograph.testkit.Console;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Answers that textbooks publish, asked of {@code run jobs} as a student would. The exercises are those of
 * Silberschatz, Galvin and Gagne (Operating System Concepts, chapter 5), Stallings (Operating Systems, chapter 9) and
 * the Arpaci-Dusseaus (Operating Systems: Three Easy Pieces, chapter 7), with a millisecond for each of their units.
 */
class SchedulingExercisesTest {
    private static final long MILLI = 1_000_000;

    @ParameterizedTest(name = "{0} of {1} at {2}, quantum {3}: {4}")
    @CsvSource(
            delimiter = '|',
            value = {
                // Silberschatz: the convoy, and the same jobs in a better order.
                "fcfs        | 24,3,3     | 0,0,0     | 10ms | 24,27,30",
                "fcfs        | 3,3,24     | 0,0,0     | 10ms | 3,6,30",
                "round-robin | 24,3,3     | 0,0,0     | 4ms  | 30,7,10",
                // Silberschatz: the exercise of five processes.
                "fcfs        | 2,1,8,4,5  | 0,0,0,0,0 | 10ms | 2,3,11,15,20",
                "round-robin | 2,1,8,4,5  | 0,0,0,0,0 | 2ms  | 2,3,20,13,18",
                "fcfs        | 10,1,2,1,5 | 0,0,0,0,0 | 10ms | 10,11,13,14,19",
                "round-robin | 10,1,2,1,5 | 0,0,0,0,0 | 1ms  | 19,2,7,4,14",
                // Stallings: arrivals two units apart.
                "fcfs        | 3,6,4,5,2  | 0,2,4,6,8 | 10ms | 3,9,13,18,20",
                "round-robin | 3,6,4,5,2  | 0,2,4,6,8 | 1ms  | 4,18,17,20,15",
                "round-robin | 3,6,4,5,2  | 0,2,4,6,8 | 4ms  | 3,17,11,20,19",
                // Arpaci-Dusseau: turnaround and response under a convoy and under turns.
                "fcfs        | 100,10,10  | 0,0,0     | 10ms | 100,110,120",
                "round-robin | 5,5,5      | 0,0,0     | 1ms  | 13,14,15",
            })
    void finishesAreThoseOfTheBook(String policy, String lengths, String arrivals, String quantum, String finishes) {
        JsonObject summary =
                run("--policy", policy, "-P", "lengths=" + lengths, "-P", "arrivals=" + arrivals, "--quantum", quantum);

        assertThat(tasks(summary, "finishNanos")).isEqualTo(millis(finishes));
    }

    @Test
    void averageWaitingOfTheConvoyIsSeventeen() {
        assertThat(average(run("--policy=fcfs"), "readyNanos")).isEqualTo(17 * MILLI);
        assertThat(average(run("--policy=fcfs", "-P", "lengths=3,3,24"), "readyNanos"))
                .isEqualTo(3 * MILLI);
        assertThat(average(run("--quantum=4ms"), "readyNanos")).isEqualTo(17 * MILLI / 3.0);
    }

    @Test
    void averageResponseOfTurnsIsOneUnit() {
        JsonObject summary = run("-P", "lengths=5,5,5", "--quantum=1ms");

        assertThat(average(summary, "responseNanos")).isEqualTo(1 * MILLI);
        assertThat(average(summary, "turnaroundNanos")).isEqualTo(14 * MILLI);
    }

    @Test
    void booksDifferOnArrivalsAtTheInstantOfAPreemption() {
        String[] exercise = {"-P", "lengths=4,2", "-P", "arrivals=0,2", "--quantum=2ms"};

        assertThat(tasks(run(exercise), "finishNanos")).isEqualTo(millis("6,4"));
        assertThat(tasks(
                        run(Stream.concat(Stream.of(exercise), Stream.of("--ties=preempted-first"))
                                .toArray(String[]::new)),
                        "finishNanos"))
                .isEqualTo(millis("4,6"));
    }

    @Test
    void jobWithoutLengthNeedsACoreAllTheSame() {
        JsonObject summary = run("-P", "lengths=5,0,1", "--policy=fcfs");

        assertThat(tasks(summary, "firstRunNanos")).isEqualTo(millis("0,5,5"));
        assertThat(tasks(summary, "finishNanos")).isEqualTo(millis("5,5,6"));
        assertThat(summary.get("contextSwitches").getAsLong()).isEqualTo(2);
    }

    @Test
    void arrivalsAreZeroForAnyNumberOfLengths() {
        JsonObject summary = run("-P", "lengths=1,2,3,4,5");

        assertThat(tasks(summary, "arrivalNanos")).isEqualTo(millis("0,0,0,0,0"));
        assertThat(tasks(summary, "id")).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void idsFollowTheOrderOfTheLengthsWhateverTheArrivals() {
        JsonObject summary = run("-P", "lengths=1,2,3", "-P", "arrivals=9,5.5,0");

        assertThat(tasks(summary, "arrivalNanos")).isEqualTo(List.of(9 * MILLI, 5_500_000L, 0L));
        assertThat(tasks(summary, "runNanos")).isEqualTo(millis("1,2,3"));
    }

    @Test
    void jobsSpreadOverSeveralCores() {
        JsonObject summary = run("--cores=2", "--policy=fcfs", "-P", "lengths=5,3,4,2,1");

        assertThat(tasks(summary, "finishNanos")).isEqualTo(millis("5,3,7,7,8"));
        assertThat(summary.get("makespanNanos").getAsLong()).isEqualTo(8 * MILLI);
    }

    private static JsonObject run(String... options) {
        return new Console()
                .call(Stream.concat(Stream.of("run", "jobs", "--switch-cost=0", "--summary=-"), Stream.of(options))
                        .toArray(String[]::new))
                .json();
    }

    private static List<Long> tasks(JsonObject summary, String figure) {
        return map(summary, task -> task.get(figure).getAsLong());
    }

    private static double average(JsonObject summary, String figure) {
        return tasks(summary, figure).stream()
                .mapToLong(Long::longValue)
                .average()
                .orElseThrow();
    }

    private static List<Long> map(JsonObject summary, ToLongFunction<JsonObject> figure) {
        return summary.getAsJsonArray("tasks").asList().stream()
                .map(task -> figure.applyAsLong(task.getAsJsonObject()))
                .toList();
    }

    private static List<Long> millis(String list) {
        return Stream.of(list.split(","))
                .map(text -> Long.parseLong(text) * MILLI)
                .toList();
    }
}
