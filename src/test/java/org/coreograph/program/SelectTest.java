package org.coreograph.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.Durations;
import org.coreograph.model.Settings;
import org.coreograph.model.StuckTask;
import org.coreograph.testkit.EveryEngine;
import org.coreograph.testkit.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A select takes one case, by the run's seed where several are ready, and leaves no trace in the channels. */
@Timeout(60)
class SelectTest {
    /** Selects again and again among three channels that are all ready, and tells which it took. */
    private static String drawn(Settings settings, int times) {
        RunReport report = Runs.completed(
                machine -> {
                    List<Channel<Integer>> ready = new ArrayList<>();
                    for (int i = 0; i < 3; i++) {
                        Channel<Integer> closed = machine.channel("c" + i, 0);
                        closed.close();
                        ready.add(closed);
                    }
                    StringBuilder taken = new StringBuilder();
                    for (int i = 0; i < times; i++) {
                        Select select = machine.select();
                        ready.forEach(channel -> select.receive(channel, got -> {}));
                        taken.append(select.run());
                    }
                    machine.result("taken", taken.toString());
                },
                settings);
        return (String) report.end().result().get("taken");
    }

    @Test
    void eachReadyCaseIsTakenWithTheSameChance() {
        int times = 9_000;
        String taken = drawn(Settings.DEFAULTS, times);
        for (char which : "012".toCharArray()) {
            // Three times the standard deviation of a third of the draws is 134.
            assertThat(taken.chars().filter(one -> one == which).count())
                    .as("case %s", which)
                    .isBetween(times / 3L - 150, times / 3L + 150);
        }
    }

    @Test
    void seedDecidesAmongReadyCases() {
        Settings seven = Settings.DEFAULTS.withSeed(7);
        assertThat(drawn(seven, 40)).isEqualTo(drawn(seven, 40)).isNotEqualTo(drawn(Settings.DEFAULTS, 40));
    }

    @EveryEngine
    void caseIsToldByItsNumberAndAnAbsentChannelCounts(Settings settings) {
        Runs.completed(
                machine -> {
                    Channel<String> ready = machine.channel("ready", 1);
                    List<String> done = new ArrayList<>();
                    Select select = machine.select()
                            .receive((Channel<String>) null, got -> done.add("absent"))
                            .otherwise(() -> done.add("otherwise"))
                            .receive(ready, got -> done.add("received " + got))
                            .after(0, () -> done.add("late"));
                    assertThat(select.run()).isEqualTo(1);
                    ready.send("x");
                    assertThat(select.run()).as("a select can run again").isEqualTo(2);
                    assertThat(done).containsExactly("otherwise", "received x");
                },
                settings);
    }

    @EveryEngine
    void earliestOfSeveralTimeoutsCountsAndNoneIsAtOnce(Settings settings) {
        Runs.completed(
                machine -> {
                    Channel<String> never = machine.channel("never", 0);
                    assertThat(machine.select()
                                    .receive(never, got -> {})
                                    .after(Durations.SECOND, () -> {})
                                    .after(Durations.MICRO, () -> {})
                                    .after(Durations.MAX_NANOS, () -> {})
                                    .run())
                            .isEqualTo(2);
                    assertThat(machine.select()
                                    .receive(never, got -> {})
                                    .after(0, () -> {})
                                    .run())
                            .isEqualTo(1);
                    assertThatThrownBy(() -> machine.select().after(-1, () -> {}))
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessage("a timeout must be 0 to 86400s, but was -1ns");
                },
                settings);
    }

    @Test
    void timeoutComesExactlyInItsTime() {
        RunReport report = Runs.completed(
                machine -> {
                    Channel<String> late = machine.channel("late", 0);
                    machine.startAt(51, "sends", () -> late.trySend("x"));
                    machine.select()
                            .receive(late, got -> machine.result("got", got.value()))
                            .after(50, () -> machine.result("now", machine.nowNanos()))
                            .run();
                },
                Settings.DEFAULTS);
        assertThat(report.end().result()).isEqualTo(Map.of("now", 50L));
    }

    /** Its timeout doesn't wake a task that has gone on, and what timed out is no longer there to be sent to. */
    @EveryEngine
    void selectThatIsOverWaitsNowhere(Settings settings) {
        Runs.completed(
                machine -> {
                    Channel<Integer> one = machine.channel("one", 0);
                    Channel<Integer> two = machine.channel("two", 0);
                    Channel<Integer> out = machine.channel("out", 0);
                    machine.start("selects", () -> {
                        Select select = machine.select()
                                .receive(one, got -> {})
                                .receive(two, got -> {})
                                .send(out, 1, () -> {})
                                .after(Durations.MILLI, () -> {});
                        assertThat(select.run()).isZero();
                        machine.sleep(2 * Durations.MILLI);
                        assertThat(select.run()).isEqualTo(3);
                        assertThat(two.trySend(1)).as("nobody receives").isFalse();
                        assertThat(one.trySend(1)).isFalse();
                        assertThat(out.tryReceive().ok()).as("nobody sends").isFalse();
                    });
                    one.send(1);
                },
                settings);
    }

    /** Each of many tasks that select in both directions meets one other, and nothing is received twice. */
    @EveryEngine
    void selectsMeetSelectsOnceEach(Settings settings) {
        int pairs = 50;
        RunReport report = Runs.completed(
                machine -> {
                    Channel<Integer> there = machine.channel("there", 0);
                    Channel<Integer> back = machine.channel("back", 0);
                    Atomic received = machine.atomic("received", 0);
                    Atomic sent = machine.atomic("sent", 0);
                    WaitGroup group = machine.waitGroup();
                    group.add(2 * pairs);
                    for (int i = 0; i < 2 * pairs; i++) {
                        int me = i;
                        machine.start("both ways", () -> {
                            machine.select()
                                    .send(me % 2 == 0 ? there : back, me, () -> sent.add(me))
                                    .receive(me % 2 == 0 ? back : there, got -> received.add(got.value()))
                                    .run();
                            group.done();
                        });
                    }
                    group.await();
                    machine.result("equal", sent.get() == received.get());
                    machine.result(
                            "left", there.tryReceive().ok() || back.tryReceive().ok());
                },
                settings.withCores(2));
        assertThat(report.end().result()).containsEntry("left", false).containsEntry("equal", true);
    }

    /** In one select a task can't receive what it sends itself. */
    @EveryEngine
    void taskDoesNotMeetItself(Settings settings) {
        RunReport report = Runs.run(
                machine -> machine.start("alone", () -> {
                    Channel<Integer> channel = machine.channel("c", 0);
                    machine.select()
                            .send(channel, 1, () -> {})
                            .receive(channel, got -> {})
                            .run();
                }),
                settings);
        assertThat(report.end().stuck()).containsExactly(new StuckTask(1, "channel c", null));
    }

    @EveryEngine
    void waitIsNamedByItsChannels(Settings settings) {
        RunReport report = Runs.run(
                machine -> {
                    Channel<Integer> a = machine.channel("a", 0);
                    Channel<Integer> b = machine.channel("b", 0);
                    for (int i = 0; i < 2; i++) {
                        machine.start(
                                "selects",
                                () -> machine.select()
                                        .receive(a, got -> {})
                                        .receive(b, got -> {})
                                        .run());
                    }
                    machine.start("nothing", () -> machine.select().run());
                },
                settings);
        String both = "select among channel a, channel b";
        assertThat(report.end().stuck())
                .containsExactly(
                        new StuckTask(1, both, null),
                        new StuckTask(2, both, null),
                        new StuckTask(3, "select without cases", null));
        assertThat(report.trace().objects())
                .as("tasks that wait alike share a name")
                .hasSize(4);
    }
}
