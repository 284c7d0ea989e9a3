package org.coreograph.gallery;

import java.util.List;
import org.coreograph.model.Durations;
import org.coreograph.model.Named;
import org.coreograph.program.Atomic;
import org.coreograph.program.Channel;
import org.coreograph.program.Machine;
import org.coreograph.program.Mutex;
import org.coreograph.program.Program;
import org.coreograph.program.SharedLong;
import org.coreograph.program.WaitGroup;

/** Tasks that add to one counter, with nothing to guard it or with one of the usual guards. */
final class Counter implements GalleryProgram {
    /** An addition takes about a nanosecond in life. Here it takes longer, so that a slice can end in the midst of it. */
    private static final long ADDITION_NANOS = 50 * Durations.MICRO;

    /** What keeps two additions from getting in each other's way. */
    enum Guard implements Named {
        NONE("none", "Nothing"),
        MUTEX("mutex", "A mutex"),
        ATOMIC("atomic", "An atomic variable"),
        OWNER("owner", "A task that owns the counter"),
        CHANNEL_LOCK("channel-lock", "A channel as a lock"),
        EXPOSED("exposed", "A mutex left to the callers");

        private final String id;
        private final String title;

        Guard(String id, String title) {
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
        int tasks = (int) arguments.number("tasks");
        long increments = arguments.number("increments");
        Guard guard = arguments.choice("guard", Guard.class);
        return machine -> count(machine, tasks, increments, tally(machine, guard));
    }

    private static void count(Machine machine, int tasks, long increments, Tally tally) {
        WaitGroup adders = machine.waitGroup();
        adders.add(tasks);
        for (int i = 1; i <= tasks; i++) {
            machine.start("adder " + i, () -> {
                try {
                    for (long n = 0; n < increments; n++) {
                        tally.addOne();
                    }
                } finally {
                    adders.done();
                }
            });
        }
        adders.await();
        machine.result("counter", tally.total());
    }

    /** A counter that tasks add to. */
    private interface Tally {
        void addOne();

        /** Returns the count; asked once, when nobody adds any more. */
        long total();
    }

    private static Tally tally(Machine machine, Guard guard) {
        return switch (guard) {
            case NONE -> new Unguarded(machine);
            case MUTEX -> new Locked(machine);
            case ATOMIC -> new Indivisible(machine);
            case OWNER -> new Owned(machine);
            case CHANNEL_LOCK -> new ChannelLocked(machine);
            case EXPOSED -> new Exposed(machine);
        };
    }

    /** Reads, adds and writes. What others write in between is overwritten. */
    private static final class Unguarded implements Tally {
        private final Machine machine;
        private final SharedLong count;

        Unguarded(Machine machine) {
            this.machine = machine;
            count = machine.shared("count", 0);
        }

        @Override
        public void addOne() {
            long seen = count.read();
            machine.compute(ADDITION_NANOS);
            count.write(seen + 1);
        }

        @Override
        public long total() {
            return count.read();
        }
    }

    /** Does the same behind a mutex, which one task owns at a time. */
    private static final class Locked implements Tally {
        private final Mutex mutex;
        private final Unguarded count;

        Locked(Machine machine) {
            mutex = machine.mutex("count");
            count = new Unguarded(machine);
        }

        @Override
        public void addOne() {
            mutex.lock();
            count.addOne();
            mutex.unlock();
        }

        @Override
        public long total() {
            return count.total();
        }
    }

    /** Adds in one step that can't be divided. */
    private static final class Indivisible implements Tally {
        private final Machine machine;
        private final Atomic count;

        Indivisible(Machine machine) {
            this.machine = machine;
            count = machine.atomic("count", 0);
        }

        @Override
        public void addOne() {
            machine.compute(ADDITION_NANOS);
            count.add(1);
        }

        @Override
        public long total() {
            return count.get();
        }
    }

    /** Leaves it to one task, which owns the count: the others send what is to be added. Nothing is shared. */
    private static final class Owned implements Tally {
        private final Channel<Long> additions;
        private final WaitGroup owner;
        private long count;

        Owned(Machine machine) {
            additions = machine.channel("additions", 0);
            owner = machine.waitGroup();
            owner.add(1);
            machine.start("owner", () -> {
                for (long addition : additions) {
                    machine.compute(ADDITION_NANOS);
                    count += addition;
                }
                owner.done();
            });
        }

        @Override
        public void addOne() {
            additions.send(1L);
        }

        @Override
        public long total() {
            additions.close();
            owner.await();
            return count;
        }
    }

    /** Uses a channel with room for one value as a lock: who has put a value into it may add, and takes it out again. */
    private static final class ChannelLocked implements Tally {
        private final Channel<String> lock;
        private final Unguarded count;

        ChannelLocked(Machine machine) {
            lock = machine.channel("lock", 1);
            count = new Unguarded(machine);
        }

        @Override
        public void addOne() {
            lock.send("mine");
            count.addOne();
            lock.receive();
        }

        @Override
        public long total() {
            return count.total();
        }
    }

    /**
     * Gives its mutex away: whoever adds locks it, once to read and once to write, and each of both is well guarded. The
     * two together are not.
     */
    private static final class Exposed implements Tally {
        private final Machine machine;
        private final Mutex mutex;
        private final SharedLong count;

        Exposed(Machine machine) {
            this.machine = machine;
            mutex = machine.mutex("count");
            count = machine.shared("count", 0);
        }

        @Override
        public void addOne() {
            mutex.lock();
            long seen = count.read();
            mutex.unlock();
            machine.compute(ADDITION_NANOS);
            mutex.lock();
            count.write(seen + 1);
            mutex.unlock();
        }

        @Override
        public long total() {
            return count.read();
        }
    }

    @Override
    public String id() {
        return "counter";
    }

    @Override
    public String title() {
        return "Counter";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.number("tasks", "Tasks", 2, 1, 1_000),
                Parameter.number("increments", "Additions of each", 1_000, 1, 100_000),
                Parameter.choice("guard", "Guard", Guard.NONE));
    }

    @Override
    public long quantumNanos() {
        return 5 * Durations.MILLI;
    }
}
