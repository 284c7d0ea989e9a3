package org.coreograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.coreograph.program.Machine;
import org.coreograph.program.Mutex;
import org.coreograph.testkit.Console;
import org.coreograph.testkit.TestProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunCommandTest {
    private static final TestProgram DEADLOCK = new TestProgram("deadlock", RunCommandTest::deadlock);
    private static final TestProgram FAILS = new TestProgram("fails", RunCommandTest::fails);
    private static final TestProgram STRANGE_NAMES = new TestProgram("names", RunCommandTest::strangeNames);

    @TempDir
    private Path folder;

    private static void deadlock(Machine machine) {
        Mutex left = machine.mutex("left");
        Mutex right = machine.mutex("right");
        machine.start("a", () -> lockBoth(machine, left, right));
        machine.start("b", () -> lockBoth(machine, right, left));
        machine.start("c", () -> machine.compute(1));
    }

    private static void lockBoth(Machine machine, Mutex first, Mutex second) {
        first.lock();
        machine.sleep(1_000);
        second.lock();
        second.unlock();
        first.unlock();
    }

    private static void fails(Machine machine) {
        machine.start("good", () -> machine.compute(1_000));
        machine.start("bad", () -> {
            throw new IllegalStateException("on purpose");
        });
        machine.result("started", 2);
    }

    private static void strangeNames(Machine machine) {
        machine.start("plain", () -> machine.compute(10));
        machine.start("a, b", () -> machine.compute(10));
        machine.start("say \"hi\"", () -> machine.compute(10));
        machine.start("two\nlines", () -> machine.compute(10));
        machine.start("größe µ", () -> machine.compute(10));
    }

    // ---- Summaries ----

    @Test
    void summaryHasItsMembersInOrder() {
        JsonObject summary = new Console()
                .call("run", "jobs", "--switch-cost", "0", "--quantum", "4ms", "--summary", "-")
                .json();

        assertThat(summary.keySet())
                .containsExactly(
                        "program",
                        "clock",
                        "threads",
                        "cores",
                        "policy",
                        "quantumNanos",
                        "switchCostNanos",
                        "seed",
                        "outcome",
                        "reason",
                        "makespanNanos",
                        "contextSwitches",
                        "migrations",
                        "result",
                        "coreTimes",
                        "tasks",
                        "waitCycle");
        assertThat(summary.toString()).startsWith("""
            {"program":"jobs","clock":"simulated","threads":"virtual","cores":1,"policy":"round-robin",\
            "quantumNanos":4000000,"switchCostNanos":0,"seed":1,"outcome":"completed","reason":null,\
            "makespanNanos":30000000,"contextSwitches":3,"migrations":0,"result":{"jobs":3},\
            "coreTimes":[{"core":0,"busyNanos":30000000,"switchNanos":0,"idleNanos":0,"offNanos":0}],\
            "tasks":[{"id":1,"name":"job 1","arrivalNanos":0,"firstRunNanos":0,"finishNanos":30000000,\
            "responseNanos":0,"turnaroundNanos":30000000,"readyNanos":6000000,"runNanos":24000000,\
            "blockedNanos":0,"switches":1,"migrations":0,"outcome":"completed"},\
            """);
        assertThat(summary.get("waitCycle")).isEqualTo(new JsonArray());
    }

    @Test
    void summaryNamesWhatWasChosen() {
        JsonObject summary = new Console()
                .call(
                        "run",
                        "jobs",
                        "--cores=3",
                        "--threads=platform",
                        "--runtime=os",
                        "--policy=fcfs",
                        "--seed=-7",
                        "--switch-cost=1.5us",
                        "--ties=preempted-first",
                        "--summary=-")
                .json();

        assertThat(summary.get("cores").getAsInt()).isEqualTo(3);
        assertThat(summary.get("threads").getAsString()).isEqualTo("platform");
        assertThat(summary.get("policy").getAsString()).isEqualTo("fcfs");
        assertThat(summary.get("quantumNanos").isJsonNull()).isTrue();
        assertThat(summary.get("seed").getAsLong()).isEqualTo(-7);
        assertThat(summary.get("switchCostNanos").getAsLong()).isEqualTo(1_500);
    }

    @Test
    void standardOutputHoldsTheSummaryAloneWithLineFeeds() {
        Console.Answer answer = new Console().call("run", "jobs", "--summary", "-");

        assertThat(answer.out()).startsWith("{\n").endsWith("}\n").doesNotContain("\r");
        assertThat(answer.err()).isEmpty();
        assertThat(answer.status()).isEqualTo(ExitStatus.OK);
    }

    @Test
    void deadlockIsSummarisedWithItsCycle() {
        Console.Answer answer = Console.with(DEADLOCK).call("run", "deadlock", "--summary", "-");

        assertThat(answer.status()).isEqualTo(ExitStatus.NOT_COMPLETED);
        JsonObject summary = answer.json();
        assertThat(summary.get("outcome").getAsString()).isEqualTo("deadlock");
        assertThat(summary.get("reason").isJsonNull()).isFalse();
        assertThat(outcomes(summary)).containsExactly("deadlock", "deadlock", "completed");
        assertThat(summary.getAsJsonArray("waitCycle"))
                .extracting(JsonElement::toString)
                .containsExactlyInAnyOrder("""
                    {"task":1,"waitsFor":"mutex right","heldBy":2}\
                    """, """
                    {"task":2,"waitsFor":"mutex left","heldBy":1}\
                    """);
        JsonObject stuck = summary.getAsJsonArray("tasks").get(0).getAsJsonObject();
        assertThat(stuck.get("finishNanos").isJsonNull()).isTrue();
        assertThat(stuck.get("turnaroundNanos").isJsonNull()).isTrue();
        assertThat(stuck.get("readyNanos").getAsLong()
                        + stuck.get("runNanos").getAsLong()
                        + stuck.get("blockedNanos").getAsLong())
                .isEqualTo(summary.get("makespanNanos").getAsLong());
    }

    @Test
    void failedTaskIsSummarised() {
        Console.Answer answer = Console.with(FAILS).call("run", "fails", "--summary", "-");

        assertThat(answer.status()).isEqualTo(ExitStatus.NOT_COMPLETED);
        assertThat(answer.json().get("outcome").getAsString()).isEqualTo("failed");
        assertThat(answer.json().get("reason").getAsString()).contains("bad");
        assertThat(outcomes(answer.json())).containsExactly("completed", "failed");
        assertThat(answer.json().getAsJsonObject("result")).hasToString("{\"started\":2}");
    }

    private static Iterable<String> outcomes(JsonObject summary) {
        return summary.getAsJsonArray("tasks").asList().stream()
                .map(task -> task.getAsJsonObject().get("outcome").getAsString())
                .toList();
    }

    @Test
    void measuredRunSaysSoAndAddsUp() {
        JsonObject summary = new Console()
                .call("run", "two-loops", "-P", "count=3000000", "--clock=measured", "--quantum=1ms", "--summary=-")
                .json();

        assertThat(summary.get("clock").getAsString()).isEqualTo("measured");
        assertThat(summary.getAsJsonObject("result").get("counted").getAsLong()).isEqualTo(6_000_000);
        JsonObject core = summary.getAsJsonArray("coreTimes").get(0).getAsJsonObject();
        assertThat(core.get("busyNanos").getAsLong()
                        + core.get("switchNanos").getAsLong()
                        + core.get("idleNanos").getAsLong())
                .isEqualTo(summary.get("makespanNanos").getAsLong());
    }

    // ---- Traces ----

    @Test
    void csvHoldsRunningSlicesByStartThenCore() throws IOException {
        Path csv = folder.resolve("t.csv");

        Console.Answer answer = new Console()
                .call("run", "jobs", "--cores=2", "--quantum=4ms", "--switch-cost=0", "--trace", csv.toString());

        assertThat(answer.status()).isEqualTo(ExitStatus.OK);
        assertThat(Files.readString(csv)).isEqualTo("""
            core,task,name,startNanos,endNanos,state
            0,1,job 1,0,24000000,running
            1,2,job 2,0,3000000,running
            1,3,job 3,3000000,6000000,running
            """);
    }

    @Test
    void csvTellsStretchesApartThatASwitchLiesBetween() throws IOException {
        Path csv = folder.resolve("t.csv");

        // Job 2 has no length, and yet takes the core from job 1 for an instant; later nobody waits.
        new Console().call("run", "jobs", "-P", "lengths=5,0", "--quantum=2ms", "--switch-cost=0", "--trace=" + csv);

        assertThat(Files.readString(csv)).isEqualTo("""
            core,task,name,startNanos,endNanos,state
            0,1,job 1,0,2000000,running
            0,1,job 1,2000000,5000000,running
            """);
    }

    @Test
    void csvQuotesWhatNeedsQuotes() throws IOException {
        Path csv = folder.resolve("t.CSV");

        Console.with(STRANGE_NAMES).call("run", "names", "--switch-cost=0", "--trace", csv.toString());

        assertThat(Files.readString(csv)).isEqualTo("""
            core,task,name,startNanos,endNanos,state
            0,1,plain,0,10,running
            0,2,"a, b",10,20,running
            0,3,"say ""hi""\",20,30,running
            0,4,"two
            lines",30,40,running
            0,5,größe µ,40,50,running
            """);
    }

    @Test
    void eventsAreInMicroseconds() throws IOException {
        Path file = folder.resolve("t.json");

        Console.with(STRANGE_NAMES).call("run", "names", "--switch-cost=0", "--trace", file.toString());

        JsonArray events =
                JsonParser.parseString(Files.readString(file)).getAsJsonObject().getAsJsonArray("traceEvents");
        assertThat(events.get(0)).hasToString("""
            {"name":"thread_name","ph":"M","pid":0,"tid":0,"args":{"name":"core 0"}}\
            """);
        assertThat(events.get(2)).hasToString("""
            {"name":"a, b","cat":"running","ph":"X","ts":0.010,"dur":0.010,"pid":0,"tid":0,"args":{"task":2}}\
            """);
        assertThat(events).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two-loops", "jobs", "array-split", "ping-pong", "counter"})
    void sameRequestGivesTheSameCsvOnBothKindsOfThreads(String program) throws IOException {
        Path virtual = folder.resolve("virtual.csv");
        Path platform = folder.resolve("platform.csv");

        new Console().call("run", program, "--cores=3", "--threads=virtual", "--trace", virtual.toString());
        new Console().call("run", program, "--cores=3", "--threads=platform", "--trace", platform.toString());

        assertThat(platform).hasSameBinaryContentAs(virtual);
    }

    @Test
    void summaryAndTraceMayBothBeGiven() throws IOException {
        Path summary = folder.resolve("s.json");
        Path trace = folder.resolve("t.csv");

        Console.Answer answer =
                new Console().call("run", "jobs", "--summary", summary.toString(), "--trace", trace.toString());

        assertThat(answer.out()).isEmpty();
        assertThat(JsonParser.parseString(Files.readString(summary))
                        .getAsJsonObject()
                        .get("outcome")
                        .getAsString())
                .isEqualTo("completed");
        assertThat(trace).isNotEmptyFile();
    }

    // ---- For people ----

    @Test
    void peopleGetAPage() {
        Console.Answer answer = new Console().call("run", "jobs", "--quantum=4ms", "--switch-cost=0");

        assertThat(answer.out()).isEqualTo("""
            Jobs: SIMULATED, 1 core, round robin, quantum 4 ms, switch 0 s, seed 1
            completed at 30 ms, 3 switches, 0 migrations, work over time 1.000
            jobs: 3

              task  name   arrival  first run  finish  ready    run  blocked  switches    outcome
                 1  job 1      0 s        0 s   30 ms   6 ms  24 ms      0 s         1  completed
                 2  job 2      0 s       4 ms    7 ms   4 ms   3 ms      0 s         1  completed
                 3  job 3      0 s       7 ms   10 ms   7 ms   3 ms      0 s         1  completed

              core   busy  switch  idle  utilisation
              0     30 ms     0 s   0 s      100.0 %
            """);
    }

    @Test
    void peopleAreToldWhereAMeasuredRunHasMoreCoresThanThereAreProcessors() {
        int processors = Runtime.getRuntime().availableProcessors();
        String[] measured = {"run", "two-loops", "-P", "count=1000", "--clock", "measured", "--cores", ""};
        String note = "This machine has only " + processors + (processors == 1 ? " processor:" : " processors:");
        measured[measured.length - 1] = Integer.toString(processors + 1);
        assertThat(new Console().call(measured).out()).contains(note);
        measured[measured.length - 1] = Integer.toString(processors);
        assertThat(new Console().call(measured).out()).doesNotContain("This machine has only");
    }

    @Test
    void peopleAreToldWhatAMeasuredRunLostAndNotByTheProgram() {
        assertThat(new Console()
                        .call("run", "two-loops", "-P", "count=1000000", "--clock", "measured")
                        .out())
                .containsPattern("(?m)^lost, but not by the program: garbage collection (not available|[0-9.]+ .?s),"
                        + " unknown stalls (not available|[0-9.]+ .?s)");
    }

    @Test
    void simulatedCoresNeedNoProcessorsAndLoseNothing() {
        assertThat(new Console().call("run", "two-loops", "--cores", "256").out())
                .contains("256 cores")
                .doesNotContain("This machine has only", "lost");
    }

    @Test
    void peopleAreToldWhoWaitsForWhom() {
        Console.Answer answer = Console.with(DEADLOCK).call("run", "deadlock");

        assertThat(answer.out())
                .contains("deadlock at ")
                .contains("  a waits for mutex right, held by b\n")
                .contains("  b waits for mutex left, held by a\n");
    }

    @Test
    void pageIsCutWhereTasksAreMany() {
        String lengths = "1" + ",1".repeat(99);

        assertThat(new Console().call("run", "jobs", "-P", "lengths=" + lengths).out())
                .contains("job 32")
                .doesNotContain("job 33")
                .contains("and 68 more tasks; --summary has them all");
    }

    // ---- Files that can't be written ----

    @Test
    void folderThatIsNotThereIsRefusedAndNotMade() {
        Path missing = folder.resolve("none");

        Console.Answer answer = new Console()
                .call("run", "jobs", "--trace", missing.resolve("t.csv").toString());

        assertThat(answer.status()).isEqualTo(ExitStatus.FILE_ERROR);
        assertThat(answer.err())
                .startsWith("coreograph: can't write '" + missing.resolve("t.csv") + "': the folder")
                .hasLineCount(1);
        assertThat(answer.out()).isEmpty();
        assertThat(missing).doesNotExist();
    }

    @Test
    void secondFileThatCannotBeWrittenLeavesTheFirstUnwritten() {
        Path trace = folder.resolve("t.csv");

        Console.Answer answer =
                new Console().call("run", "jobs", "--trace", trace.toString(), "--summary", folder.toString());

        assertThat(answer.status()).isEqualTo(ExitStatus.FILE_ERROR);
        assertThat(answer.err()).contains(folder.toString()).contains("it is a folder");
        assertThat(trace).doesNotExist();
    }
}
