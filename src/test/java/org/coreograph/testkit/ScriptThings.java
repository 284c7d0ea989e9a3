package org.coreograph.testkit;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.coreograph.program.Atomic;
import org.coreograph.program.Barrier;
import org.coreograph.program.Condition;
import org.coreograph.program.Machine;
import org.coreograph.program.Mutex;
import org.coreograph.program.Once;
import org.coreograph.program.Pool;
import org.coreograph.program.RwMutex;
import org.coreograph.program.Semaphore;
import org.coreograph.program.SharedLong;
import org.coreograph.testkit.Script.Thing;

/** One of each thing that tasks of a script share beside its mutexes and channels, and what must hold of each. */
final class ScriptThings {
    private static final int PERMITS = 2;
    private static final int PARTIES = 2;

    private final Collection<String> violations;

    private final AtomicInteger readers = new AtomicInteger();
    private final AtomicInteger writers = new AtomicInteger();
    private final AtomicInteger permits = new AtomicInteger();
    private final AtomicInteger did = new AtomicInteger();
    private final AtomicInteger writes = new AtomicInteger();
    private final AtomicInteger listening = new AtomicInteger();
    private final Set<Long> sums = ConcurrentHashMap.newKeySet();
    private final Map<Long, Integer> met = new ConcurrentHashMap<>();

    private RwMutex rwMutex;
    private Semaphore semaphore;
    private Pool<AtomicInteger> pool;
    private Once once;
    private Atomic atomic;
    private SharedLong plain;
    private Barrier barrier;
    private Mutex mutex;
    private Condition told;

    ScriptThings(Collection<String> violations) {
        this.violations = violations;
    }

    void make(Machine machine) {
        rwMutex = machine.rwMutex("rw");
        semaphore = machine.semaphore("s", PERMITS);
        pool = machine.pool("p", PERMITS, AtomicInteger::new);
        once = machine.once("o");
        atomic = machine.atomic("a", 0);
        plain = machine.shared("v", 0);
        barrier = machine.barrier("b", PARTIES);
        mutex = machine.mutex("told");
        told = machine.condition("told", mutex);
    }

    void having(Thing thing, Runnable body) {
        switch (thing) {
            case READ_LOCK -> {
                rwMutex.readLock();
                within(
                        readers,
                        Integer.MAX_VALUE,
                        () -> {
                            check(writers.get() == 0, "read while another writes");
                            body.run();
                        },
                        rwMutex::readUnlock);
            }
            case WRITE_LOCK -> {
                rwMutex.lock();
                within(
                        writers,
                        1,
                        () -> {
                            check(readers.get() == 0, "written while others read");
                            body.run();
                        },
                        rwMutex::unlock);
            }
            case PERMIT -> {
                semaphore.acquire();
                within(permits, PERMITS, body, semaphore::release);
            }
            case CONNECTION -> {
                AtomicInteger users = pool.take();
                within(users, 1, body, () -> pool.give(users));
            }
            case ONCE ->
                once.run(() -> {
                    check(did.incrementAndGet() == 1, "done twice");
                    body.run();
                });
        }
    }

    private void within(AtomicInteger count, int most, Runnable body, Runnable end) {
        check(count.incrementAndGet() <= most, "more than " + most + " have it");
        try {
            body.run();
        } finally {
            count.decrementAndGet();
            end.run();
        }
    }

    void add() {
        check(sums.add(atomic.add(1)), "two adds came to the same");
        long read = plain.read();
        check(read <= writes.get(), "a variable holds more than was written");
        writes.incrementAndGet();
        plain.write(read + 1);
    }

    void meet() {
        check(met.merge(barrier.await(), 1, Integer::sum) <= PARTIES, "a barrier let too many through");
    }

    void listen() {
        mutex.lock();
        try {
            listening.incrementAndGet();
            told.await();
            check(listening.getAndDecrement() > 0, "told twice");
        } finally {
            mutex.unlock();
        }
    }

    void tell(boolean all) {
        if (all) {
            told.broadcast();
        } else {
            told.signal();
        }
    }

    private void check(boolean holds, String otherwise) {
        if (!holds) {
            violations.add(otherwise);
        }
    }
}
