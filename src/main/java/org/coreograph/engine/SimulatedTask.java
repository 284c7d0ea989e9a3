package org.coreograph.engine;

import java.util.function.Consumer;
import org.coreograph.model.TaskSpec;
import org.coreograph.model.ThreadKind;
import org.coreograph.program.Task;

/** A task under the simulated clock. All but the turn belongs to whoever has the kernel's token. */
final class SimulatedTask extends KernelTask {
    /** What is left of the computation it declared; 0 when code is to run next. */
    long remainingNanos;

    SimulatedTask(ThreadKind kind, int id, TaskSpec spec, int process, Task body, Consumer<SimulatedTask> life) {
        super(kind, id, spec, process, body, task -> life.accept((SimulatedTask) task));
    }
}
