package org.coreograph.gallery;

import java.util.List;
import org.coreograph.program.Machine;
import org.coreograph.program.Program;
import org.coreograph.program.WaitGroup;

/** Two tasks that count and have nothing to do with each other: the smallest program that is worth a second core. */
final class TwoLoops implements GalleryProgram {
    private static final long DEFAULT_COUNT = 1_000_000_000L;
    private static final long MAX_COUNT = 1_000_000_000_000L;

    @Override
    public Program create(Arguments arguments) {
        long count = arguments.number("count");
        boolean busy = arguments.on("busy");
        return machine -> twoLoops(machine, count, busy);
    }

    private static void twoLoops(Machine machine, long count, boolean busy) {
        WaitGroup loops = machine.waitGroup();
        loops.add(2);
        machine.start("A", () -> {
            machine.count(count);
            loops.done();
        });
        if (busy) {
            otherProgram(machine, "other 1", count);
        }
        machine.start("B", () -> {
            machine.count(count);
            loops.done();
        });
        if (busy) {
            otherProgram(machine, "other 2", count);
        }
        loops.await();
        machine.result("counted", 2 * count);
    }

    /** A program of somebody else's, which knows nothing of this one and wants the same cores. */
    private static void otherProgram(Machine machine, String name, long count) {
        machine.process(name, itsMachine -> itsMachine.count(count));
    }

    @Override
    public String id() {
        return "two-loops";
    }

    @Override
    public String title() {
        return "Two loops";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.number("count", "Count of each loop", DEFAULT_COUNT, 1, MAX_COUNT),
                Parameter.toggle("busy", "Busy machine"));
    }
}
