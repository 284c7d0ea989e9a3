package org.coreograph.viewmodel.stage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coreograph.model.Action;
import org.coreograph.model.ObjectKind;
import org.coreograph.trace.Actions;
import org.coreograph.trace.Trace;

/** What is in each object, by doing all that was done one after the other: slow, and plain to see. */
final class Replay {
    /** One object. */
    private static final class Thing {
        boolean made;
        final Deque<String> values = new ArrayDeque<>();
        boolean closed;
        int owner = -1;
        /** Pairs of a task and how often it holds, in the order in which they began to. */
        final List<int[]> holders = new ArrayList<>();
        /** How many are left, or to come. */
        long number;

        String contents = "";
        boolean done;
    }

    private final Trace trace;
    private final Map<Integer, Thing> things = new HashMap<>();
    private final List<ObjectStates.Result> results = new ArrayList<>();

    private Replay(Trace trace) {
        this.trace = trace;
    }

    static Replay until(Trace trace, long nanos) {
        Replay replay = new Replay(trace);
        Actions actions = trace.actions();
        for (int i = 0; i < actions.size() && actions.atNanos(i) <= nanos; i++) {
            replay.apply(i);
        }
        return replay;
    }

    private void apply(int index) {
        Actions actions = trace.actions();
        int task = actions.task(index);
        String text = trace.valueText(index);
        long value = actions.value(index);
        Action action = actions.action(index);
        if (action == Action.EMIT) {
            results.addFirst(new ObjectStates.Result(task, text));
            return;
        }
        if (actions.object(index) < 0) {
            return;
        }
        long capacity = trace.objects().get(actions.object(index)).capacity();
        Thing thing = things.computeIfAbsent(actions.object(index), _ -> new Thing());
        switch (action) {
            case MAKE -> {
                thing.made = true;
                thing.contents = text;
                thing.number = capacity;
                thing.owner = trace.objects().get(actions.object(index)).kind() == ObjectKind.OWNED ? task : -1;
            }
            case SEND -> thing.values.add(text);
            case RECEIVE -> {
                if (!text.equals(thing.values.remove())) {
                    throw new AssertionError("not first in, first out: " + text);
                }
            }
            case CLOSE -> thing.closed = true;
            case LOCK -> {
                if (thing.owner >= 0) {
                    throw new AssertionError("two owners: " + thing.owner + " and " + task);
                }
                thing.owner = task;
            }
            case UNLOCK -> thing.owner = -1;
            case READ_LOCK -> hold(thing, task);
            case READ_UNLOCK -> letGo(thing, task);
            case ACQUIRE, TAKE -> {
                hold(thing, task);
                thing.number = value;
            }
            case RELEASE, GIVE -> {
                letGo(thing, task);
                thing.number = value;
            }
            case ADD -> thing.number = value;
            case ARRIVE -> thing.number = value == 0 ? capacity : value;
            case DO -> thing.done = true;
            case READ, WRITE -> thing.contents = text;
            case TRANSFER -> thing.number++;
            case MOVE -> thing.owner = (int) value;
            case OFFER, SIGNAL, BROADCAST, START, EMIT -> {}
        }
    }

    private static void hold(Thing thing, int task) {
        for (int[] holder : thing.holders) {
            if (holder[0] == task) {
                holder[1]++;
                return;
            }
        }
        thing.holders.add(new int[] {task, 1});
    }

    private static void letGo(Thing thing, int task) {
        for (int[] holder : thing.holders) {
            if (holder[0] == task) {
                holder[1]--;
            }
        }
        thing.holders.removeIf(holder -> holder[1] == 0);
    }

    ObjectState state(int object) {
        ObjectKind kind = trace.objects().get(object).kind();
        if (kind == ObjectKind.SELECT) {
            return new ObjectState.Unknown();
        }
        Thing thing = things.getOrDefault(object, new Thing());
        if (!thing.made) {
            return new ObjectState.Unmade();
        }
        List<Integer> holders = new ArrayList<>();
        for (int[] holder : thing.holders) {
            for (int i = 0; i < holder[1]; i++) {
                holders.add(holder[0]);
            }
        }
        return switch (kind) {
            case CHANNEL -> new ObjectState.Buffer(thing.values.size(), List.copyOf(thing.values), thing.closed);
            case MUTEX, RW_MUTEX -> new ObjectState.Held(thing.owner, holders);
            case SEMAPHORE, POOL -> new ObjectState.Left(thing.number, holders);
            case WAIT_GROUP, BARRIER, BUS -> new ObjectState.Count(thing.number);
            case ATOMIC, SHARED, FILE, OWNED -> new ObjectState.Contents(thing.contents, thing.owner);
            case ONCE -> new ObjectState.Once(thing.done);
            case CONDITION, SELECT -> new ObjectState.There();
        };
    }

    /** Returns the partial results, the newest first. */
    List<ObjectStates.Result> results() {
        return results;
    }

    /** Returns what a task sent at an instant; empty where it sent nothing. */
    static String sentAt(Trace trace, int channel, int task, long nanos) {
        Actions actions = trace.actions();
        for (int i = 0; i < actions.size(); i++) {
            if (actions.atNanos(i) == nanos
                    && actions.object(i) == channel
                    && actions.task(i) == task
                    && actions.action(i) == Action.SEND) {
                return trace.valueText(i);
            }
        }
        return "";
    }

    /** Returns whether something was received from a channel at an instant, or it was closed. */
    static boolean receivedOrClosedAt(Trace trace, int channel, long nanos) {
        Actions actions = trace.actions();
        for (int i = 0; i < actions.size(); i++) {
            if (actions.atNanos(i) == nanos
                    && actions.object(i) == channel
                    && (actions.action(i) == Action.RECEIVE || actions.action(i) == Action.CLOSE)) {
                return true;
            }
        }
        return false;
    }
}
