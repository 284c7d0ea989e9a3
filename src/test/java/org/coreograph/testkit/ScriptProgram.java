package org.coreograph.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coreograph.program.Channel;
import org.coreograph.program.Machine;
import org.coreograph.program.Mutex;
import org.coreograph.program.Program;
import org.coreograph.program.WaitGroup;
import org.coreograph.testkit.Script.Compute;
import org.coreograph.testkit.Script.Declared;
import org.coreograph.testkit.Script.Fail;
import org.coreograph.testkit.Script.Join;
import org.coreograph.testkit.Script.Lock;
import org.coreograph.testkit.Script.Receive;
import org.coreograph.testkit.Script.Send;
import org.coreograph.testkit.Script.Sleep;
import org.coreograph.testkit.Script.Start;
import org.coreograph.testkit.Script.Step;
import org.coreograph.testkit.Script.Unlock;
import org.coreograph.testkit.Script.Yield;

/**
 * Runs a script on the engine through the public vocabulary alone, and writes down what was sent, what was received and
 * who held a mutex together. One instance for each run.
 */
public final class ScriptProgram implements Program {
    /** Thrown by the step that fails. */
    public static final class OnPurpose extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OnPurpose() {
            super("on purpose");
        }
    }

    /** A message: which channel carried it, and its number among those sent by the same task. */
    public record Message(int channel, int sender, int number) {}

    private final Script script;
    private final long nanosPerTick;

    private final List<Message> sent = Collections.synchronizedList(new ArrayList<>());
    private final List<Message> received = Collections.synchronizedList(new ArrayList<>());
    private final Map<Integer, List<Message>> receivedBy = Collections.synchronizedMap(new HashMap<>());
    private final List<String> violations = Collections.synchronizedList(new ArrayList<>());
    private final Map<Integer, Integer> holders = Collections.synchronizedMap(new HashMap<>());
    private final List<Mutex> mutexes = new ArrayList<>();
    private final List<Channel<Message>> channels = new ArrayList<>();
    private int nextTask;

    public ScriptProgram(Script script, long nanosPerTick) {
        this.script = script;
        this.nanosPerTick = nanosPerTick;
    }

    /** Returns the messages whose sends were asked for, in the order of the asking where only one task runs at a time. */
    public List<Message> sent() {
        return List.copyOf(sent);
    }

    public List<Message> received() {
        return List.copyOf(received);
    }

    /** Returns what each task that received anything received, in its own order. */
    public Map<Integer, List<Message>> receivedBy() {
        return Map.copyOf(receivedBy);
    }

    /** Returns breaches of mutual exclusion; there should be none. */
    public List<String> violations() {
        return List.copyOf(violations);
    }

    @Override
    public void run(Machine machine) {
        for (int i = 0; i < script.mutexes(); i++) {
            mutexes.add(machine.mutex("m" + i));
        }
        for (int i = 0; i < script.capacities().size(); i++) {
            channels.add(machine.channel("c" + i, script.capacities().get(i)));
        }
        WaitGroup children = machine.waitGroup();
        children.add(script.main().stream().filter(Start.class::isInstance).count());
        new Walker(machine, children, true).walk(script.main());
    }

    /** One task's way through its steps. */
    private final class Walker {
        private final Machine machine;
        private final WaitGroup children;
        private final boolean main;
        private final int me;
        private int messages;

        Walker(Machine machine, WaitGroup children, boolean main) {
            this.machine = machine;
            this.children = children;
            this.main = main;
            synchronized (ScriptProgram.this) {
                me = nextTask++;
            }
        }

        void walk(List<Step> steps) {
            steps.forEach(this::take);
        }

        private void take(Step step) {
            switch (step) {
                case Compute(int ticks) -> machine.compute(ticks * nanosPerTick);
                case Sleep(int ticks) -> machine.sleep(ticks * nanosPerTick);
                case Start(int arrival, Declared declared, List<Step> body) ->
                    machine.start(EngineRules.spec("task", arrival, declared, nanosPerTick), () -> {
                        try {
                            new Walker(machine, children, false).walk(body);
                        } finally {
                            if (main) {
                                children.done();
                            }
                        }
                    });
                case Lock(int mutex) -> {
                    mutexes.get(mutex).lock();
                    Integer other = holders.put(mutex, me);
                    if (other != null) {
                        violations.add("mutex " + mutex + " held by " + other + " and " + me);
                    }
                }
                case Unlock(int mutex) -> {
                    if (holders.remove(mutex, me)) {
                        mutexes.get(mutex).unlock();
                    }
                }
                case Send(int channel) -> {
                    Message message = new Message(channel, me, messages++);
                    sent.add(message);
                    channels.get(channel).send(message);
                }
                case Receive(int channel) -> {
                    Message message = channels.get(channel).receive();
                    received.add(message);
                    receivedBy
                            .computeIfAbsent(me, _ -> Collections.synchronizedList(new ArrayList<>()))
                            .add(message);
                }
                case Yield() -> machine.giveWay();
                case Fail() -> throw new OnPurpose();
                case Join() -> children.await();
            }
        }
    }
}
