package org.coreograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.coreograph.model.Durations;
import org.coreograph.model.Settings;
import org.coreograph.testkit.Console;
import org.junit.jupiter.api.Test;

class ListCommandTest {
    @Test
    void jsonHoldsProgramsPoliciesAndSettings() {
        JsonObject list = new Console().call("list", "--json").json();

        assertThat(list.keySet()).containsExactly("programs", "policies", "settings");
        assertThat(list.getAsJsonArray("programs"))
                .extracting(program -> program.getAsJsonObject().get("id").getAsString())
                .containsExactly("two-loops", "jobs", "array-split", "ping-pong");
        assertThat(list.getAsJsonArray("policies"))
                .extracting(JsonElement::getAsString)
                .containsExactly("fcfs", "round-robin");
        assertThat(list.getAsJsonArray("settings")).isEmpty();
    }

    @Test
    void parametersSayTheirDefaultsAndLimits() {
        JsonObject jobs = new Console()
                .call("list", "--json")
                .json()
                .getAsJsonArray("programs")
                .get(1)
                .getAsJsonObject();

        assertThat(jobs.keySet()).containsExactly("id", "title", "parameters");
        assertThat(jobs.getAsJsonArray("parameters").get(1)).hasToString("""
            {"name":"arrivals","default":"0,0,0","unit":"ms","min":0,"max":86400000}\
            """);
    }

    @Test
    void peopleGetOneLineForEachParameter() {
        Console.Answer answer = new Console().call("list");

        assertThat(answer.status()).isEqualTo(ExitStatus.OK);
        assertThat(answer.out())
                .contains("two-loops: Two loops\n  -P count=1000000000  (1 to 1000000000000)\n")
                .endsWith("""
                    policies: fcfs, round-robin
                    defaults: cores 1, clock simulated, threads virtual, runtime os, policy round-robin, quantum \
                    10ms, switch-cost 5us, ties arrivals-first, seed 1
                    """);
    }

    @Test
    void helpTellsTheDefaultsThatHold() {
        Settings defaults = Settings.DEFAULTS;

        assertThat(new Console().call("run", "--help").out().replaceAll("\\s+", " "))
                .contains("(default " + defaults.cores() + ")")
                .contains("(default " + defaults.clock().id() + ")")
                .contains("(default " + defaults.threads().id() + ")")
                .contains("(default " + Durations.exact(defaults.quantumNanos()) + ")")
                .contains("(default " + Durations.exact(defaults.switchCostNanos()) + ")")
                .contains("(default " + defaults.ties().id() + ")")
                .contains("any 64-bit integer (default " + defaults.seed() + ")");
    }

    @Test
    void helpAndVersionAreAnsweredOnStandardOutput() {
        Console console = new Console();

        assertThat(console.call("--help").out()).startsWith("Usage: coreograph").contains("list", "run");
        assertThat(console.call("--version").out()).startsWith("coreograph ").hasLineCount(1);
        assertThat(console.call("--help").status()).isEqualTo(ExitStatus.OK);
        assertThat(console.call("run", "--help").err()).isEmpty();
    }
}
