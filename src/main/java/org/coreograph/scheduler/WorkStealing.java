package org.coreograph.scheduler;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A queue a core; a core whose own is empty steals from the tail of the longest, the lowest core's of several. After
 * Blumofe and Leiserson (Scheduling Multithreaded Computations by Work Stealing, Journal of the ACM, 1999), though there
 * a core serves its own latest task first, and a thief takes the oldest of a core that it draws.
 *
 * <p>A task is queued at the core of the one that started or woke it. Where main or a timer did, that is the core it last
 * ran on, or core 0.
 *
 * <p><b>Last ready first</b>, as in Go: each core has a slot for the task that was started or woken there last, which
 * goes ahead of the queue; whoever was in the slot moves to the tail. A slot is stolen from only when all queues are
 * empty. Go's runtime does the same for a {@code go} statement and for whom an operation wakes, and differs in these,
 * which are kept simple here: a task in the slot has what is left of the slice of the one before it, so that two that
 * wake each other can't keep a core for ever; whose slice is over goes to a queue that all processors share and look at
 * now and then; and a thief takes half a queue, from its head, of a processor that it draws.
 */
final class WorkStealing implements Policy {
    private static final int NONE = -1;

    /** What waits at a core. */
    private static final class Place {
        int slot = NONE;
        final TaskQueue queue = new TaskQueue();

        int size() {
            return queue.size() + (slot == NONE ? 0 : 1);
        }

        int takeSlot() {
            int task = slot;
            slot = NONE;
            return task;
        }

        int takeAny(int place) {
            if (slot == NONE) {
                return queue.takeAny(place);
            }
            return place == 0 ? takeSlot() : queue.takeAny(place - 1);
        }
    }

    private final long quantumNanos;
    private final boolean lastReadyFirst;
    /** By core; one more for each that comes while the run goes on. */
    private final List<Place> places = new ArrayList<>();

    private int size;

    /** The core that each task ran on last; 0 for one that never ran. */
    private final TaskColumn lastCore = new TaskColumn();

    WorkStealing(int cores, long quantumNanos, boolean lastReadyFirst) {
        this.quantumNanos = quantumNanos;
        this.lastReadyFirst = lastReadyFirst;
        at(cores - 1);
    }

    private Place at(int core) {
        while (places.size() <= core) {
            places.add(new Place());
        }
        return places.get(core);
    }

    @Override
    public void add(int task, Ready why, int core, long nowNanos) {
        Place place = at(core == NO_CORE ? (int) lastCore.get(task) : core);
        switch (why) {
            case ARRIVED, WOKEN -> {
                if (!lastReadyFirst) {
                    place.queue.add(task);
                } else {
                    if (place.slot != NONE) {
                        place.queue.add(place.slot);
                    }
                    place.slot = task;
                }
            }
            case QUANTUM_OVER, DISPLACED, YIELDED -> place.queue.add(task);
        }
        size++;
    }

    @Override
    public int take(int core, long nowNanos) {
        Place own = at(core);
        int task = own.size() > 0 ? own.takeAny(0) : steal();
        return gone(task, core);
    }

    /** Takes from the tail of the longest queue, or where all are empty from the first slot. */
    private int steal() {
        Place victim = null;
        for (Place place : places) {
            if (place.size() > 0 && (victim == null || place.queue.size() > victim.queue.size())) {
                victim = place;
            }
        }
        if (victim == null) {
            throw new NoSuchElementException("no task is ready");
        }
        return victim.queue.size() > 0 ? victim.queue.takeLast() : victim.takeSlot();
    }

    private int gone(int task, int core) {
        lastCore.set(task, core);
        size--;
        return task;
    }

    /** Takes any task; places are counted from the core's own on, then through the others from the lowest. */
    @Override
    public int takeAny(int core, int place) {
        int left = place;
        Place own = at(core);
        if (left < own.size()) {
            return gone(own.takeAny(left), core);
        }
        left -= own.size();
        for (Place other : places) {
            if (other == own) {
                continue;
            }
            if (left < other.size()) {
                return gone(other.takeAny(left), core);
            }
            left -= other.size();
        }
        throw new NoSuchElementException("no task is ready at place " + place + " of " + size);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public long quantumNanos(int task) {
        return quantumNanos;
    }
}
