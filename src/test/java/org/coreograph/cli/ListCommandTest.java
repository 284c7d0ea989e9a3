package org.coreograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import org.coreograph.model.RunOption;
import org.coreograph.model.SettingName;
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
                .containsExactly(
                        "two-loops",
                        "multitasking",
                        "context",
                        "race",
                        "array-split",
                        "counter",
                        "unbuffered",
                        "buffered",
                        "select",
                        "pipeline",
                        "web-server",
                        "philosophers",
                        "amdahl",
                        "jobs",
                        "ping-pong");
        assertThat(list.getAsJsonArray("policies"))
                .extracting(JsonElement::getAsString)
                .containsExactly(
                        "fcfs", "round-robin", "sjf", "stcf", "priority", "mlfq", "lottery", "fair", "work-stealing");
        assertThat(list.getAsJsonArray("settings"))
                .extracting(JsonElement::toString)
                .hasSize(SettingName.values().length)
                .contains("""
                    {"name":"mlfq.levels","default":"3"}\
                    """, """
                    {"name":"cost.access","default":"100ns"}\
                    """, """
                    {"name":"bus.bandwidth","default":"unlimited"}\
                    """);
    }

    @Test
    void parametersSayTheirDefaultsAndLimits() {
        assertThat(parameters("jobs")).containsExactly("""
            {"name":"lengths","default":"24,3,3","unit":"ms","min":0,"max":86400000}\
            """, """
            {"name":"bursts","default":"","unit":"ms","min":0,"max":86400000}\
            """, """
            {"name":"arrivals","default":"0,0,0","unit":"ms","min":0,"max":86400000}\
            """, """
            {"name":"priorities","default":"0,0,0","unit":"","min":-1000000,"max":1000000}\
            """, """
            {"name":"tickets","default":"1,1,1","unit":"","min":1,"max":1000000}\
            """);
    }

    @Test
    void choicesHaveNoLimits() {
        assertThat(parameters("counter")).endsWith("""
            {"name":"guard","default":"none","unit":"","min":null,"max":null}\
            """);
    }

    private static List<String> parameters(String program) {
        return new Console()
                .call("list", "--json").json().getAsJsonArray("programs").asList().stream()
                        .map(JsonElement::getAsJsonObject)
                        .filter(one -> one.get("id").getAsString().equals(program))
                        .flatMap(one -> one.getAsJsonArray("parameters").asList().stream())
                        .map(JsonElement::toString)
                        .toList();
    }

    @Test
    void peopleGetOneLineForEachParameter() {
        Console.Answer answer = new Console().call("list");

        assertThat(answer.status()).isEqualTo(ExitStatus.OK);
        assertThat(answer.out())
                .contains("two-loops: Two loops\n  -P count=1000000000  (1 to 1000000000000)\n")
                .contains("  -P guard=none  (none, mutex, atomic, owner, channel-lock, exposed)\n")
                .contains("  loom: JDK virtual-thread scheduler\n")
                .contains("  mlfq: Multi-level feedback queue\n")
                .contains("  --set cost.access=100ns  (A read or a write of a shared variable)\n")
                .endsWith("""
                    defaults: cores 1, clock simulated, threads virtual, runtime os, policy round-robin, quantum \
                    10ms, switch-cost 5us, ties arrivals-first, memory shared, seed 1, jitter 0%, interleave declared
                    """);
    }

    @Test
    void helpTellsTheDefaultsThatHold() {
        String help = new Console().call("run", "--help").out().replaceAll("\\s+", " ");

        assertThat(RunOption.values())
                .allSatisfy(option -> assertThat(help)
                        .contains("--" + option.id() + " " + option.label() + " ")
                        .contains(option.description())
                        .contains(" (default " + option.text(Settings.DEFAULTS) + ")."));
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
