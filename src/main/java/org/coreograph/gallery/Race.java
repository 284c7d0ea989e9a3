package org.coreograph.gallery;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.coreograph.model.Durations;
import org.coreograph.program.Channel;
import org.coreograph.program.Machine;
import org.coreograph.program.Program;
import org.coreograph.program.Select;

/** Runners who all do the same work, and wait after each lap for as long as luck will have it. */
final class Race implements GalleryProgram {
    /** Luck deals waits of none, one, two or three thirds of the longest. */
    private static final int DRAWS = 4;

    @Override
    public Program create(Arguments arguments) {
        int runners = (int) arguments.number("runners");
        int laps = (int) arguments.number("laps");
        long lapNanos = arguments.nanos("lap");
        long longestWaitNanos = arguments.nanos("wait");
        return machine -> {
            Channel<Integer> finish = machine.channel("finish", runners);
            for (int i = 1; i <= runners; i++) {
                int runner = i;
                machine.start("runner " + runner, () -> {
                    Select luck = luck(machine);
                    for (int lap = 0; lap < laps; lap++) {
                        machine.compute(lapNanos);
                        machine.io(longestWaitNanos * luck.run() / (DRAWS - 1));
                    }
                    finish.send(runner);
                });
            }
            String order = IntStream.range(0, runners)
                    .mapToObj(_ -> finish.receive().toString())
                    .collect(Collectors.joining(" "));
            machine.result("laps", runners * laps);
            machine.result("order", order);
        };
    }

    /** Makes a select that draws a number: all its channels are closed and so always ready, and one of them is taken. */
    private static Select luck(Machine machine) {
        Select luck = machine.select();
        for (int i = 0; i < DRAWS; i++) {
            Channel<Integer> closed = machine.channel("luck", 0);
            closed.close();
            luck.receive(closed, _ -> {});
        }
        return luck;
    }

    @Override
    public String id() {
        return "race";
    }

    @Override
    public String title() {
        return "Race";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.number("runners", "Runners", 4, 1, 1_000),
                Parameter.number("laps", "Laps", 5, 1, 1_000),
                Parameter.span("lap", "A lap", "10", 0, 1_000),
                Parameter.span("wait", "Longest wait after a lap", "30", 0, 1_000));
    }

    @Override
    public long quantumNanos() {
        return 10 * Durations.MILLI;
    }
}
