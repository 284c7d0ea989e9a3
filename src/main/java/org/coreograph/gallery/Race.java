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
            Channel<Integer> luck = machine.channel("luck", 0);
            luck.close();
            for (int i = 1; i <= runners; i++) {
                int runner = i;
                machine.start("runner " + runner, () -> {
                    Select draw = draw(machine, luck);
                    for (int lap = 0; lap < laps; lap++) {
                        machine.compute(lapNanos);
                        machine.io(longestWaitNanos * draw.run() / (DRAWS - 1));
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

    /** Makes a select that draws a number: the channel is closed, so each case is ready, and one of them is taken. */
    private static Select draw(Machine machine, Channel<Integer> closed) {
        Select draw = machine.select();
        for (int i = 0; i < DRAWS; i++) {
            draw.receive(closed, _ -> {});
        }
        return draw;
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
    public boolean draws() {
        return true;
    }

    @Override
    public long quantumNanos() {
        return 10 * Durations.MILLI;
    }
}
