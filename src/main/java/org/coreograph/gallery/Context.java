package org.coreograph.gallery;

import java.util.ArrayList;
import java.util.List;
import org.coreograph.program.Machine;
import org.coreograph.program.Program;
import org.coreograph.program.WaitGroup;

/**
 * Two tasks that do one operation after the other. Whether an operation is atomic depends on the context one looks from:
 * within a narrow window no operation of the other task falls, within a wide one some always do.
 */
final class Context implements GalleryProgram {
    /** An operation, from its first step to its last. */
    private record Operation(long startNanos, long endNanos) {}

    @Override
    public Program create(Arguments arguments) {
        int count = (int) arguments.number("operations");
        long operationNanos = arguments.nanos("operation");
        long betweenNanos = arguments.nanos("between");
        long contextNanos = arguments.nanos("context");
        return machine -> {
            WaitGroup tasks = machine.waitGroup();
            tasks.add(2);
            List<Operation> ofA = operate(machine, tasks, "A", count, operationNanos, betweenNanos);
            List<Operation> ofB = operate(machine, tasks, "B", count, operationNanos, betweenNanos);
            tasks.await();
            machine.result("operations", 2 * count);
            machine.result("atomic", atomic(ofA, ofB, contextNanos) + atomic(ofB, ofA, contextNanos));
        };
    }

    private static List<Operation> operate(
            Machine machine, WaitGroup tasks, String name, int count, long operationNanos, long betweenNanos) {
        List<Operation> operations = new ArrayList<>();
        machine.start(name, () -> {
            for (int i = 0; i < count; i++) {
                // What lies between two operations comes first, so that the task has a core when its operation begins.
                machine.compute(betweenNanos);
                long startNanos = machine.nowNanos();
                machine.compute(operationNanos);
                operations.add(new Operation(startNanos, machine.nowNanos()));
            }
            tasks.done();
        });
        return operations;
    }

    /** Counts the operations that have none of the other task's nearer than half a window; both lists are in order. */
    private static int atomic(List<Operation> operations, List<Operation> others, long contextNanos) {
        int atomic = 0;
        int next = 0;
        for (Operation operation : operations) {
            long fromNanos = operation.startNanos() - contextNanos / 2;
            long toNanos = operation.endNanos() + contextNanos / 2;
            while (next < others.size() && others.get(next).endNanos() <= fromNanos) {
                next++;
            }
            if (next == others.size() || others.get(next).startNanos() >= toNanos) {
                atomic++;
            }
        }
        return atomic;
    }

    @Override
    public String id() {
        return "context";
    }

    @Override
    public String title() {
        return "Context";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.number("operations", "Operations of each task", 100, 1, 10_000),
                Parameter.span("operation", "An operation", "8", 0, 1_000),
                Parameter.span("between", "Between two operations", "2", 0, 1_000),
                Parameter.span("context", "The context, a window of", "0", 0, 100_000));
    }
}
