package org.coreograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.coreograph.testkit.Console;
import org.coreograph.testkit.TestProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepCommandTest {
    @TempDir
    private Path folder;

    @Test
    void eachRunIsALineOfCsv() {
        Console.Answer answer = new Console().call("sweep", "two-loops", "--over", "cores=1..3", "--switch-cost=0");

        assertThat(answer.out()).isEqualTo("""
            cores,outcome,makespanNanos,contextSwitches,migrations,result
            1,completed,2000000000,199,0,"{""counted"":2000000000}"
            2,completed,1000000000,0,0,"{""counted"":2000000000}"
            3,completed,1000000000,0,0,"{""counted"":2000000000}"
            """);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.status()).isEqualTo(ExitStatus.OK);
    }

    @Test
    void optionsSettingsAndParametersCanBeVaried() {
        assertThat(sweep("jobs", "policy=fcfs,round-robin", "--quantum=4ms")).isEqualTo("""
            policy,outcome,makespanNanos,contextSwitches,migrations,result
            fcfs,completed,30000000,2,0,"{""jobs"":3}"
            round-robin,completed,30000000,3,0,"{""jobs"":3}"
            """);
        assertThat(sweep("jobs", "lengths=1,2;3,4", "--policy=fcfs")).isEqualTo("""
            lengths,outcome,makespanNanos,contextSwitches,migrations,result
            "1,2",completed,3000000,1,0,"{""jobs"":2}"
            "3,4",completed,7000000,1,0,"{""jobs"":2}"
            """);
        assertThat(sweep("counter", "cost.access=0..200ns..100", "-P", "increments=1"))
                .isEqualTo("""
                    cost.access,outcome,makespanNanos,contextSwitches,migrations,result
                    0ns,completed,100000,1,0,"{""counter"":2}"
                    100ns,completed,100400,1,0,"{""counter"":2}"
                    200ns,completed,100800,1,0,"{""counter"":2}"
                    """);
    }

    @Test
    void policyThatWasGivenHoldsWhateverTheRuntime() {
        assertThat(sweep("jobs", "runtime=os,loom", "--policy=fcfs")).isEqualTo("""
            runtime,outcome,makespanNanos,contextSwitches,migrations,result
            os,completed,30000000,2,0,"{""jobs"":3}"
            loom,completed,30000000,2,0,"{""jobs"":3}"
            """);
    }

    @Test
    void seedsGiveADistributionOfOutcomes() {
        String out = sweep("counter", "seed=1..100", "--interleave=random", "-P", "increments=1");

        assertThat(out.lines().skip(1).map(line -> line.substring(line.lastIndexOf(':') + 1)))
                .hasSize(100)
                .containsOnly("1}\"", "2}\"");
    }

    @Test
    void sweepWithARunThatDoesNotCompleteSaysSoAndGoesOn() {
        TestProgram moody = new TestProgram(
                "moody",
                machine ->
                        machine.start("stuck", () -> machine.channel("none", 0).receive()));

        Console.Answer answer = Console.with(moody).call("sweep", "moody", "--over", "seed=1..2");

        assertThat(answer.out()).isEqualTo("""
            seed,outcome,makespanNanos,contextSwitches,migrations,result
            1,deadlock,0,0,0,{}
            2,deadlock,0,0,0,{}
            """);
        assertThat(answer.status()).isEqualTo(ExitStatus.NOT_COMPLETED);
    }

    @Test
    void summariesAreAnArrayThatStandsAloneOnStandardOutput() {
        Console.Answer answer = new Console().call("sweep", "jobs", "--over", "cores=1..2", "--summary", "-");

        JsonArray summaries = JsonParser.parseString(answer.out()).getAsJsonArray();
        assertThat(summaries)
                .extracting(summary -> summary.getAsJsonObject().get("cores").getAsInt())
                .containsExactly(1, 2);
        assertThat(answer.out()).startsWith("[\n").endsWith("]\n");
    }

    @Test
    void summaryOfASweepIsThatOfARun() throws IOException {
        Path file = folder.resolve("s.json");

        Console.Answer answer =
                new Console().call("sweep", "jobs", "--over", "quantum=4ms", "--summary", file.toString());

        JsonElement run = new Console()
                .call("run", "jobs", "--quantum=4ms", "--summary=-")
                .json();
        assertThat(JsonParser.parseString(Files.readString(file)).getAsJsonArray())
                .containsExactly(run);
        assertThat(answer.out()).startsWith("quantum,outcome,").hasLineCount(2);
    }

    @Test
    void fileThatCannotBeWrittenIsRefusedBeforeTheFirstRun() {
        Console.Answer answer = new Console().call("sweep", "jobs", "--over=seed=1..3", "--summary", folder.toString());

        assertThat(answer.status()).isEqualTo(ExitStatus.FILE_ERROR);
        assertThat(answer.err()).contains("it is a folder").hasLineCount(1);
        assertThat(answer.out()).isEmpty();
    }

    private static String sweep(String program, String over, String... options) {
        String[] arguments = new String[options.length + 5];
        System.arraycopy(new String[] {"sweep", program, "--over", over, "--switch-cost=0"}, 0, arguments, 0, 5);
        System.arraycopy(options, 0, arguments, 5, options.length);
        return new Console().call(arguments).out();
    }
}
