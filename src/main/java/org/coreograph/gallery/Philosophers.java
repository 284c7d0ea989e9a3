package org.coreograph.gallery;

import java.util.ArrayList;
import java.util.List;
import org.coreograph.model.Durations;
import org.coreograph.model.Named;
import org.coreograph.program.Condition;
import org.coreograph.program.Machine;
import org.coreograph.program.Mutex;
import org.coreograph.program.Program;
import org.coreograph.program.WaitGroup;

/**
 * Philosophers at a round table, with a fork between each two, who need both forks beside them to eat. Each takes the left
 * one first; if all do so at once, all wait for ever. A cure takes away one of the four conditions of that.
 */
final class Philosophers implements GalleryProgram {
    /** Which of the four conditions of a deadlock is taken away. */
    enum Cure implements Named {
        NONE("none", "None"),
        /** A fork of one's own for each hand: no mutual exclusion. */
        OWN("own", "Own forks"),
        /** Somebody hands out both forks or none: no hold and wait. */
        WAITER("waiter", "A waiter"),
        /** A fork is put back after a while: preemption. */
        TIMEOUT("timeout", "Timeout"),
        /** The fork with the lower number comes first: no circle. */
        ORDER("order", "Order");

        private final String id;
        private final String title;

        Cure(String id, String title) {
            this.id = id;
            this.title = title;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String title() {
            return title;
        }
    }

    @Override
    public Program create(Arguments arguments) {
        int seats = (int) arguments.number("seats");
        int meals = (int) arguments.number("meals");
        long thinkNanos = arguments.nanos("think");
        long reachNanos = arguments.nanos("reach");
        long eatNanos = arguments.nanos("eat");
        Cure cure = arguments.choice("cure", Cure.class);
        return machine -> {
            Table table = new Table(machine, seats, reachNanos);
            WaitGroup philosophers = machine.waitGroup();
            philosophers.add(seats);
            for (int i = 0; i < seats; i++) {
                int seat = i;
                machine.start("philosopher " + (seat + 1), () -> {
                    for (int meal = 1; meal <= meals; meal++) {
                        machine.compute(thinkNanos);
                        table.take(cure, seat);
                        machine.compute(eatNanos);
                        machine.emit("meal " + meal);
                        table.putBack(cure, seat);
                    }
                    philosophers.done();
                });
            }
            philosophers.await();
            machine.result("meals", seats * meals);
        };
    }

    /** The table with its forks. Fork i lies to the left of seat i, and the next one to its right. */
    private static final class Table {
        private final Machine machine;
        private final long reachNanos;
        private final List<Mutex> forks = new ArrayList<>();
        private final boolean[] inUse;
        private final Mutex waiter;
        private final Condition putBack;

        Table(Machine machine, int seats, long reachNanos) {
            this.machine = machine;
            this.reachNanos = reachNanos;
            for (int i = 1; i <= seats; i++) {
                forks.add(machine.mutex("fork " + i));
            }
            inUse = new boolean[seats];
            waiter = machine.mutex("waiter");
            putBack = machine.condition("put back", waiter);
        }

        void take(Cure cure, int left) {
            int right = right(left);
            switch (cure) {
                case NONE -> takeOneByOne(left, right);
                case ORDER -> takeOneByOne(Math.min(left, right), Math.max(left, right));
                case TIMEOUT -> takeOrPutBack(left, right);
                case WAITER -> takeBothAtOnce(left, right);
                case OWN -> machine.compute(reachNanos);
            }
        }

        void putBack(Cure cure, int left) {
            int right = right(left);
            switch (cure) {
                case NONE, ORDER, TIMEOUT -> {
                    forks.get(left).unlock();
                    forks.get(right).unlock();
                }
                case WAITER -> giveBothBack(left, right);
                case OWN -> {
                    // Nobody else waits for them.
                }
            }
        }

        private void takeOneByOne(int first, int second) {
            forks.get(first).lock();
            machine.compute(reachNanos);
            forks.get(second).lock();
        }

        /** Waits for the second fork for a while only. Each seat has its own patience, lest all give up at once again. */
        private void takeOrPutBack(int first, int second) {
            long patienceNanos = (first + 1) * Durations.MILLI;
            forks.get(first).lock();
            machine.compute(reachNanos);
            while (!forks.get(second).tryLock()) {
                machine.sleep(patienceNanos);
                if (forks.get(second).tryLock()) {
                    return;
                }
                forks.get(first).unlock();
                machine.sleep(patienceNanos);
                forks.get(first).lock();
            }
        }

        private void takeBothAtOnce(int left, int right) {
            waiter.lock();
            while (inUse[left] || inUse[right]) {
                putBack.await();
            }
            inUse[left] = true;
            inUse[right] = true;
            waiter.unlock();
            machine.compute(reachNanos);
        }

        private void giveBothBack(int left, int right) {
            waiter.lock();
            inUse[left] = false;
            inUse[right] = false;
            putBack.broadcast();
            waiter.unlock();
        }

        private int right(int left) {
            return (left + 1) % forks.size();
        }
    }

    @Override
    public String id() {
        return "philosophers";
    }

    @Override
    public String title() {
        return "Philosophers";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.choice("cure", "Cure", Cure.NONE),
                Parameter.number("seats", "Philosophers", 5, 2, 1_000),
                Parameter.number("meals", "Meals of each", 3, 1, 1_000),
                Parameter.span("think", "Thinking", "5", 0, 1_000),
                Parameter.span("reach", "Reaching for a fork", "30", 0, 1_000),
                Parameter.span("eat", "Eating", "10", 0, 1_000));
    }

    @Override
    public long quantumNanos() {
        return 10 * Durations.MILLI;
    }
}
