package org.coreograph.gallery;

import java.util.List;
import org.coreograph.program.Program;
import org.coreograph.program.WaitGroup;

/** Work of which a share must be done by one task alone before the rest can be done by many. */
final class Amdahl implements GalleryProgram {
    @Override
    public Program create(Arguments arguments) {
        long workNanos = arguments.nanos("work");
        long serialNanos = Math.round(workNanos * (arguments.number("serial") / 100.0));
        int parts = (int) arguments.number("parts");
        long partNanos = (workNanos - serialNanos) / parts;
        return machine -> {
            WaitGroup done = machine.waitGroup();
            done.add(parts);
            machine.start("serial", () -> {
                machine.compute(serialNanos);
                for (int i = 1; i <= parts; i++) {
                    machine.start("part " + i, () -> {
                        machine.compute(partNanos);
                        done.done();
                    });
                }
            });
            done.await();
            machine.result("parts", parts);
        };
    }

    @Override
    public String id() {
        return "amdahl";
    }

    @Override
    public String title() {
        return "Amdahl's law";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("serial", "Serial share", "10", "%", new ParameterType.WholeNumber(0L, 100L)),
                Parameter.span("work", "All the work", "1000", 0, 1_000_000),
                Parameter.number("parts", "Parts of the rest", 64, 1, 10_000));
    }
}
