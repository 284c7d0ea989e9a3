package org.coreograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.coreograph.model.PolicyKind;
import org.coreograph.testkit.Console;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds of the numbers of a run under every policy. */
class SummaryTest {
    @ParameterizedTest
    @EnumSource(PolicyKind.class)
    void numbersAddUpUnderEveryPolicy(PolicyKind policy) {
        JsonObject summary = run(policy.id());
        long makespan = number(summary, "makespanNanos");

        assertThat(summary.get("policy").getAsString()).isEqualTo(policy.id());
        assertThat(summary.get("outcome").getAsString()).isEqualTo("completed");
        assertThat(elements(summary, "coreTimes"))
                .hasSize(2)
                .allSatisfy(core -> assertThat(sum(core, "busyNanos", "switchNanos", "idleNanos", "offNanos"))
                        .isEqualTo(makespan));
        assertThat(elements(summary, "tasks")).hasSize(4).allSatisfy(task -> {
            assertThat(sum(task, "readyNanos", "runNanos", "blockedNanos")).isEqualTo(number(task, "turnaroundNanos"));
            assertThat(sum(task, "arrivalNanos", "turnaroundNanos")).isEqualTo(number(task, "finishNanos"));
            assertThat(sum(task, "arrivalNanos", "responseNanos")).isEqualTo(number(task, "firstRunNanos"));
        });
        assertThat(elements(summary, "tasks"))
                .extracting(task -> number(task, "runNanos"))
                .containsExactly(8_000_000L, 8_000_000L, 5_000_000L, 1_000_000L);
        assertThat(total(summary, "switches")).isEqualTo(number(summary, "contextSwitches"));
        assertThat(total(summary, "migrations")).isEqualTo(number(summary, "migrations"));
    }

    @Test
    void quantumIsNullWhereThePolicyUsesNone() {
        assertThat(Stream.of(PolicyKind.values())
                        .map(PolicyKind::id)
                        .filter(policy -> run(policy).get("quantumNanos").isJsonNull()))
                .containsExactly("fcfs", "sjf", "stcf");
    }

    private static JsonObject run(String policy) {
        return new Console()
                .call(
                        "run",
                        "jobs",
                        "--cores=2",
                        "--quantum=2ms",
                        "--switch-cost=10us",
                        "--summary=-",
                        "--policy=" + policy,
                        "-P",
                        "bursts=3/2/5,8,1/1/1/1/3,1",
                        "-P",
                        "arrivals=0,0,1,5",
                        "-P",
                        "priorities=2,1,1,0",
                        "-P",
                        "tickets=1,2,3,4")
                .json();
    }

    private static List<JsonObject> elements(JsonObject summary, String name) {
        return summary.getAsJsonArray(name).asList().stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private static long total(JsonObject summary, String ofTasks) {
        return elements(summary, "tasks").stream()
                .mapToLong(task -> number(task, ofTasks))
                .sum();
    }

    private static long number(JsonObject object, String name) {
        return object.get(name).getAsLong();
    }

    private static long sum(JsonObject object, String... names) {
        return Stream.of(names).mapToLong(name -> number(object, name)).sum();
    }
}
