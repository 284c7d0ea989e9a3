package org.coreograph.gallery;

import java.util.List;
import org.coreograph.model.Durations;
import org.coreograph.model.Named;
import org.coreograph.program.Atomic;
import org.coreograph.program.Channel;
import org.coreograph.program.Machine;
import org.coreograph.program.Program;
import org.coreograph.program.WaitGroup;

/** A server whose requests compute a little and wait for a database a lot: who serves them? */
final class WebServer implements GalleryProgram {
    /** Who serves a request. */
    enum Mode implements Named {
        THREAD("thread", "Thread each"),
        POOL("pool", "Pool"),
        TASK("task", "Task each");

        private final String id;
        private final String title;

        Mode(String id, String title) {
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

    /** What it takes to have one more of something that serves. */
    private record Price(long spawnNanos, long bytes) {}

    /** What a request takes. */
    private record Request(long computeNanos, long waitNanos) {
        void serve(Machine machine) {
            machine.compute(computeNanos / 2);
            machine.io(waitNanos);
            machine.compute(computeNanos - computeNanos / 2);
        }
    }

    @Override
    public Program create(Arguments arguments) {
        Mode mode = arguments.choice("mode", Mode.class);
        int workers = (int) arguments.number("workers");
        int requests = (int) arguments.number("requests");
        Request request = new Request(arguments.nanos("compute"), arguments.nanos("wait"));
        Price thread = new Price(arguments.nanos("thread-spawn"), arguments.number("thread-bytes"));
        Price task = new Price(arguments.nanos("task-spawn"), arguments.number("task-bytes"));
        return machine -> {
            switch (mode) {
                case THREAD -> oneEach(machine, requests, request, thread);
                case POOL -> pool(machine, workers, requests, request, thread);
                case TASK -> oneEach(machine, requests, request, task);
            }
        };
    }

    /** Starts a thread, or a task, for each request. */
    private static void oneEach(Machine machine, int requests, Request request, Price price) {
        WaitGroup served = machine.waitGroup();
        served.add(requests);
        Atomic alive = machine.atomic("alive", 0);
        Atomic most = machine.atomic("most alive", 0);
        machine.start("listener", () -> {
            for (int i = 1; i <= requests; i++) {
                spawn(machine, price);
                long now = alive.add(1);
                most.updateAndGet(before -> Math.max(before, now));
                machine.start("request " + i, () -> {
                    try {
                        request.serve(machine);
                        alive.add(-1);
                    } finally {
                        served.done();
                    }
                });
            }
        });
        served.await();
        tell(machine, requests, most.get(), price);
    }

    /** Starts some threads, and gives the next request to the first one that is free. */
    private static void pool(Machine machine, int workers, int requests, Request request, Price price) {
        WaitGroup served = machine.waitGroup();
        served.add(requests);
        Channel<Integer> waiting = machine.channel("requests", requests);
        machine.start("listener", () -> {
            for (int i = 1; i <= requests; i++) {
                waiting.send(i);
            }
            waiting.close();
            for (int i = 1; i <= workers; i++) {
                spawn(machine, price);
                machine.start("worker " + i, () -> {
                    for (int _ : waiting) {
                        try {
                            request.serve(machine);
                        } finally {
                            served.done();
                        }
                    }
                });
            }
        });
        served.await();
        tell(machine, requests, workers, price);
    }

    /** Pays what is declared for a new thread or task. On the measured clock that is real anyway, and nothing is added. */
    private static void spawn(Machine machine, Price price) {
        machine.compute(price.spawnNanos(), () -> {});
    }

    private static void tell(Machine machine, int requests, long mostAlive, Price price) {
        machine.result("served", requests);
        machine.result("mostAlive", mostAlive);
        machine.result("declaredBytes", mostAlive * price.bytes());
    }

    @Override
    public String id() {
        return "web-server";
    }

    @Override
    public String title() {
        return "Web server";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.choice("mode", "Served by", Mode.POOL),
                Parameter.number("workers", "Threads in the pool", 8, 1, 10_000),
                Parameter.number("requests", "Requests", 60, 1, 100_000),
                Parameter.span("compute", "A request computes", "5", 0, 1_000),
                Parameter.span("wait", "A request waits", "15", 0, 10_000),
                Parameter.span("thread-spawn", "To start a thread", "0.6", 0, 1_000),
                Parameter.number("thread-bytes", "Bytes of a thread", 22_700, 0, 1_000_000_000),
                Parameter.span("task-spawn", "To start a task", "0.0004", 0, 1_000),
                Parameter.number("task-bytes", "Bytes of a task", 1_150, 0, 1_000_000_000));
    }

    @Override
    public long quantumNanos() {
        return 10 * Durations.MILLI;
    }
}
