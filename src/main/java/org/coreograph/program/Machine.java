package org.coreograph.program;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.coreograph.model.Durations;
import org.coreograph.model.EventSink;
import org.coreograph.model.TaskSpec;
import org.coreograph.model.WaitKind;

/**
 * The machine a program runs on: where it starts tasks, spends time and gets what tasks communicate with.
 *
 * <p>All times are in nanoseconds, from 0 to a day ({@link Durations#MAX_NANOS}); anything else is an
 * {@link IllegalArgumentException}. Every call, one that declares no time included, throws {@link RunClosedError} once
 * the run is over.
 */
public final class Machine {
    /** A count is at most this, so that its simulated time stays below a day. */
    public static final long MAX_COUNT = Durations.MAX_NANOS;

    private static final long MESSAGE_BYTES = 8;

    private final Kernel kernel;
    private final Map<String, Waitable> selects = new ConcurrentHashMap<>();
    private final Map<String, SharedFile> files = new ConcurrentHashMap<>();

    public Machine(Kernel kernel) {
        this.kernel = kernel;
    }

    /** Starts a task that arrives now, as Go's {@code go} does. The caller goes on. */
    public void start(String name, Task body) {
        kernel.start(TaskSpec.named(name), EventSink.NONE, body);
    }

    /** Starts a task with all that is declared of it, for policies that go by that. */
    public void start(TaskSpec spec, Task body) {
        kernel.start(spec, EventSink.NONE, body);
    }

    /** Starts a task that arrives at a time since the run began, however busy the cores are then. */
    public void startAt(long arrivalNanos, String name, Task body) {
        kernel.start(TaskSpec.named(name).arrivingAt(arrivalNanos), EventSink.NONE, body);
    }

    /**
     * Starts a process: a task, and all tasks started within it, whose variables no task of another process can touch.
     * What they tell others they send over channels or write to files.
     */
    public void process(String name, Program program) {
        process(TaskSpec.named(name), program);
    }

    /** Starts a process with all that is declared of its first task. */
    public void process(TaskSpec spec, Program program) {
        kernel.start(spec, kernel.newProcess(spec.name()), () -> program.run(this));
    }

    /** Computes for a time: uses a core, and can be preempted. 0 goes on at once. */
    public void compute(long nanos) {
        if (checked(nanos) > 0) {
            kernel.compute(nanos);
        } else {
            kernel.current();
        }
    }

    /**
     * Computes with a body of real code whose cost is declared. The body runs under both clocks; simulated, it takes
     * effect when the cost has passed, and measured, it takes what it takes. It may not call the machine.
     */
    public void compute(long nanos, Runnable body) {
        kernel.compute(checked(nanos), body);
    }

    /**
     * Counts from 0 to {@code times}: a real loop under the measured clock, exactly 1 ns a count under the simulated
     * one.
     *
     * @param times 0 to {@link #MAX_COUNT}
     */
    public void count(long times) {
        if (times < 0 || times > MAX_COUNT) {
            throw new IllegalArgumentException("a count must be 0 to " + MAX_COUNT + ", but was " + times);
        }
        if (times > 0) {
            kernel.count(times);
        } else {
            kernel.current();
        }
    }

    /** Sleeps: gives up the core, and is ready again when the time has passed. */
    public void sleep(long nanos) {
        pause(WaitKind.SLEEP, nanos);
    }

    /** Waits for a device, such as a disk: as a sleep, but under its own name in what is drawn and counted. */
    public void io(long nanos) {
        pause(WaitKind.IO, nanos);
    }

    private void pause(WaitKind kind, long nanos) {
        if (checked(nanos) > 0) {
            kernel.pause(kind, nanos);
        } else {
            kernel.current();
        }
    }

    /** Gives up the core if others wait for one, and queues behind them. Named so because {@code yield} is taken in Java. */
    public void giveWay() {
        kernel.giveWay();
    }

    /** Tells a partial result, which is marked on the timeline where it came. */
    public void emit(String text) {
        kernel.emit(Objects.requireNonNull(text, "a partial result is a text"));
    }

    /** Returns the time since the run began. */
    public long nowNanos() {
        // A loop that only asks for the time ends with its run too.
        kernel.current();
        return kernel.nowNanos();
    }

    /** Makes a wait group, which waits for a number of tasks to be done. */
    public WaitGroup waitGroup() {
        return new WaitGroup(kernel);
    }

    /** Makes a mutex, unlocked. */
    public Mutex mutex(String name) {
        return new Mutex(kernel, name);
    }

    /** Makes a mutex for many readers or one writer, unlocked. */
    public RwMutex rwMutex(String name) {
        return new RwMutex(kernel, name);
    }

    /** Makes a semaphore with a number of permits, 0 or more. */
    public Semaphore semaphore(String name, int permits) {
        return new Semaphore(kernel, name, permits);
    }

    /** Makes a condition, which tasks that own the mutex can wait for. */
    public Condition condition(String name, Mutex mutex) {
        return new Condition(kernel, name, mutex);
    }

    /** Makes something that does what it is told once. */
    public Once once(String name) {
        return new Once(kernel, name);
    }

    /** Makes a barrier for a number of tasks, 1 or more. */
    public Barrier barrier(String name, int parties) {
        return new Barrier(kernel, name, parties);
    }

    /**
     * Makes a pool of things to take and give back.
     *
     * @param size how many there are at most, 1 or more
     * @param maker makes one, when it is needed
     */
    public <T> Pool<T> pool(String name, int size, Supplier<? extends T> maker) {
        return new Pool<>(kernel, name, size, maker);
    }

    /**
     * Makes a channel, whose messages have 8 bytes.
     *
     * @param capacity how many values wait in it; with 0 it is unbuffered, and a sender waits for its receiver
     */
    public <T> Channel<T> channel(String name, int capacity) {
        return channel(name, capacity, MESSAGE_BYTES);
    }

    /**
     * Makes a channel.
     *
     * @param capacity how many values wait in it; with 0 it is unbuffered, and a sender waits for its receiver
     * @param messageBytes how large a message is, 1 or more, where it has to cross a bus
     */
    public <T> Channel<T> channel(String name, int capacity, long messageBytes) {
        return new Channel<>(kernel, name, capacity, messageBytes);
    }

    /** Begins a select, to which cases are added. */
    public Select select() {
        return new Select(kernel, selects);
    }

    /**
     * Makes a value that belongs to the caller, and to others by being sent.
     *
     * @param bytes how large it is, 1 or more
     */
    public <T> Owned<T> own(String name, T value, long bytes) {
        return new Owned<>(kernel, name, value, bytes);
    }

    /** Opens a file that takes no time to read and to write. All processes get the same file by the same name. */
    public SharedFile file(String name) {
        return file(name, 0);
    }

    /**
     * Opens a file. All processes get the same file by the same name.
     *
     * @param ioNanos how long each operation waits for the device
     * @throws IllegalArgumentException if it was opened with another time before
     */
    public SharedFile file(String name, long ioNanos) {
        SharedFile file = files.computeIfAbsent(name, _ -> new SharedFile(kernel, name, checked(ioNanos)));
        if (file.ioNanos() != ioNanos) {
            throw new IllegalArgumentException("an operation of file " + name + " takes " + file.ioNanos()
                    + "ns, as it was opened first, but was to take " + ioNanos + "ns");
        }
        return file;
    }

    /** Makes a variable with a whole number in it, on a line of memory of its own. Nothing guards it. */
    public SharedLong shared(String name, long initial) {
        return line(name).shared(name, initial);
    }

    /** Makes a variable on a line of memory of its own. Nothing guards it. */
    public <T> Shared<T> shared(String name, T initial) {
        return line(name).shared(name, initial);
    }

    /** Makes a whole number whose operations can't be divided, on a line of memory of its own. */
    public Atomic atomic(String name, long initial) {
        return line(name).atomic(name, initial);
    }

    /** Begins a line of memory, for up to {@link MemoryLine#VALUES} values that are to lie beside each other. */
    public Line line(String name) {
        return new Line(kernel, name);
    }

    /**
     * Keeps a value that the program computed, to be shown beside its picture.
     *
     * @param value a number, a boolean or a text
     * @throws IllegalArgumentException if it is something else, or a number that is not finite
     */
    public void result(String name, Object value) {
        if (!(value instanceof Number || value instanceof Boolean || value instanceof String)) {
            throw new IllegalArgumentException("a result must be a number, a boolean or a text, but " + name + " was a "
                    + value.getClass().getName());
        }
        if (!finite(value)) {
            throw new IllegalArgumentException("a result must be a finite number, but " + name + " was " + value);
        }
        kernel.result(name, value);
    }

    private static boolean finite(Object value) {
        return switch (value) {
            case Double number -> Double.isFinite(number);
            case Float number -> Float.isFinite(number);
            default -> true;
        };
    }

    private static long checked(long nanos) {
        if (nanos < 0 || nanos > Durations.MAX_NANOS) {
            throw new IllegalArgumentException("a time must be 0 to 86400s, but was " + nanos + "ns");
        }
        return nanos;
    }
}
