package org.coreograph.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.coreograph.model.Durations;
import org.coreograph.model.Settings;
import org.coreograph.program.Channel;
import org.coreograph.program.Program;
import org.coreograph.testkit.Runs;
import org.coreograph.trace.Messages.Message;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final long MS = Durations.MILLI;

    /** Two senders and two receivers on two channels with room. */
    private static final Program TWO_CHANNELS = machine -> {
        Channel<Integer> left = machine.channel("left", 8);
        Channel<Integer> right = machine.channel("right", 8);
        machine.start("a", () -> {
            left.send(1);
            right.send(2);
            machine.compute(MS);
            left.send(3);
        });
        machine.start("b", () -> {
            machine.compute(5 * MS);
            right.receive();
            left.receive();
            left.receive();
        });
        machine.start("c", () -> {
            machine.compute(9 * MS);
            left.send(4);
        });
    };

    private final Trace trace = Runs.completed(
                    TWO_CHANNELS, Settings.DEFAULTS.withCores(3).withQuantumNanos(100 * MS))
            .trace();

    @Test
    void valuesComeOutInTheOrderInWhichTheyWentIn() {
        assertThat(Messages.of(trace, 2))
                .containsExactly(
                        new Message(1, 1, 0, 2, 5 * MS),
                        new Message(0, 1, 0, 2, 5 * MS),
                        new Message(0, 1, MS, 2, 5 * MS));
        assertThat(Messages.of(trace, 1)).isEqualTo(Messages.of(trace, 2));
    }

    @Test
    void whatNobodyReceivedIsNoMessage() {
        assertThat(Messages.of(trace, 3)).isEmpty();
    }
}
