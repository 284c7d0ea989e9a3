package org.coreograph.viewmodel.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coreograph.model.Action;
import org.coreograph.model.EventSink;
import org.coreograph.model.ObjectKind;
import org.coreograph.model.ValueKind;
import org.coreograph.trace.Actions;
import org.coreograph.trace.Trace;

/**
 * What is in every object of a run at any time, forwards and backwards. Immutable.
 *
 * <p>How it finds that at once, however long the run: the actions are listed by object. What is in a channel are the
 * values sent but for as many as were received, since it is first in, first out; so two searches tell it. The state of
 * most others is in the last action alone. Only of what several tasks hold together all must be known, for which there
 * are checkpoints ({@link Holders}).
 */
public final class ObjectStates {
    private static final ObjectState UNKNOWN = new ObjectState.Unknown();
    private static final ObjectState UNMADE = new ObjectState.Unmade();
    private static final ObjectState THERE = new ObjectState.There();

    /** A partial result, and whose. */
    public record Result(int task, String text) {}

    /**
     * The partial results so far.
     *
     * @param latest the last ones, the newest first; not all where there are many
     */
    public record Results(int count, List<Result> latest) {
        public Results {
            latest = List.copyOf(latest);
        }
    }

    private final Trace trace;
    private final Actions actions;
    private final IntLists done;
    private final IntLists sends;
    private final IntLists receives;
    private final IntLists offers;
    /** The partial results, under the one key 0. */
    private final IntLists results;

    private final Map<Integer, Holders> holders = new HashMap<>();

    private ObjectStates(Trace trace, int known) {
        this.trace = trace;
        actions = trace.actions();
        int objects = trace.objects().size();
        int[] all = new int[objects];
        int[] sent = new int[objects];
        int[] received = new int[objects];
        int[] offered = new int[objects];
        int[] emitted = new int[1];
        for (int i = 0; i < known; i++) {
            int object = actions.object(i);
            Action action = actions.action(i);
            if (object != EventSink.NONE) {
                all[object]++;
                sent[object] += action == Action.SEND ? 1 : 0;
                received[object] += action == Action.RECEIVE ? 1 : 0;
                offered[object] += action == Action.OFFER ? 1 : 0;
            }
            emitted[0] += action == Action.EMIT ? 1 : 0;
        }
        done = new IntLists(all);
        sends = new IntLists(sent);
        receives = new IntLists(received);
        offers = new IntLists(offered);
        results = new IntLists(emitted);
        for (int i = 0; i < known; i++) {
            list(i);
        }
        for (int object = 0; object < objects; object++) {
            ObjectKind kind = trace.objects().get(object).kind();
            if (kind == ObjectKind.RW_MUTEX || kind == ObjectKind.SEMAPHORE || kind == ObjectKind.POOL) {
                holders.put(object, new Holders(actions, done, object));
            }
        }
    }

    private void list(int index) {
        int object = actions.object(index);
        Action action = actions.action(index);
        if (object != EventSink.NONE) {
            done.add(object, index);
        }
        if (action == Action.SEND) {
            sends.add(object, index);
        } else if (action == Action.RECEIVE) {
            receives.add(object, index);
        } else if (action == Action.OFFER) {
            offers.add(object, index);
        } else if (action == Action.EMIT) {
            results.add(0, index);
        }
    }

    /** Reads what was done in a run. Takes a time in proportion to it, and may be done on any thread. */
    public static ObjectStates of(Trace trace) {
        return new ObjectStates(trace, trace.actions().size());
    }

    /** Returns the same for as long as nothing was read: nothing is known of any object. */
    public static ObjectStates unread(Trace trace) {
        return new ObjectStates(trace, 0);
    }

    /**
     * Returns how often something was done to an object that changed what is in it. How it was made doesn't count, nor
     * does closing a channel, or offering it a value.
     */
    public int changes(int object) {
        return trace.objects().get(object).kind() == ObjectKind.CHANNEL
                ? sends.size(object) + receives.size(object)
                : Math.max(0, done.size(object) - 1);
    }

    /** Returns whether it is known what was done to objects: the measured clock doesn't tell. */
    public boolean known() {
        return done.total() > 0;
    }

    /** Returns how many partial results there are in the whole run. */
    public int allResults() {
        return results.size(0);
    }

    /**
     * Returns what is in an object after all that was done to it up to a time, that instant included.
     *
     * @param mostValues how many values of a channel are wanted at most
     */
    public ObjectState at(int object, long atNanos, int mostValues) {
        if (done.size(object) == 0) {
            return UNKNOWN;
        }
        int limit = actions.firstAfter(atNanos);
        int count = done.below(object, limit);
        ObjectKind kind = trace.objects().get(object).kind();
        if (count == 0 && kind != ObjectKind.BUS) {
            return UNMADE;
        }
        return switch (kind) {
            case CHANNEL -> buffer(object, limit, count, mostValues);
            case MUTEX -> new ObjectState.Held(owner(object, count), List.of());
            case RW_MUTEX -> new ObjectState.Held(owner(object, count), heldBy(object, count));
            case SEMAPHORE, POOL -> left(object, count);
            case WAIT_GROUP -> new ObjectState.Count(number(object, count, 0));
            case BARRIER -> new ObjectState.Count(missing(object, count));
            case BUS -> new ObjectState.Count(count);
            case ATOMIC, SHARED, FILE -> new ObjectState.Contents(contents(object, count), EventSink.NONE);
            case OWNED -> owned(object, count);
            case ONCE -> new ObjectState.Once(last(object, count) == Action.DO);
            case CONDITION, SELECT -> THERE;
        };
    }

    private ObjectState buffer(int object, int limit, int count, int most) {
        int sent = sends.below(object, limit);
        int received = receives.below(object, limit);
        List<String> oldest = new ArrayList<>();
        for (int i = received; i < sent && oldest.size() < most; i++) {
            oldest.add(trace.valueText(sends.get(object, i)));
        }
        int others = count - sent - received - offers.below(object, limit);
        // The making of it is one of them, its closing the other.
        return new ObjectState.Buffer(sent - received, oldest, others > 1);
    }

    /** Returns who owns a mutex alone: while somebody has it for reading nobody has. */
    private int owner(int object, int count) {
        int at = done.get(object, count - 1);
        return actions.action(at) == Action.LOCK ? actions.task(at) : EventSink.NONE;
    }

    private List<Integer> heldBy(int object, int count) {
        Holders its = holders.get(object);
        return its == null ? List.of() : its.after(count);
    }

    private ObjectState left(int object, int count) {
        long capacity = trace.objects().get(object).capacity();
        long left = number(object, count, capacity);
        List<Integer> known = heldBy(object, count);
        return new ObjectState.Left(left, known.size() == capacity - left ? known : List.of());
    }

    private long number(int object, int count, long otherwise) {
        int at = done.get(object, count - 1);
        return actions.valueKind(at) == ValueKind.NUMBER ? actions.value(at) : otherwise;
    }

    private long missing(int object, int count) {
        long parties = trace.objects().get(object).capacity();
        long missing = number(object, count, parties);
        return missing == 0 ? parties : missing;
    }

    private String contents(int object, int count) {
        return trace.valueText(done.get(object, count - 1));
    }

    private ObjectState owned(int object, int count) {
        int made = done.get(object, 0);
        int at = done.get(object, count - 1);
        int owner = at == made ? actions.task(made) : (int) actions.value(at);
        return new ObjectState.Contents(trace.valueText(made), owner);
    }

    private Action last(int object, int count) {
        return actions.action(done.get(object, count - 1));
    }

    /**
     * Returns what a task that waits at a channel wants to send; empty where it wants to receive.
     *
     * @param sinceNanos when its wait began
     * @param atNanos a time in its wait
     */
    public String wanted(int object, int task, long sinceNanos, long atNanos) {
        for (int i = offers.below(object, actions.firstAfter(atNanos)) - 1; i >= 0; i--) {
            int at = offers.get(object, i);
            if (actions.atNanos(at) < sinceNanos) {
                break;
            }
            if (actions.task(at) == task) {
                return trace.valueText(at);
            }
        }
        return "";
    }

    /** Returns the partial results up to a time, that instant included. */
    public Results results(long atNanos, int most) {
        int count = results.below(0, actions.firstAfter(atNanos));
        List<Result> latest = new ArrayList<>();
        for (int i = count - 1; i >= 0 && latest.size() < most; i--) {
            int at = results.get(0, i);
            latest.add(new Result(actions.task(at), trace.valueText(at)));
        }
        return new Results(count, latest);
    }
}
