package org.coreograph.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.coreograph.program.Channel;
import org.coreograph.program.ChannelClosedException;
import org.coreograph.program.Machine;
import org.coreograph.program.Mutex;
import org.coreograph.program.Program;
import org.coreograph.program.Received;
import org.coreograph.program.RunClosedError;
import org.coreograph.program.Select;
import org.coreograph.program.WaitGroup;
import org.coreograph.testkit.Script.Add;
import org.coreograph.testkit.Script.Choose;
import org.coreograph.testkit.Script.Close;
import org.coreograph.testkit.Script.Compute;
import org.coreograph.testkit.Script.Declared;
import org.coreograph.testkit.Script.Fail;
import org.coreograph.testkit.Script.GiveWay;
import org.coreograph.testkit.Script.Having;
import org.coreograph.testkit.Script.Join;
import org.coreograph.testkit.Script.Listen;
import org.coreograph.testkit.Script.Lock;
import org.coreograph.testkit.Script.Meet;
import org.coreograph.testkit.Script.Receive;
import org.coreograph.testkit.Script.Send;
import org.coreograph.testkit.Script.Sleep;
import org.coreograph.testkit.Script.Start;
import org.coreograph.testkit.Script.Step;
import org.coreograph.testkit.Script.Tell;
import org.coreograph.testkit.Script.Thing;
import org.coreograph.testkit.Script.TryReceive;
import org.coreograph.testkit.Script.TrySend;
import org.coreograph.testkit.Script.Unlock;
import org.coreograph.testkit.Script.Unmodelled;
import org.coreograph.testkit.Script.WaitForDevice;
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

        OnPurpose(ChannelClosedException cause) {
            super("on purpose", cause);
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
    private final ScriptThings things = new ScriptThings(violations);
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
        things.make(machine);
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
                case Yield() -> machine.giveWay();
                case Fail() -> throw new OnPurpose();
                case Unmodelled other -> takeOther(other);
            }
        }

        private void takeOther(Unmodelled step) {
            switch (step) {
                case Send(int channel) ->
                    sending(channel, message -> {
                        channels.get(channel).send(message);
                        return true;
                    });
                case TrySend(int channel) ->
                    sending(channel, message -> channels.get(channel).trySend(message));
                case Receive(int channel) -> {
                    Received<Message> got = channels.get(channel).receiveOrClosed();
                    if (!got.ok()) {
                        throw new OnPurpose();
                    }
                    note(got);
                }
                case TryReceive(int channel) -> note(channels.get(channel).tryReceive());
                case Close(int channel) -> closing(channels.get(channel)::close);
                case Choose choose -> choose(choose);
                case Having(Thing thing, List<Step> body) -> things.having(thing, () -> walk(body));
                case Add() -> things.add();
                case Meet() -> things.meet();
                case Listen() -> things.listen();
                case Tell(boolean all) -> things.tell(all);
                case WaitForDevice(int ticks) -> machine.io(ticks * nanosPerTick);
                case GiveWay() -> machine.giveWay();
                case Join() -> children.await();
            }
        }

        /** Notes a message as sent before it is, and takes that back if it isn't. */
        private void sending(int channel, Predicate<Message> send) {
            Message message = new Message(channel, me, messages++);
            sent.add(message);
            closing(() -> {
                boolean done = false;
                try {
                    done = send.test(message);
                } catch (RunClosedError e) {
                    // The run ended while it waited to be received.
                    done = true;
                    throw e;
                } finally {
                    if (!done) {
                        sent.remove(message);
                    }
                }
            });
        }

        private static void closing(Runnable step) {
            try {
                step.run();
            } catch (ChannelClosedException e) {
                throw new OnPurpose(e);
            }
        }

        private void note(Received<Message> got) {
            if (got.ok()) {
                received.add(got.value());
                receivedBy
                        .computeIfAbsent(me, _ -> Collections.synchronizedList(new ArrayList<>()))
                        .add(got.value());
            }
        }

        private void choose(Choose choose) {
            Select select = machine.select();
            choose.receives().forEach(channel -> select.receive(channels.get(channel), this::note));
            if (choose.timeout() >= 0) {
                select.after(choose.timeout() * nanosPerTick, () -> {});
            }
            if (choose.otherwise()) {
                select.otherwise(() -> {});
            }
            sendingOne(choose.sends(), select);
        }

        private void sendingOne(List<Integer> left, Select select) {
            if (left.isEmpty()) {
                select.run();
            } else {
                int channel = left.getFirst();
                sending(channel, message -> {
                    boolean[] taken = {false};
                    select.send(channels.get(channel), message, () -> taken[0] = true);
                    sendingOne(left.subList(1, left.size()), select);
                    return taken[0];
                });
            }
        }
    }
}
