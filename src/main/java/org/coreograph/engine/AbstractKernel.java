package org.coreograph.engine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.coreograph.model.Action;
import org.coreograph.model.EventSink;
import org.coreograph.model.MemoryKind;
import org.coreograph.model.ObjectInfo;
import org.coreograph.model.Outcome;
import org.coreograph.model.Pause;
import org.coreograph.model.RunEnd;
import org.coreograph.model.Settings;
import org.coreograph.model.StuckTask;
import org.coreograph.model.ThreadKind;
import org.coreograph.model.ValueKind;
import org.coreograph.program.ForeignMemoryException;
import org.coreograph.program.Kernel;
import org.coreograph.program.MemoryLine;
import org.coreograph.program.Waitable;
import org.coreograph.scheduler.SeededDraws;
import org.jspecify.annotations.Nullable;

/** What both clocks have in common: results, failures, and how a run ends. */
abstract class AbstractKernel implements Kernel, Run {
    /** How long a stop waits for threads to notice, before it gives them up. */
    static final long GRACE_MILLIS = 150;

    /** What {@link Object#toString} adds to the name of the type. */
    private static final Pattern IDENTITY = Pattern.compile("@[0-9a-f]+\\b");

    /** The reason of a run that a person stopped. */
    static final String ON_REQUEST = "on request";

    final Settings settings;
    final EventSink sink;
    final TaskThreads threads;

    private final CompletableFuture<RunEnd> end = new CompletableFuture<>();
    private final Map<String, Object> result = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Map<Integer, String> failures = Collections.synchronizedMap(new TreeMap<>());
    private final AtomicReference<Runnable> whenOver = new AtomicReference<>(() -> {});
    private final SeededDraws draws;
    private final List<String> processes = new ArrayList<>(List.of("main"));
    private int waitables;

    AbstractKernel(Settings settings, EventSink sink, TaskThreads threads) {
        this.settings = settings;
        this.sink = sink;
        this.threads = threads;
        draws = new SeededDraws(settings.seed(), "select");
    }

    /** Returns the task that calls, having checked that it may. */
    abstract KernelTask caller();

    /** Returns what notices tasks that make no call. */
    abstract Watch watch();

    /** Begins the run with main. */
    abstract void start();

    /** Has an action run once, when the end is known. */
    final void whenOver(Runnable action) {
        whenOver.set(action);
    }

    @Override
    public final boolean isOver() {
        return end.isDone();
    }

    @Override
    public final RunEnd await() throws InterruptedException {
        try {
            return end.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the engine failed: " + e.getCause(), e.getCause());
        }
    }

    @Override
    public final boolean await(long millis) throws InterruptedException {
        try {
            end.get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            // The engine failed: that is an end too, of which await tells.
            return true;
        }
    }

    @Override
    public final List<String> unresponsive() {
        return isOver()
                ? List.of()
                : watch().look(System.nanoTime()).stream()
                        .map(Watch.Silent::message)
                        .toList();
    }

    @Override
    public final int current() {
        return caller().id;
    }

    @Override
    public final MemoryLine newLine() {
        KernelTask me = caller();
        return new MemoryLine(me.process, me.core);
    }

    @Override
    public final void result(String name, Object value) {
        current();
        result.put(name, value);
    }

    @Override
    public final Waitable waitable(ObjectInfo info) {
        enter();
        try {
            int id = waitables++;
            sink.declareObject(id, info);
            return new Waitable(id, info.title());
        } finally {
            exit();
        }
    }

    @Override
    public final int newProcess(String name) {
        enter();
        try {
            synchronized (processes) {
                processes.add(name);
                return processes.size() - 1;
            }
        } finally {
            exit();
        }
    }

    @Override
    public final void emit(String text) {
        note(current(), Action.EMIT, EventSink.NONE, text);
    }

    @Override
    public final void did(int task, Action action, Waitable to, @Nullable Object value) {
        if (notesActions()) {
            note(task, action, to.id(), value);
        }
    }

    /** Writes down what a task did, guarded as the kernel guards what it writes. */
    abstract void note(int task, Action action, int object, @Nullable Object value);

    /** Writes down what a task did; the caller guards it. */
    final void write(int task, Action action, int object, @Nullable Object value) {
        EventSink.Writer to = sink.offCore();
        switch (value) {
            case null -> to.did(nowNanos(), task, action, object, ValueKind.NONE, 0);
            case Integer number -> to.did(nowNanos(), task, action, object, ValueKind.NUMBER, number);
            case Long number -> to.did(nowNanos(), task, action, object, ValueKind.NUMBER, number);
            case Double number ->
                to.did(nowNanos(), task, action, object, ValueKind.DECIMAL, Double.doubleToRawLongBits(number));
            default -> {
                int text = sink.declareText(words(value));
                to.did(nowNanos(), task, action, object, ValueKind.TEXT, text);
            }
        }
    }

    /** Returns a value as text that is the same in every run: without what tells an object from others of its kind. */
    private static String words(Object value) {
        if (value instanceof String text) {
            return text;
        }
        Class<?> type = value.getClass();
        if (type.isArray()) {
            return type.getSimpleName();
        }
        return type.isHidden() ? "code" : IDENTITY.matcher(value.toString()).replaceAll("");
    }

    @Override
    public final int draw(int bound) {
        return draws.nextInt(bound);
    }

    /**
     * Checks that a line of memory is the calling task's to touch. Main without a core only looks on: to it all memory
     * of its process is open, wherever it is.
     */
    final void checkOwn(KernelTask me, MemoryLine line) {
        checkProcess(me, line);
        if (settings.memory() == MemoryKind.DISTRIBUTED && me.core != KernelTask.NO_CORE) {
            int home = line.homeCore(me.core);
            if (home != me.core) {
                throw new ForeignMemoryException(me.name + " on core " + me.core + " touched memory of core " + home
                        + ": send what it needs over a channel");
            }
        }
    }

    /** Checks that a line of memory is in the calling task's process. */
    final void checkProcess(KernelTask me, MemoryLine line) {
        if (line.process() != me.process) {
            throw new ForeignMemoryException(me.name + " of process " + processName(me.process)
                    + " touched memory of process " + processName(line.process())
                    + ": send what it needs over a channel, or share a file");
        }
    }

    private String processName(int process) {
        synchronized (processes) {
            return processes.get(process);
        }
    }

    /** Returns what to say of a run that ends because it can't go on. */
    final @Nullable String reasonToStop(Throwable e) {
        return e instanceof OutOfMemoryError error ? threads.exhausted(error).getMessage() : e.getMessage();
    }

    /** Keeps why a task failed. */
    final void failed(int task, Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        failures.put(task, text.toString().stripTrailing());
    }

    /** Says how the run ended; only the first call counts. */
    final void publish(
            Outcome outcome,
            @Nullable String reason,
            long endNanos,
            List<StuckTask> stuck,
            List<Turn> threadsGivenUp,
            @Nullable List<Pause> pauses) {
        List<String> abandoned = new ArrayList<>();
        for (Turn turn : threadsGivenUp) {
            Thread thread = turn.thread();
            if (thread == null || !thread.isAlive()) {
                continue;
            }
            abandoned.add(thread.getName());
            thread.interrupt();
            if (settings.threads() == ThreadKind.VIRTUAL) {
                Carriers.giveUpOne();
            }
        }
        String full = abandoned.isEmpty()
                ? reason
                : (reason == null ? "" : reason + "; ") + "given up, since it made no call within " + GRACE_MILLIS
                        + " ms: " + String.join(", ", abandoned);
        synchronized (result) {
            synchronized (failures) {
                end.complete(new RunEnd(
                        outcome,
                        full,
                        endNanos,
                        Collections.unmodifiableMap(new LinkedHashMap<>(result)),
                        List.copyOf(stuck),
                        Collections.unmodifiableMap(new TreeMap<>(failures)),
                        List.copyOf(abandoned),
                        pauses));
            }
        }
        over();
    }

    private void over() {
        whenOver.getAndSet(() -> {}).run();
    }

    /** Ends the run because the engine itself is at fault, so that nobody waits for ever. */
    final void publishFault(Throwable fault) {
        end.completeExceptionally(fault);
        over();
    }

    /** Returns one line on the tasks that failed, with the first one's exception. */
    final @Nullable String failureReason(IntFunction<String> taskName) {
        synchronized (failures) {
            if (failures.isEmpty()) {
                return null;
            }
            Map.Entry<Integer, String> first = failures.entrySet().iterator().next();
            String line = first.getValue().lines().findFirst().orElse("");
            String others = failures.size() == 1 ? "" : " (and " + (failures.size() - 1) + " more)";
            return taskName.apply(first.getKey()) + " failed: " + line + others;
        }
    }
}
