package org.coreograph.scheduler;

import java.util.NoSuchElementException;

/**
 * A queue of task ids in a ring, which grows and boxes nothing: first in, first out, but for those who jump it and for
 * those taken from its tail.
 */
final class TaskQueue {
    private int[] ring = new int[16];
    private int head;
    private int size;

    void add(int task) {
        if (size == ring.length) {
            grow();
        }
        ring[(head + size++) & (ring.length - 1)] = task;
    }

    /** Puts a task ahead of all others. */
    void addFirst(int task) {
        if (size == ring.length) {
            grow();
        }
        head = (head - 1) & (ring.length - 1);
        ring[head] = task;
        size++;
    }

    private void grow() {
        int[] larger = new int[size * 2];
        for (int i = 0; i < size; i++) {
            larger[i] = get(i);
        }
        ring = larger;
        head = 0;
    }

    int take() {
        if (size == 0) {
            throw new NoSuchElementException("no task is ready");
        }
        int task = ring[head];
        head = (head + 1) & (ring.length - 1);
        size--;
        return task;
    }

    /** Takes the task at the tail. */
    int takeLast() {
        if (size == 0) {
            throw new NoSuchElementException("no task is ready");
        }
        return get(--size);
    }

    /** Takes out the task at a place, counted from the head. */
    int takeAny(int place) {
        if (place < 0 || place >= size) {
            throw new NoSuchElementException("no task is ready at place " + place + " of " + size);
        }
        int task = get(place);
        for (int i = place; i > 0; i--) {
            ring[(head + i) & (ring.length - 1)] = get(i - 1);
        }
        head = (head + 1) & (ring.length - 1);
        size--;
        return task;
    }

    /** Returns the task at a place, counted from the head. */
    int get(int place) {
        return ring[(head + place) & (ring.length - 1)];
    }

    int size() {
        return size;
    }
}
