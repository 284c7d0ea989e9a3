package org.coreograph.benchmark;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.coreograph.program.Atomic;
import org.coreograph.program.Channel;
import org.coreograph.program.Machine;
import org.coreograph.program.Mutex;

/** An operation by one task with nobody else there, and its like in {@code java.util.concurrent}. */
public enum UncontendedOperation {
    /** Locking, adding to a variable and unlocking. */
    MUTEX("a mutex locked and unlocked", "ReentrantLock") {
        @Override
        Loop bare() {
            ReentrantLock lock = new ReentrantLock();
            return times -> {
                long sum = 0;
                for (int i = 0; i < times; i++) {
                    lock.lock();
                    try {
                        sum++;
                    } finally {
                        lock.unlock();
                    }
                }
                return sum;
            };
        }

        @Override
        Loop inTask(Machine machine) {
            Mutex mutex = machine.mutex("mutex");
            return times -> {
                long sum = 0;
                for (int i = 0; i < times; i++) {
                    mutex.lock();
                    try {
                        sum++;
                    } finally {
                        mutex.unlock();
                    }
                }
                return sum;
            };
        }
    },

    /** Adding to a number. */
    ATOMIC_ADD("an atomic added to", "AtomicLong") {
        @Override
        Loop bare() {
            AtomicLong number = new AtomicLong();
            return times -> {
                long sum = 0;
                for (int i = 0; i < times; i++) {
                    sum = number.addAndGet(1);
                }
                return sum;
            };
        }

        @Override
        Loop inTask(Machine machine) {
            Atomic number = machine.atomic("number", 0);
            return times -> {
                long sum = 0;
                for (int i = 0; i < times; i++) {
                    sum = number.add(1);
                }
                return sum;
            };
        }
    },

    /** Setting a number where it is as expected. */
    COMPARE_AND_SET("an atomic compared and set", "AtomicLong") {
        @Override
        Loop bare() {
            AtomicLong number = new AtomicLong();
            return times -> {
                long sum = 0;
                for (int i = 0; i < times; i++) {
                    sum += number.compareAndSet(i, i + 1L) ? 1 : 0;
                }
                return sum;
            };
        }

        @Override
        Loop inTask(Machine machine) {
            Atomic number = machine.atomic("number", 0);
            return times -> {
                long sum = 0;
                for (int i = 0; i < times; i++) {
                    sum += number.compareAndSet(i, i + 1L) ? 1 : 0;
                }
                return sum;
            };
        }
    },

    /** Sending into a buffer and receiving from it. */
    CHANNEL("a value sent into a buffered channel and received", "ArrayBlockingQueue") {
        @Override
        Loop bare() {
            BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(CAPACITY);
            return times -> {
                long sum = 0;
                for (int i = 0; i < times; i++) {
                    queue.put(1);
                    sum += queue.take();
                }
                return sum;
            };
        }

        @Override
        Loop inTask(Machine machine) {
            Channel<Integer> channel = machine.channel("channel", CAPACITY);
            return times -> {
                long sum = 0;
                for (int i = 0; i < times; i++) {
                    channel.send(1);
                    sum += channel.receive();
                }
                return sum;
            };
        }
    };

    private static final int CAPACITY = 16;

    private final String words;
    private final String peer;

    UncontendedOperation(String words, String peer) {
        this.words = words;
        this.peer = peer;
    }

    String words() {
        return words;
    }

    /** Returns what does the same in {@code java.util.concurrent}. */
    String peer() {
        return peer;
    }

    /** Does the operation again and again. */
    interface Loop {
        /** Does it so many times, and returns how often it was done. */
        long times(int times) throws InterruptedException;
    }

    /** Returns the operation with {@code java.util.concurrent}, on something new. */
    abstract Loop bare();

    /** Returns the operation with what a machine has, on something new. */
    abstract Loop inTask(Machine machine);
}
