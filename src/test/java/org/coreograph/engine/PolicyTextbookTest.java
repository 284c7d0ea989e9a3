package org.coreograph.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.Durations;
import org.coreograph.model.Interleave;
import org.coreograph.model.Named;
import org.coreograph.model.PolicyKind;
import org.coreograph.model.RuntimeKind;
import org.coreograph.model.SettingName;
import org.coreograph.model.Settings;
import org.coreograph.model.TaskSpec;
import org.coreograph.program.Atomic;
import org.coreograph.program.Machine;
import org.coreograph.program.Program;
import org.coreograph.testkit.Runs;
import org.coreograph.testkit.Slices;
import org.coreograph.trace.Lane;
import org.coreograph.trace.SpanKind;
import org.coreograph.trace.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Answers printed in textbooks, and others worked by hand, for policies that go by more than the queue. Times are in
 * milliseconds.
 */
class PolicyTextbookTest {
    private static final Settings FREE = Settings.DEFAULTS.withSwitchCostNanos(0);

    /*
     * Silberschatz: Operating System Concepts, 10th edition, 5.3 and exercise 5.18, and the exercises of the 8th (5.12)
     * and 9th (6.16) edition; in 5.18 and 6.16 the larger number goes first, hence the signs. Stallings: Operating
     * Systems, Internals and Design Principles, table 9.5. OSTEP: Arpaci-Dusseau, chapters 7 to 9.
     */
    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        # source             | policy   | settings                | arrivals     | lengths       | numbers           | cores
        Silberschatz, SJF    | sjf      |                         | 0,0,0,0      | 6,8,7,3       | 0,0,0,0           | 4:0-3 1:3-9 3:9-16 2:16-24
        Silberschatz 5.12    | sjf      |                         | 0,0,0,0,0    | 10,1,2,1,5    | 3,1,3,4,2         | 2:0-1 4:1-2 3:2-4 5:4-9 1:9-19
        Silberschatz 6.16    | sjf      |                         | 0,0,0,0,0    | 2,1,8,4,5     | 2,1,4,2,3         | 2:0-1 1:1-3 4:3-7 5:7-12 3:12-20
        Stallings, SPN       | sjf      |                         | 0,2,4,6,8    | 3,6,4,5,2     | 0,0,0,0,0         | 1:0-3 2:3-9 5:9-11 3:11-15 4:15-20
        OSTEP                | sjf      |                         | 0,0,0        | 100,10,10     | 0,0,0             | 2:0-10 3:10-20 1:20-120
        OSTEP, late          | sjf      |                         | 0,10,10      | 100,10,10     | 0,0,0             | 1:0-100 2:100-110 3:110-120
        two cores            | sjf      |                         | 0,0,0,0      | 5,3,4,2       | 0,0,0,0           | 4:0-2 3:2-6; 2:0-3 1:3-8
        Silberschatz, SRTF   | stcf     |                         | 0,1,2,3      | 8,4,9,5       | 0,0,0,0           | 1:0-1 2:1-5 4:5-10 1:10-17 3:17-26
        Stallings, SRT       | stcf     |                         | 0,2,4,6,8    | 3,6,4,5,2     | 0,0,0,0,0         | 1:0-3 2:3-4 3:4-8 5:8-10 2:10-15 4:15-20
        OSTEP, late          | stcf     |                         | 0,10,10      | 100,10,10     | 0,0,0             | 1:0-10 2:10-20 3:20-30 1:30-120
        as much left         | stcf     |                         | 0,2          | 5,3           | 0,0               | 1:0-5 2:5-8
        the most left loses  | stcf     |                         | 0,0,2,2      | 8,6,3,5       | 0,0,0,0           | 2:0-6 1:6-12; 1:0-2 3:2-5 4:5-10
        then the last core   | stcf     |                         | 0,0,2        | 5,5,1         | 0,0,0             | 1:0-5; 2:0-2 3:2-3 2:3-6
        Silberschatz, 5.3.4  | priority | quantum=20              | 0,0,0,0,0    | 10,1,2,1,5    | 3,1,4,5,2         | 2:0-1 5:1-6 1:6-16 3:16-18 4:18-19
        Silberschatz, in turn| priority | quantum=2               | 0,0,0,0,0    | 4,5,8,7,3     | 3,2,2,1,3         | 4:0-7 2:7-9 3:9-11 2:11-13 3:13-15 2:15-16 3:16-20 1:20-22 5:22-24 1:24-26 5:26-27
        Silberschatz 5.12    | priority | quantum=20              | 0,0,0,0,0    | 10,1,2,1,5    | 3,1,3,4,2         | 2:0-1 5:1-6 1:6-16 3:16-18 4:18-19
        Silberschatz 6.16    | priority | quantum=20              | 0,0,0,0,0    | 2,1,8,4,5     | -2,-1,-4,-2,-3    | 3:0-8 5:8-13 1:13-15 4:15-19 2:19-20
        Silberschatz 5.18    | priority | quantum=10              | 0,25,30,60,100,105 | 20,25,25,15,10,10 | -40,-30,-30,-35,-5,-10 | 1:0-20 2:25-35 3:35-45 2:45-55 3:55-60 4:60-75 2:75-80 3:80-90 5:100-105 6:105-115 5:115-120
        aging                | priority | quantum=4,priority.aging=3 | 0,0       | 20,2          | 0,2               | 1:0-8 2:8-10 1:10-22
        aging takes a core   | priority | quantum=50,priority.aging=3 | 0,0,0    | 20,4,4        | 1,2,9             | 1:0-6 2:6-10 1:10-24 3:24-28
        two cores            | priority | quantum=10              | 0,0,2        | 6,6,3         | 2,1,0             | 2:0-6; 1:0-2 3:2-5 1:5-9
        OSTEP, short job     | mlfq     | quantum=10              | 0,100        | 180,20        | 0,0               | 1:0-100 2:100-120 1:120-200
        Silberschatz, 5.3.6  | mlfq     | mlfq.quanta=8ms/16ms/1s | 0,0,0        | 30,20,10      | 0,0,0             | 1:0-8 2:8-16 3:16-24 1:24-40 2:40-52 3:52-54 1:54-60
        rest of a quantum    | mlfq     | mlfq.quanta=10ms/20ms   | 0,0,25       | 50,40,5       | 0,0,0             | 1:0-10 2:10-20 1:20-25 3:25-30 1:30-45 2:45-65 1:65-85 2:85-95
        allotment            | mlfq     | quantum=2,mlfq.allotments=5ms | 0,0    | 10,6          | 0,0               | 1:0-2 2:2-4 1:4-6 2:6-8 1:8-9 2:9-10 1:10-12 2:12-13 1:13-16
        boost                | mlfq     | quantum=2,mlfq.levels=2,mlfq.boost=10ms | 0,6,8,10,12,14 | 6,2,2,2,2,2 | 0,0,0,0,0,0 | 1:0-6 2:6-8 3:8-10 4:10-12 5:12-14 6:14-16
        OSTEP, strides       | fair     | quantum=1               | 0,0,0        | 2,1,5         | 100,50,250        | 1:0-1 2:1-2 3:2-5 1:5-6 3:6-8
        weights              | fair     | quantum=1,fair.weights=2/1 | 0,0       | 4,2           | 1,1               | 1:0-1 2:1-2 1:2-3 2:3-4 1:4-6
        late, from the least | fair     | quantum=2               | 0,6          | 10,4          | 1,1               | 1:0-6 2:6-8 1:8-10 2:10-12 1:12-14
        whose core it is     | work-stealing | quantum=10         | 0,0,0,0      | 4,1,1,1       | 0,0,0,0           | 1:0-4; 4:0-1 3:1-2 2:2-3
        """)
    void jobsRunWhenTheBookSays(
            String source, String policy, String set, String arrivals, String lengths, String numbers, String cores) {
        PolicyKind kind = Named.parse(PolicyKind.class, "policy", policy);
        String[] lanes = cores.split(";", -1);
        Settings settings = with(FREE.withPolicy(kind).withCores(lanes.length), set);
        Program program = jobs(kind, numbers(arrivals), numbers(lengths), numbers(numbers));
        assertThat(lanes(Runs.run(program, settings).trace()))
                .containsExactlyElementsOf(
                        Arrays.stream(lanes).map(String::strip).toList());
    }

    private static Settings with(Settings settings, String set) {
        Settings changed = settings;
        for (String one : set == null ? new String[0] : set.split(",")) {
            String[] parts = one.split("=");
            String value = parts[1].replace('/', ',');
            changed = switch (parts[0]) {
                case "quantum" -> changed.withQuantumNanos(Integer.parseInt(value) * Durations.MILLI);
                case "priority.aging" -> changed.with(SettingName.PRIORITY_AGING, value + "ms");
                default -> changed.with(SettingName.parse(parts[0]), value);
            };
        }
        return changed;
    }

    private static int[] numbers(String text) {
        return Arrays.stream(text.split(",")).mapToInt(Integer::parseInt).toArray();
    }

    private static Program jobs(PolicyKind kind, int[] arrivals, int[] lengths, int[] numbers) {
        return machine -> {
            for (int i = 0; i < lengths.length; i++) {
                long nanos = lengths[i] * Durations.MILLI;
                TaskSpec spec = TaskSpec.named("job")
                        .arrivingAt(arrivals[i] * Durations.MILLI)
                        .withBursts(List.of(nanos));
                spec = kind == PolicyKind.FAIR ? spec.withTickets(numbers[i]) : spec.withPriority(numbers[i]);
                machine.start(spec, () -> machine.compute(nanos));
            }
        };
    }

    /** Returns the slices of each core; stretches of a task with no other between them are one. */
    private static List<String> lanes(Trace trace) {
        return IntStream.range(0, trace.cores())
                .mapToObj(core -> Slices.ofCore(trace, core))
                .toList();
    }

    /** Runs tasks that compute and wait in turn, each as its bursts say: 2 is 2 ms of computing, -3 is 3 ms of I/O. */
    private static String run(Settings settings, int[]... tasks) {
        Program program = machine -> {
            for (int[] steps : tasks) {
                List<Long> bursts = Arrays.stream(steps)
                        .filter(step -> step > 0)
                        .mapToObj(step -> step * Durations.MILLI)
                        .toList();
                machine.start(TaskSpec.named("task").withBursts(bursts), () -> walk(machine, steps));
            }
        };
        return String.join("; ", lanes(Runs.run(program, settings).trace()));
    }

    private static void walk(Machine machine, int... steps) {
        for (int step : steps) {
            if (step > 0) {
                machine.compute(step * Durations.MILLI);
            } else {
                machine.sleep(-step * Durations.MILLI);
            }
        }
    }

    @Test
    void shortestTimeToCompletionFirstOverlapsIoAsInTheBook() {
        // OSTEP, 7.8: A computes 10 ms at a time with 10 ms of I/O between, B at once; a little more, so that it has
        // never just 10 ms left, as A.
        assertThat(run(FREE.withPolicy(PolicyKind.STCF), new int[] {10, -10, 10, -10, 10, -10, 10, -10, 10}, new int[] {
                    55
                }))
                .isEqualTo("1:0-10 2:10-20 1:20-30 2:30-40 1:40-50 2:50-60 1:60-70 2:70-80 1:80-90 2:90-105");
    }

    @Test
    void shortestJobFirstGoesByTheBurstThatIsNext() {
        assertThat(run(FREE.withPolicy(PolicyKind.SJF), new int[] {1, -1, 9}, new int[] {2, -1, 3}))
                .isEqualTo("1:0-1 2:1-3 1:3-12 2:12-15");
    }

    private static final Settings FEEDBACK = FREE.withPolicy(PolicyKind.MLFQ)
            .withQuantumNanos(4 * Durations.MILLI)
            .with(SettingName.MLFQ_LEVELS, "2");

    @Test
    void blockingDoesNotResetTheAllotment() {
        // 1 computes 3 of the 4 ms it has at the top, waits, and has but one left before it is 2's equal below.
        assertThat(run(FEEDBACK, new int[] {3, -3, 3, -4, 3}, new int[] {12}))
                .isEqualTo("1:0-3 2:3-7 1:7-8 2:8-12 1:12-14 2:14-18 1:18-21");
    }

    @Test
    void blockingResetsTheAllotmentWhereThatIsSet() {
        assertThat(run(FEEDBACK.with(SettingName.MLFQ_STAY_ON_IO, "true"), new int[] {3, -3, 3, -4, 3}, new int[] {12}))
                .isEqualTo("1:0-3 2:3-7 1:7-10 2:10-14 1:14-17 2:17-21");
    }

    @Test
    void aBoostEndsStarvation() {
        // Short tasks that come one after another keep the long one off the core until the boost.
        Program program = machine -> {
            for (int i = 0; i < 6; i++) {
                int length = i == 0 ? 12 : 4;
                machine.startAt(4L * i * Durations.MILLI, "task", () -> machine.compute(length * Durations.MILLI));
            }
        };
        assertThat(lanes(Runs.run(program, FEEDBACK).trace()))
                .containsExactly("1:0-4 2:4-8 3:8-12 4:12-16 5:16-20 6:20-24 1:24-32");
        assertThat(lanes(Runs.run(program, FEEDBACK.with(SettingName.MLFQ_BOOST, "10ms"))
                        .trace()))
                .containsExactly("1:0-4 2:4-8 3:8-12 1:12-16 4:16-20 5:20-24 1:24-28 6:28-32");
    }

    @Test
    void whoSleepsGetsNoShareForThatTime() {
        // When 2 wakes, at 10, both are equal, although it ran for 1 ms only until then, and the other for 9.
        assertThat(run(
                        FREE.withPolicy(PolicyKind.FAIR).withQuantumNanos(2 * Durations.MILLI),
                        new int[] {16},
                        new int[] {1, -7, 8}))
                .isEqualTo("1:0-2 2:2-3 1:3-11 2:11-13 1:13-15 2:15-17 1:17-19 2:19-21 1:21-23 2:23-25");
    }

    @Test
    void nobodyStartsFromTheTimeOfATaskThatEnded() {
        // 3 arrives when 2 has run for 10 ms, and 1 ended long ago after 1 ms.
        Program program = machine -> {
            machine.start("1", () -> machine.compute(Durations.MILLI));
            machine.start("2", () -> machine.compute(13 * Durations.MILLI));
            machine.startAt(11 * Durations.MILLI, "3", () -> machine.compute(3 * Durations.MILLI));
        };
        Settings settings = FREE.withPolicy(PolicyKind.FAIR).withQuantumNanos(Durations.MILLI);
        assertThat(lanes(Runs.run(program, settings).trace()))
                .containsExactly("1:0-1 2:1-11 3:11-12 2:12-13 3:13-14 2:14-15 3:15-16 2:16-17");
    }

    @Test
    void whoLetAnotherGoFirstAgesToo() {
        // 2 and 3 rise to 0 while 1 runs. Then 2 is drawn to wait before it reads; it rises again until 3 ends.
        Program program = machine -> {
            Atomic number = machine.atomic("n", 0);
            TaskSpec five = TaskSpec.named("5").withPriority(5);
            machine.start(TaskSpec.named("0"), () -> walk(machine, 10));
            machine.start(five, () -> {
                number.get();
                walk(machine, 10);
            });
            machine.start(five, () -> walk(machine, 10));
            machine.start(
                    TaskSpec.named("2").withPriority(2).arrivingAt(20 * Durations.MILLI), () -> walk(machine, 10));
        };
        Settings settings = FREE.withPolicy(PolicyKind.PRIORITY)
                .withQuantumNanos(Durations.SECOND)
                .with(SettingName.PRIORITY_AGING, "1ms")
                .with(SettingName.COST_ACCESS, "0")
                .withInterleave(Interleave.RANDOM);
        RunReport report = Runs.run(program, settings);
        assertThat(lanes(report.trace())).containsExactly("1:0-10 3:10-20 2:20-30 4:30-40");
        assertThat(report.statistics().contextSwitches()).as("2 at 10 included").isEqualTo(4);
    }

    @Test
    void aLotteryGivesSharesByTickets() {
        Program program = machine -> {
            for (int tickets : new int[] {75, 25}) {
                machine.start(TaskSpec.named("task").withTickets(tickets), () -> machine.compute(2 * Durations.SECOND));
            }
        };
        Settings settings = FREE.withPolicy(PolicyKind.LOTTERY).withQuantumNanos(Durations.MILLI);
        Trace trace = Runs.run(program, settings).trace();
        assertThat(ranUntil(trace, 1, 2 * Durations.SECOND) / (double) Durations.SECOND)
                .isCloseTo(1.5, offset(0.05));
        assertThat(lanes(trace))
                .isNotEqualTo(lanes(Runs.run(program, settings.withSeed(2)).trace()));
    }

    private static long ranUntil(Trace trace, int task, long untilNanos) {
        Lane lane = trace.taskLane(task);
        return IntStream.range(0, lane.size())
                .filter(i -> lane.kind(i) == SpanKind.RUNNING && lane.startNanos(i) < untilNanos)
                .mapToLong(i -> Math.min(untilNanos, lane.endNanos(i)) - lane.startNanos(i))
                .sum();
    }

    @Test
    void tenTasksUnderGoRunTheLastOneFirst() {
        RunReport report = Runs.run(
                jobs(PolicyKind.WORK_STEALING, new int[10], new int[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, new int[10]),
                FREE.withRuntime(RuntimeKind.GO));
        assertThat(lanes(report.trace()))
                .containsExactly("10:0-1 1:1-2 2:2-3 3:3-4 4:4-5 5:5-6 6:6-7 7:7-8 8:8-9 9:9-10");
    }
}
