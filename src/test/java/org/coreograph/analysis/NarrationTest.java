package org.coreograph.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.coreograph.model.Durations;
import org.coreograph.model.Settings;
import org.coreograph.program.Mutex;
import org.coreograph.testkit.Runs;
import org.junit.jupiter.api.Test;

class NarrationTest {
    private static final long MS = Durations.MILLI;
    private static final Settings QUANTUM_50 = Settings.DEFAULTS.withQuantumNanos(50 * MS);

    @Test
    void coresAndTasksAreToldInOrder() {
        RunReport report = Runs.completed(
                machine -> {
                    machine.start("A", () -> machine.compute(100 * MS));
                    machine.startAt(20 * MS, "B", () -> machine.compute(50 * MS));
                },
                QUANTUM_50.withSwitchCostNanos(0).withCores(1));
        assertThat(Narration.of(report))
                .hasSize(4)
                .contains("Core 0 ran A for 50 ms, then ran B for 50 ms, then ran A for 50 ms.")
                .contains(
                        "Task B arrived at 20 ms, ran for 50 ms, was ready for 30 ms and blocked for 0 s, and ended at"
                                + " 100 ms.");
        assertThat(Narration.of(report).getFirst()).contains("1 core, simulated: completed after 150 ms.");
    }

    @Test
    void idlenessIsToldAndNothingElseIsCalledSo() {
        RunReport report = Runs.completed(
                machine -> machine.startAt(20 * MS, "late", () -> machine.compute(10 * MS)), QUANTUM_50.withCores(2));
        assertThat(Narration.of(report))
                .contains("Core 0 was idle for 20 ms, then ran late for 10 ms.", "Core 1 was idle for 30 ms.");
    }

    @Test
    void longRunsAreSummedUp() {
        RunReport report = Runs.completed(
                machine -> {
                    machine.start("A", () -> machine.compute(1_000 * MS));
                    machine.start("B", () -> machine.compute(1_000 * MS));
                },
                QUANTUM_50.withSwitchCostNanos(5_000));
        assertThat(Narration.of(report).get(1))
                .startsWith("Core 0 ran A for 50 ms, then ran B for 50 ms, then")
                .endsWith(", and then in 28 more stretches ran A for 700 ms, ran B for 700 ms in all.");
    }

    @Test
    void deadlockAndItsReasonAreTold() {
        RunReport report = Runs.run(
                machine -> {
                    Mutex fork = machine.mutex("fork");
                    machine.start("holder", () -> {
                        fork.lock();
                        machine.compute(MS);
                        machine.channel("never", 0).receive();
                    });
                },
                QUANTUM_50);
        assertThat(Narration.of(report).getFirst()).contains("deadlocked after 1 ms: ", "holder");
        assertThat(Narration.of(report).getLast()).contains("had not ended");
    }
}
