package org.coreograph.gallery;

import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.List;
import org.coreograph.program.Machine;
import org.coreograph.program.Program;
import org.coreograph.program.WaitGroup;

/** Sums an array in parts. No task touches what another one writes, so the sum is the same however they are run. */
final class ArraySplit implements GalleryProgram {
    private static final long NANOS_PER_ELEMENT = 1;

    /**
     * The numbers of the last run, which are the same for the next one of that size: while the core slider is dragged, a
     * new array for each run would keep the garbage collector busy. Nobody writes to them.
     */
    private volatile SoftReference<int[]> last = new SoftReference<>(new int[0]);

    @Override
    public Program create(Arguments arguments) {
        int size = (int) arguments.number("size");
        int parts = (int) arguments.number("parts");
        long deadlineNanos = arguments.nanos("deadline");
        int[] numbers = numbers(size);
        return machine -> {
            sumInParts(machine, numbers, parts);
            if (deadlineNanos > 0) {
                machine.result("deadlineMet", machine.nowNanos() <= deadlineNanos);
            }
        };
    }

    private static void sumInParts(Machine machine, int[] numbers, int parts) {
        long[] sums = new long[parts];
        WaitGroup summed = machine.waitGroup();
        summed.add(parts);
        for (int i = 0; i < parts; i++) {
            int part = i;
            int from = boundary(numbers.length, part, parts);
            int to = boundary(numbers.length, part + 1, parts);
            machine.start("part " + (part + 1), () -> {
                try {
                    machine.compute((to - from) * NANOS_PER_ELEMENT, () -> sums[part] = sum(numbers, from, to));
                } finally {
                    summed.done();
                }
            });
        }
        summed.await();
        machine.result("sum", Arrays.stream(sums).sum());
    }

    private static long sum(int[] numbers, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += numbers[i];
        }
        return sum;
    }

    /** Returns where a part begins, which is where the one before it ends. */
    private static int boundary(int size, int part, int parts) {
        return (int) ((long) size * part / parts);
    }

    private int[] numbers(int size) {
        int[] before = last.get();
        if (before != null && before.length == size) {
            return before;
        }
        int[] made = someNumbers(size);
        last = new SoftReference<>(made);
        return made;
    }

    private static int[] someNumbers(int size) {
        int[] numbers = new int[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = (i * 7919) & 1023;
        }
        return numbers;
    }

    @Override
    public String id() {
        return "array-split";
    }

    @Override
    public String title() {
        return "Array split";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.number("size", "Elements", 4_000_000, 1, 50_000_000),
                Parameter.number("parts", "Parts", 8, 1, 1_000),
                Parameter.span("deadline", "Deadline, 0 for none", "0", 0, 86_400_000));
    }
}
