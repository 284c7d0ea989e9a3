package org.coreograph.gallery;

import java.util.List;
import org.coreograph.model.BadInputException;
import org.coreograph.model.Durations;
import org.coreograph.program.Channel;
import org.coreograph.program.Machine;
import org.coreograph.program.Program;

/**
 * Stages with channels between them. A stage takes a channel and returns one, so stages compose like functions. Beside
 * it, if wanted, two {@link Accounts} with a lock each, which don't.
 */
final class Pipeline implements GalleryProgram {
    private static final int MOST_STAGES = 100;

    @Override
    public Program create(Arguments arguments) {
        int items = (int) arguments.number("items");
        List<Long> stagesNanos = arguments.nanosList("stages");
        if (stagesNanos.size() > MOST_STAGES) {
            throw new BadInputException(
                    "stages must have at most " + MOST_STAGES + " values, but had " + stagesNanos.size());
        }
        int capacity = (int) arguments.number("capacity");
        Accounts.Locking locking = arguments.choice("accounts", Accounts.Locking.class);
        return machine -> {
            Channel<Integer> composed = source(machine, items, stagesNanos.getFirst(), capacity);
            for (int i = 1; i < stagesNanos.size(); i++) {
                composed = stage(machine, i + 1, composed, stagesNanos.get(i), capacity);
            }
            if (locking != Accounts.Locking.NONE) {
                Accounts.open(machine, locking);
            }
            long sum = 0;
            for (int item : composed) {
                machine.emit("item " + item);
                sum += item;
            }
            machine.result("sum", sum);
        };
    }

    private static Channel<Integer> source(Machine machine, int items, long costNanos, int capacity) {
        Channel<Integer> out = machine.channel("from 1", capacity);
        machine.start("stage 1", () -> {
            for (int item = 1; item <= items; item++) {
                machine.compute(costNanos);
                out.send(item);
            }
            out.close();
        });
        return out;
    }

    /** Starts a stage that works on what comes, and hands it on until nothing comes any more. */
    private static Channel<Integer> stage(
            Machine machine, int number, Channel<Integer> in, long costNanos, int capacity) {
        Channel<Integer> out = machine.channel("from " + number, capacity);
        machine.start("stage " + number, () -> {
            for (int item : in) {
                machine.compute(costNanos);
                out.send(item);
            }
            out.close();
        });
        return out;
    }

    @Override
    public String id() {
        return "pipeline";
    }

    @Override
    public String title() {
        return "Pipeline";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.number("items", "Items", 12, 1, 10_000),
                Parameter.millis("stages", "Work of each stage", "10,30,20"),
                Parameter.number("capacity", "Capacity of each channel", 1, 0, 10_000),
                Parameter.choice("accounts", "Accounts beside it", Accounts.Locking.NONE));
    }

    @Override
    public long quantumNanos() {
        return 10 * Durations.MILLI;
    }
}
