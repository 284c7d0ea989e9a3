package org.coreograph.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.Durations;
import org.coreograph.model.Named;
import org.coreograph.model.PolicyKind;
import org.coreograph.model.Settings;
import org.coreograph.model.TieRule;
import org.coreograph.testkit.Runs;
import org.coreograph.testkit.Script;
import org.coreograph.testkit.ScriptProgram;
import org.coreograph.testkit.Slices;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers printed in textbooks, and others worked by hand. Times are in milliseconds. */
class TextbookTest {

    /*
     * Silberschatz: Operating System Concepts, 10th edition, 5.3, and the exercises of the 8th (5.12) and 9th (6.16).
     * Stallings: Operating Systems, Internals and Design Principles, table 9.5. OSTEP: Arpaci-Dusseau, chapter 7.
     */
    @ParameterizedTest(name = "{0}: {1}, {6}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        # source              | policy      | q  | cost | ties            | arrivals  | lengths     | finishes       | cores
        Silberschatz, bursts  | fcfs        | 1  | 0    | arrivals-first  | 0,0,0     | 24,3,3      | 24,27,30       | 1:0-24 2:24-27 3:27-30
        Silberschatz, turned  | fcfs        | 1  | 0    | arrivals-first  | 0,0,0     | 3,3,24      | 3,6,30         | 1:0-3 2:3-6 3:6-30
        Silberschatz, q=4     | round-robin | 4  | 0    | arrivals-first  | 0,0,0     | 24,3,3      | 30,7,10        | 1:0-4 2:4-7 3:7-10 1:10-30
        Silberschatz, tie     | round-robin | 4  | 0    | preempted-first | 0,0,0     | 24,3,3      | 30,7,10        | 1:0-4 2:4-7 3:7-10 1:10-30
        Silberschatz 5.12     | round-robin | 1  | 0    | arrivals-first  | 0,0,0,0,0 | 10,1,2,1,5  | 19,2,7,4,14    | 1:0-1 2:1-2 3:2-3 4:3-4 5:4-5 1:5-6 3:6-7 5:7-8 1:8-9 5:9-10 1:10-11 5:11-12 1:12-13 5:13-14 1:14-19
        Silberschatz 5.12     | fcfs        | 1  | 0    | arrivals-first  | 0,0,0,0,0 | 10,1,2,1,5  | 10,11,13,14,19 | 1:0-10 2:10-11 3:11-13 4:13-14 5:14-19
        Silberschatz 6.16     | round-robin | 2  | 0    | arrivals-first  | 0,0,0,0,0 | 2,1,8,4,5   | 2,3,20,13,18   | 1:0-2 2:2-3 3:3-5 4:5-7 5:7-9 3:9-11 4:11-13 5:13-15 3:15-17 5:17-18 3:18-20
        Silberschatz 6.16     | fcfs        | 2  | 0    | arrivals-first  | 0,0,0,0,0 | 2,1,8,4,5   | 2,3,11,15,20   | 1:0-2 2:2-3 3:3-11 4:11-15 5:15-20
        Stallings             | fcfs        | 1  | 0    | arrivals-first  | 0,2,4,6,8 | 3,6,4,5,2   | 3,9,13,18,20   | 1:0-3 2:3-9 3:9-13 4:13-18 5:18-20
        Stallings             | round-robin | 1  | 0    | arrivals-first  | 0,2,4,6,8 | 3,6,4,5,2   | 4,18,17,20,15  | 1:0-2 2:2-3 1:3-4 2:4-5 3:5-6 2:6-7 4:7-8 3:8-9 2:9-10 5:10-11 4:11-12 3:12-13 2:13-14 5:14-15 4:15-16 3:16-17 2:17-18 4:18-20
        Stallings             | round-robin | 4  | 0    | arrivals-first  | 0,2,4,6,8 | 3,6,4,5,2   | 3,17,11,20,19  | 1:0-3 2:3-7 3:7-11 4:11-15 2:15-17 5:17-19 4:19-20
        OSTEP, equal          | fcfs        | 1  | 0    | arrivals-first  | 0,0,0     | 10,10,10    | 10,20,30       | 1:0-10 2:10-20 3:20-30
        OSTEP, convoy         | fcfs        | 1  | 0    | arrivals-first  | 0,0,0     | 100,10,10   | 100,110,120    | 1:0-100 2:100-110 3:110-120
        OSTEP, round robin    | round-robin | 1  | 0    | arrivals-first  | 0,0,0     | 5,5,5       | 13,14,15       | 1:0-1 2:1-2 3:2-3 1:3-4 2:4-5 3:5-6 1:6-7 2:7-8 3:8-9 1:9-10 2:10-11 3:11-12 1:12-13 2:13-14 3:14-15
        arrivals              | fcfs        | 1  | 0    | arrivals-first  | 0,1,2,3   | 8,4,9,5     | 8,12,21,26     | 1:0-8 2:8-12 3:12-21 4:21-26
        arrivals              | round-robin | 4  | 0    | arrivals-first  | 0,1,2,3   | 8,4,9,5     | 20,8,26,25     | 1:0-4 2:4-8 3:8-12 4:12-16 1:16-20 3:20-24 4:24-25 3:25-26
        arrivals out of order | fcfs        | 1  | 0    | arrivals-first  | 4,0,2     | 1,3,3       | 7,3,6          | 2:0-3 3:3-6 1:6-7
        tie, arrivals first   | round-robin | 2  | 0    | arrivals-first  | 0,0,2     | 4,2,2       | 8,4,6          | 1:0-2 2:2-4 3:4-6 1:6-8
        tie, preempted first  | round-robin | 2  | 0    | preempted-first | 0,0,2     | 4,2,2       | 6,4,8          | 1:0-2 2:2-4 1:4-6 3:6-8
        switches              | round-robin | 4  | 1    | arrivals-first  | 0,0,0     | 24,3,3      | 33,8,12        | 1:0-4 2:5-8 3:9-12 1:13-33
        switch after idleness | fcfs        | 4  | 1    | arrivals-first  | 0,10      | 2,2         | 2,13           | 1:0-2 2:11-13
        switch longer than q  | round-robin | 1  | 3    | arrivals-first  | 0,0       | 2,1         | 9,5            | 1:0-1 2:4-5 1:8-9
        arrival in a switch   | round-robin | 2  | 4    | arrivals-first  | 0,0,3     | 4,2,1       | 14,8,19        | 1:0-2 2:6-8 1:12-14 3:18-19
        two cores             | fcfs        | 1  | 0    | arrivals-first  | 0,0,0,0   | 5,3,4,2     | 5,3,7,7        | 1:0-5 4:5-7; 2:0-3 3:3-7
        two cores, q=2        | round-robin | 2  | 0    | arrivals-first  | 0,0,0     | 4,4,4       | 4,6,6          | 1:0-2 3:2-6; 2:0-2 1:2-4 2:4-6
        two cores, arrivals   | fcfs        | 1  | 0    | arrivals-first  | 0,1,2,2   | 4,4,1,3     | 4,5,5,8        | 1:0-4 3:4-5 4:5-8; 2:1-5
        three cores           | fcfs        | 1  | 0    | arrivals-first  | 0,0,0,0,0,0 | 7,5,3,6,2,1 | 7,5,3,9,7,8  | 1:0-7 6:7-8; 2:0-5 5:5-7; 3:0-3 4:3-9
        a core too many       | round-robin | 1  | 1    | arrivals-first  | 0,0       | 3,5         | 3,5            | 1:0-3; 2:0-5; ""
        """)
    void jobsFinishWhenTheBookSays(
            String source,
            String policy,
            int quantum,
            int cost,
            String ties,
            String arrivals,
            String lengths,
            String finishes,
            String cores) {
        String[] lanes = cores.split(";", -1);
        Settings settings = Settings.DEFAULTS
                .withCores(lanes.length)
                .withPolicy(Named.parse(PolicyKind.class, "policy", policy))
                .withTies(Named.parse(TieRule.class, "ties", ties))
                .withQuantumNanos(quantum * Durations.MILLI)
                .withSwitchCostNanos(cost * Durations.MILLI);
        Script script = Script.jobs(numbers(arrivals), numbers(lengths));
        RunReport report = Runs.run(new ScriptProgram(script, Durations.MILLI), settings);
        assertThat(IntStream.range(0, lanes.length)
                        .mapToObj(core -> Slices.ofCore(report.trace(), core))
                        .toList())
                .containsExactlyElementsOf(Arrays.stream(lanes)
                        .map(lane -> lane.replace("\"", "").strip())
                        .toList());
        assertThat(report.statistics().tasks().stream()
                        .map(task -> Long.toString(task.finishNanos() / Durations.MILLI))
                        .collect(Collectors.joining(",")))
                .isEqualTo(finishes);
    }

    private static int[] numbers(String text) {
        return Arrays.stream(text.split(",")).mapToInt(Integer::parseInt).toArray();
    }
}
