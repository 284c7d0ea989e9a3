package org.coreograph.benchmark;

import org.coreograph.model.Durations;
import org.coreograph.model.Settings;
import org.coreograph.program.Channel;
import org.coreograph.program.Machine;
import org.coreograph.program.Program;

/** Programs in virtual time of a million events each, for the engine and for the scheduler of kotlinx-coroutines-test. */
public enum VirtualWorkload {
    /** Two tasks that delay in turn. */
    DELAYS_IN_TURN(2, false),
    /** 1,000 tasks that delay 1,000 times each, as long as they draw. */
    DELAYS_AT_RANDOM(1_000, true),
    /** Two tasks that pass a value to and fro over two unbuffered channels, at one instant. */
    CHANNELS(2, false);

    static final int EVENTS = 1_000_000;

    private static final Settings SETTINGS = Settings.DEFAULTS.withSwitchCostNanos(0);

    private final int tasks;
    private final boolean random;

    VirtualWorkload(int tasks, boolean random) {
        this.tasks = tasks;
        this.random = random;
    }

    /** Runs it on the engine, with its trace. */
    VirtualResult inEngine() throws InterruptedException {
        VirtualResult.Log log = new VirtualResult.Log();
        Program program = switch (this) {
            case DELAYS_IN_TURN, DELAYS_AT_RANDOM -> machine -> delay(machine, log);
            case CHANNELS -> machine -> pass(machine, log);
        };
        return log.at(CheckedRuns.run(program, SETTINGS) / Durations.MILLI);
    }

    private void delay(Machine machine, VirtualResult.Log log) {
        for (int i = 0; i < tasks; i++) {
            int task = i;
            machine.start("task", () -> {
                Delays delays = new Delays(task, tasks, random);
                for (int left = EVENTS / tasks; left > 0; left--) {
                    machine.sleep(delays.nextMillis() * Durations.MILLI);
                    log.resumed(task);
                }
            });
        }
    }

    private void pass(Machine machine, VirtualResult.Log log) {
        Channel<Integer> there = machine.channel("there", 0);
        Channel<Integer> back = machine.channel("back", 0);
        machine.start("second", () -> {
            for (int left = EVENTS / tasks; left > 0; left--) {
                int value = there.receive();
                log.resumed(value);
                back.send(1);
            }
        });
        machine.start("first", () -> {
            for (int left = EVENTS / tasks; left > 0; left--) {
                there.send(0);
                log.resumed(back.receive());
            }
        });
    }

    /** Runs it in coroutines. */
    VirtualResult inCoroutines() {
        return switch (this) {
            case DELAYS_IN_TURN, DELAYS_AT_RANDOM -> CoroutinePrograms.delay(tasks, EVENTS / tasks, random);
            case CHANNELS -> CoroutinePrograms.pass(EVENTS / tasks);
        };
    }
}
