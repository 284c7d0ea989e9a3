package org.coreograph.engine;

import java.util.function.Consumer;
import org.coreograph.model.TaskSpec;
import org.coreograph.program.Task;

/** A task under the simulated clock. All but the turn belongs to whoever has the kernel's token. */
final class SimulatedTask extends KernelTask {
    /** What is left of the computation it declared; 0 when code is to run next. */
    long remainingNanos;

    private final Consumer<SimulatedTask> life;

    SimulatedTask(TaskThreads threads, int id, TaskSpec spec, int process, Task body, Consumer<SimulatedTask> life) {
        super(threads, id, spec, process, body);
        this.life = life;
    }

    @Override
    public void run() {
        life.accept(this);
    }
}
