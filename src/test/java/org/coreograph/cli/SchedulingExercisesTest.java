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
 * the Arpaci-Dusseaus (Operating Systems: Three Easy Pieces, chapters 7 and 8), and one of Tanenbaum's (Modern Operating
 * Systems, chapter 2), with a millisecond for each of their units.
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

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                // Silberschatz: the examples of shortest job first, and of taking the core for a shorter remainder.
                "--policy=sjf -P lengths=6,8,7,3                                      | 9,24,16,3",
                "--policy=stcf -P lengths=8,4,9,5 -P arrivals=0,1,2,3                 | 17,5,26,10",
                "--policy=sjf -P lengths=8,4,9,5 -P arrivals=0,1,2,3                  | 8,12,26,17",
                // Silberschatz: priorities, and turns among equals.
                "--policy=priority -P lengths=10,1,2,1,5 -P priorities=3,1,4,5,2      | 16,1,18,19,6",
                "--policy=priority --quantum=2ms -P lengths=4,5,8,7,3 -P priorities=3,2,2,1,3 | 26,16,20,7,27",
                // Silberschatz: the exercise in which a larger number goes first, and the core idles in between.
                "--policy=priority -P lengths=20,25,25,15,10,10 -P arrivals=0,25,30,60,100,105"
                        + " -P priorities=-40,-30,-30,-35,-5,-10 | 20,80,90,75,120,115",
                // Silberschatz: the exercise of five processes again.
                "--policy=sjf -P lengths=10,1,2,1,5                                   | 19,1,4,2,9",
                // Stallings: shortest next and shortest remaining; feedback with quanta that double.
                "--policy=sjf -P lengths=3,6,4,5,2 -P arrivals=0,2,4,6,8              | 3,9,15,20,11",
                "--policy=stcf -P lengths=3,6,4,5,2 -P arrivals=0,2,4,6,8             | 3,15,8,20,10",
                "--policy=mlfq --set=mlfq.levels=4 --set=mlfq.quanta=1ms,2ms,4ms,8ms -P lengths=3,6,4,5,2"
                        + " -P arrivals=0,2,4,6,8 | 4,17,18,20,14",
                // Arpaci-Dusseau: late short jobs behind a long one, without and with preemption.
                "--policy=sjf -P lengths=100,10,10 -P arrivals=0,10,10                | 100,110,120",
                "--policy=stcf -P lengths=100,10,10 -P arrivals=0,10,10               | 120,20,30",
                "--policy=sjf -P lengths=100,10,10                                    | 120,10,20",
                // Arpaci-Dusseau: a short job comes while a long one is at the bottom of three levels.
                "--policy=mlfq -P lengths=200,20 -P arrivals=0,100                    | 220,120",
                // Tanenbaum: five batch jobs, with priorities of which 5 is the highest.
                "--policy=priority -P lengths=10,6,2,4,8 -P priorities=-3,-5,-2,-1,-4 | 24,6,26,30,14",
                "--policy=sjf -P lengths=10,6,2,4,8                                   | 30,12,2,6,20",
                "--policy=fcfs -P lengths=10,6,2,4,8                                  | 10,16,18,22,30",
            })
    void policiesFinishAsInTheBook(String options, String finishes) {
        assertThat(tasks(run(options.trim().split("\\s+")), "finishNanos")).isEqualTo(millis(finishes));
    }

    /** An entrance examination (GATE 2006): a fifth of the time is I/O, then they compute, then a tenth is I/O again. */
    @Test
    void coreIdlesForFiveOfFortySevenWhereIoOverlaps() {
        JsonObject summary = run("--policy=stcf", "-P", "bursts=0/2/7/1,0/4/14/2,0/6/21/3");

        assertThat(tasks(summary, "finishNanos")).isEqualTo(millis("10,25,47"));
        assertThat(summary.getAsJsonArray("coreTimes")
                        .get(0)
                        .getAsJsonObject()
                        .get("idleNanos")
                        .getAsLong())
                .isEqualTo(5 * MILLI);
    }

    /** Arpaci-Dusseau: treating each burst as a job of its own lets one job compute while the other waits for the disk. */
    @Test
    void shortBurstsOverlapWithALongJob() {
        String shortBursts = "10/10/10/10/10/10/10/10/10";
        JsonObject overlapped = run("--policy=stcf", "-P", "bursts=" + shortBursts + ",60");

        assertThat(tasks(overlapped, "finishNanos")).isEqualTo(millis("90,110"));
        assertThat(tasks(overlapped, "blockedNanos")).isEqualTo(millis("40,0"));
        assertThat(tasks(run("--policy=fcfs", "-P", "bursts=" + shortBursts + ",60"), "finishNanos"))
                .isEqualTo(millis("140,70"));
    }

    @Test
    void jobsWaitForDevicesSideBySide() {
        JsonObject summary = run("--policy=fcfs", "-P", "bursts=2/6,2/6");

        assertThat(tasks(summary, "finishNanos")).isEqualTo(millis("8,10"));
        assertThat(tasks(summary, "runNanos")).isEqualTo(millis("2,2"));
        assertThat(tasks(summary, "blockedNanos")).isEqualTo(millis("6,6"));
    }

    @Test
    void ioThatTakesNoTimeIsNone() {
        JsonObject summary = run("--policy=sjf", "-P", "bursts=9/0/1,3/0,5");

        assertThat(tasks(summary, "finishNanos")).isEqualTo(millis("18,3,8"));
        assertThat(tasks(summary, "blockedNanos")).isEqualTo(millis("0,0,0"));
    }

    @Test
    void ticketsAreSharesOfTheCore() {
        JsonObject summary = run("--policy=fair", "--quantum=1ms", "-P", "lengths=30,30", "-P", "tickets=3,1");

        assertThat(tasks(summary, "finishNanos")).isEqualTo(millis("40,60"));
    }

    @Test
    void goRunsWhatWasSpawnedLastFirst() {
        JsonObject summary = run("--runtime=go", "-P", "lengths=1,1,1,1,1,1,1,1,1,1");

        assertThat(tasks(summary, "finishNanos")).isEqualTo(millis("2,3,4,5,6,7,8,9,10,1"));
    }

    @Test
    void virtualThreadsKeepTheirCoreUntilTheyBlock() {
        JsonObject summary = run("--runtime=loom", "-P", "bursts=30,3/5/3,3");

        assertThat(tasks(summary, "finishNanos")).isEqualTo(millis("30,41,36"));
        assertThat(summary.get("policy").getAsString()).isEqualTo("fcfs");
        assertThat(summary.get("quantumNanos").isJsonNull()).isTrue();
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
