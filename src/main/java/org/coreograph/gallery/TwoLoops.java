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
        return machine -> twoLoops(machine, count);
    }

    private static void twoLoops(Machine machine, long count) {
        WaitGroup loops = machine.waitGroup();
        loops.add(2);
        machine.start("A", () -> {
            machine.count(count);
            loops.done();
        });
        machine.start("B", () -> {
            machine.count(count);
            loops.done();
        });
        loops.await();
        machine.result("counted", 2 * count);
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
        return List.of(Parameter.number("count", "Count of each loop", DEFAULT_COUNT, 1, MAX_COUNT));
    }

    @Override
    public Lesson lesson() {
        return new Lesson(
                """
                Two tasks, A and B, count as far as each other. Neither needs anything from the other, so neither has \
                to finish before the other begins: the code is concurrent, and stays so on any machine. Whether both \
                run at the same time is not in the code. On one core they take turns; on two they run side by side.

                Concurrency is dealing with many things at once, parallelism is doing many things at once. The code \
                says what may run at the same time; the machine decides what does.\
                """,
                "On two cores the run takes half as long as on one. How long does it take on four?",
                """
                As long as on two. There are two tasks, and a task is on one core at a time, so the other two cores \
                have nothing to do. More cores help as long as there are tasks that may run at the same time and have \
                no core yet.\
                """,
                List.of(
                        "Drag the cores from 1 to 2 and on to 64. From where on does nothing change?",
                        "Make the quantum longer: fewer turns. Does the run on one core end much sooner?",
                        "Raise the switch cost to 5 ms. Which of the two timelines gets longer, and why not the other?",
                        "Choose the measured clock: now both loops really count, on this machine's processors."));
    }
}
