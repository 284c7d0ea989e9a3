package org.coreograph.scheduler;

import java.util.Arrays;
import java.util.NoSuchElementException;

/**
 * Tasks in the order of a rank, the smallest first, and those of equal rank in the order in which they were added: a
 * binary heap that knows where each task is, so that any of them can be taken out or given another rank.
 */
final class RankQueue {
    private int[] heap = new int[16];
    private int size;
    private long turns;

    private final TaskColumn rank = new TaskColumn();

    /** What ranks have behind the point, for those that aren't whole numbers. */
    private final TaskColumn fraction = new TaskColumn();

    /** When each task was added, counted in additions. */
    private final TaskColumn turn = new TaskColumn();

    /** Where each task is in the heap, from 1; 0 for those that aren't in it. */
    private final TaskColumn place = new TaskColumn();

    /** Adds a task, which must not be there yet, behind those of equal rank. */
    void add(int task, long newRank) {
        add(task, newRank, 0);
    }

    /** Adds a task whose rank is a whole number and a fraction, 0 or more, in any unit that all have in common. */
    void add(int task, long newRank, long newFraction) {
        rank.set(task, newRank);
        fraction.set(task, newFraction);
        turn.set(task, turns++);
        insert(task);
    }

    private void insert(int task) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        raise(task, size++);
    }

    /** Gives a task that is there a rank that is smaller than its own; among its new equals it counts by when it was added. */
    void improve(int task, long newRank) {
        rank.set(task, newRank);
        raise(task, placeOf(task));
    }

    /** Takes the first task. */
    int take() {
        int first = first();
        remove(first);
        return first;
    }

    /** Takes the task that would be first if so many others had been taken before. */
    int takeAny(int after) {
        if (after < 0 || after >= size) {
            throw new NoSuchElementException("no task is ready at place " + after + " of " + size);
        }
        int[] before = new int[after];
        for (int i = 0; i < after; i++) {
            before[i] = take();
        }
        int task = take();
        for (int other : before) {
            insert(other);
        }
        return task;
    }

    /** Takes a task out, if it is there. */
    void remove(int task) {
        int at = placeOf(task);
        if (at < 0) {
            return;
        }
        place.set(task, 0);
        int last = heap[--size];
        if (last != task) {
            lower(last, at);
            raise(last, placeOf(last));
        }
    }

    /** Returns the rank of the first task; there must be one. */
    long bestRank() {
        return rank.get(first());
    }

    /** Returns the first task; there must be one. */
    int first() {
        if (size == 0) {
            throw new NoSuchElementException("no task is ready");
        }
        return heap[0];
    }

    int size() {
        return size;
    }

    private int placeOf(int task) {
        return (int) place.get(task) - 1;
    }

    /** Puts a task at a place or, as long as it goes before the one above, higher. */
    private void raise(int task, int from) {
        int at = from;
        while (at > 0 && before(task, heap[(at - 1) / 2])) {
            put(heap[(at - 1) / 2], at);
            at = (at - 1) / 2;
        }
        put(task, at);
    }

    /** Puts a task at a place or, as long as one below goes before it, lower. */
    private void lower(int task, int from) {
        int at = from;
        for (int child = 2 * at + 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (before(task, heap[child])) {
                break;
            }
            put(heap[child], at);
            at = child;
        }
        put(task, at);
    }

    private void put(int task, int at) {
        heap[at] = task;
        place.set(task, at + 1);
    }

    private boolean before(int task, int other) {
        int order = Long.compare(rank.get(task), rank.get(other));
        if (order == 0) {
            order = Long.compare(fraction.get(task), fraction.get(other));
        }
        return order == 0 ? turn.get(task) < turn.get(other) : order < 0;
    }
}
