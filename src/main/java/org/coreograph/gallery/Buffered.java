package org.coreograph.gallery;

import java.util.List;
import org.coreograph.model.Durations;
import org.coreograph.program.Channel;
import org.coreograph.program.Program;

/** A channel with room in it, between a producer of bursts and a steady consumer. */
final class Buffered implements GalleryProgram {
    @Override
    public Program create(Arguments arguments) {
        int capacity = (int) arguments.number("capacity");
        int bursts = (int) arguments.number("bursts");
        int burst = (int) arguments.number("burst");
        long produceNanos = arguments.nanos("produce");
        long pauseNanos = arguments.nanos("pause");
        long consumeNanos = arguments.nanos("consume");
        return machine -> {
            Channel<Integer> jobs = machine.channel("jobs", capacity);
            Channel<Integer> done = machine.channel("done", 1);
            machine.start("producer", () -> {
                int foundFull = 0;
                for (int i = 0; i < bursts * burst; i++) {
                    machine.compute(produceNanos);
                    if (!jobs.trySend(i)) {
                        foundFull++;
                        jobs.send(i);
                    }
                    if ((i + 1) % burst == 0) {
                        machine.sleep(pauseNanos);
                    }
                }
                jobs.close();
                machine.result("foundFull", foundFull);
            });
            machine.start("consumer", () -> {
                int received = 0;
                for (int _ : jobs) {
                    machine.compute(consumeNanos);
                    received++;
                }
                done.send(received);
            });
            machine.result("received", done.receive());
        };
    }

    @Override
    public String id() {
        return "buffered";
    }

    @Override
    public String title() {
        return "Buffered";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.number("capacity", "Channel capacity", 9, 0, 10_000),
                Parameter.number("bursts", "Bursts", 8, 1, 1_000),
                Parameter.number("burst", "Jobs in a burst", 9, 1, 1_000),
                Parameter.span("produce", "Making a job", "0.1", 0, 1_000),
                Parameter.span("pause", "Pause after a burst", "25", 0, 10_000),
                Parameter.span("consume", "Doing a job", "2", 0, 1_000));
    }

    @Override
    public long quantumNanos() {
        return 5 * Durations.MILLI;
    }
}
