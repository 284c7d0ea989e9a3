package org.coreograph.gallery;

import java.util.List;
import org.coreograph.model.Durations;
import org.coreograph.program.Channel;
import org.coreograph.program.Program;

/** A channel with no room in it: a sender waits until its value has been received. */
final class Unbuffered implements GalleryProgram {
    @Override
    public Program create(Arguments arguments) {
        int count = (int) arguments.number("jobs");
        long produceNanos = arguments.nanos("produce");
        long consumeNanos = arguments.nanos("consume");
        return machine -> {
            Channel<Integer> jobs = machine.channel("jobs", 0);
            Channel<Integer> done = machine.channel("done", 1);
            machine.start("sender", () -> {
                long waitedNanos = 0;
                for (int job = 1; job <= count; job++) {
                    machine.compute(produceNanos);
                    long beforeNanos = machine.nowNanos();
                    jobs.send(job);
                    waitedNanos += machine.nowNanos() - beforeNanos;
                }
                jobs.close();
                machine.result("sendingNanos", waitedNanos);
            });
            machine.start("receiver", () -> {
                int received = 0;
                for (int job : jobs) {
                    machine.compute(consumeNanos);
                    machine.emit("job " + job);
                    received++;
                }
                done.send(received);
            });
            machine.result("received", done.receive());
        };
    }

    @Override
    public String id() {
        return "unbuffered";
    }

    @Override
    public String title() {
        return "Unbuffered";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.number("jobs", "Jobs", 8, 1, 10_000),
                Parameter.span("produce", "Making a job", "10", 0, 1_000),
                Parameter.span("consume", "Doing a job", "30", 0, 1_000));
    }

    @Override
    public long quantumNanos() {
        return 10 * Durations.MILLI;
    }
}
