package org.coreograph.testkit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.coreograph.model.PolicyKind;
import org.coreograph.model.Settings;
import org.coreograph.model.TieRule;
import org.coreograph.testkit.Script.Compute;
import org.coreograph.testkit.Script.Fail;
import org.coreograph.testkit.Script.Join;
import org.coreograph.testkit.Script.Lock;
import org.coreograph.testkit.Script.Receive;
import org.coreograph.testkit.Script.Send;
import org.coreograph.testkit.Script.Sleep;
import org.coreograph.testkit.Script.Start;
import org.coreograph.testkit.Script.Step;
import org.coreograph.testkit.Script.Unlock;

/**
 * What a simulated run must look like, worked out from the written rules and by none of the engine's means: no threads,
 * no event queue, no skipping ahead. It goes through every single nanosecond, and at each one through the steps (a) to
 * (d) as they are worded. One instance for each run; a tick is a nanosecond.
 */
public final class Oracle {
    private static final class Task {
        final int id;
        final Deque<Step> steps;
        boolean arrived;
        boolean ended;
        boolean blocked;
        boolean sleeping;
        int remaining;
        int core = -1;
        int lastCore = -1;
        long arrival = -1;
        long first = -1;
        long finish = -1;
        long ready;
        long run;
        long blockedFor;
        int slices;
        int switches;
        int migrations;

        Task(int id, List<Step> steps) {
            this.id = id;
            this.steps = new ArrayDeque<>(steps);
        }
    }

    private static final class Core {
        Task task;
        int last = -1;
        long switchLeft;
        long ranInQuantum;
        final StringBuilder lane = new StringBuilder();
        String open = "";
        long openSince;

        /** Extends what it does by a tick; a slice or a switch that goes on stays one. */
        void tick(String doing, long now) {
            if (!doing.equals(open)) {
                close(now);
                open = doing;
                openSince = now;
            }
        }

        void close(long now) {
            if (!open.isEmpty()) {
                lane.append(' ')
                        .append(open)
                        .append(':')
                        .append(openSince)
                        .append('-')
                        .append(now);
            }
            open = "";
        }
    }

    private record Timer(long at, Task task) {}

    private final Script script;
    private final Settings settings;
    private final List<Task> tasks = new ArrayList<>();
    private final List<Core> cores = new ArrayList<>();
    private final Deque<Task> queue = new ArrayDeque<>();
    private final TreeSet<Integer> arriving = new TreeSet<>();
    private final List<Timer> timers = new ArrayList<>();
    private final int[] holders;
    private final List<Deque<Task>> waiters = new ArrayList<>();
    private boolean mainHasCode = true;
    private boolean failed;
    private long now;

    public Oracle(Script script, Settings settings) {
        this.script = script;
        this.settings = settings;
        holders = new int[script.mutexes()];
        for (int i = 0; i < holders.length; i++) {
            holders[i] = -1;
            waiters.add(new ArrayDeque<>());
        }
        for (int i = 0; i < settings.cores(); i++) {
            cores.add(new Core());
        }
    }

    /** Returns the run as text, in the form of {@link TraceText#of}. */
    public String run() {
        Task main = new Task(0, script.main());
        main.arrived = true;
        main.arrival = 0;
        tasks.add(main);
        while (true) {
            fireTimers();
            instant();
            if (cores.stream().allMatch(core -> core.task == null) && timers.isEmpty()) {
                return text();
            }
            passOneNano();
        }
    }

    private void fireTimers() {
        for (Timer timer : List.copyOf(timers)) {
            if (timer.at == now) {
                timers.remove(timer);
                timer.task.sleeping = false;
                if (timer.task.id == 0) {
                    mainHasCode = true;
                } else {
                    arriving.add(timer.task.id);
                }
            }
        }
    }

    /** Rule 3: everything that happens at one instant. */
    private void instant() {
        do {
            for (Task next = nextWithCode(); next != null; next = nextWithCode()) {
                runCode(next);
            }
            queueTakePlaces();
            for (Core core : cores) {
                if (core.task == null && !queue.isEmpty()) {
                    dispatch(core, queue.poll());
                }
            }
        } while (nextWithCode() != null);
    }

    /** (a): main's code first, then in core order. */
    private Task nextWithCode() {
        Task main = tasks.get(0);
        if (mainHasCode || hasCode(main)) {
            return main;
        }
        return cores.stream()
                .map(core -> core.task)
                .filter(task -> task != null && hasCode(task))
                .findFirst()
                .orElse(null);
    }

    private boolean hasCode(Task task) {
        return task.core >= 0 && cores.get(task.core).switchLeft == 0 && task.remaining == 0;
    }

    private void runCode(Task task) {
        if (task.id == 0) {
            mainHasCode = false;
        }
        while (true) {
            Step step = task.steps.poll();
            switch (step) {
                case null -> {
                    end(task);
                    return;
                }
                case Compute(int ticks) -> {
                    if (ticks > 0) {
                        task.remaining = ticks;
                        if (task.core < 0) {
                            arriving.add(task.id);
                        }
                        return;
                    }
                }
                case Sleep(int ticks) -> {
                    if (ticks > 0) {
                        task.sleeping = true;
                        timers.add(new Timer(now + ticks, task));
                        leaveCore(task);
                        return;
                    }
                }
                case Start(int arrival, List<Step> body) -> {
                    Task child = new Task(tasks.size(), body);
                    tasks.add(child);
                    if (arrival <= now) {
                        arriving.add(child.id);
                    } else {
                        timers.add(new Timer(arrival, child));
                    }
                }
                case Lock(int mutex) -> {
                    if (holders[mutex] >= 0) {
                        waiters.get(mutex).add(task);
                        task.blocked = true;
                        leaveCore(task);
                        return;
                    }
                    holders[mutex] = task.id;
                }
                case Unlock(int mutex) -> {
                    if (holders[mutex] == task.id) {
                        handOver(mutex);
                    }
                }
                case Fail() -> {
                    failed = true;
                    end(task);
                    return;
                }
                case Send _, Receive _, Join _ -> throw new UnsupportedOperationException("not modelled: " + step);
            }
        }
    }

    private void handOver(int mutex) {
        Task owner = waiters.get(mutex).poll();
        holders[mutex] = owner == null ? -1 : owner.id;
        if (owner != null) {
            owner.blocked = false;
            if (owner.id == 0) {
                mainHasCode = true;
            } else {
                arriving.add(owner.id);
            }
        }
    }

    private void end(Task task) {
        task.ended = true;
        task.finish = now;
        leaveCore(task);
    }

    private void leaveCore(Task task) {
        if (task.core >= 0) {
            cores.get(task.core).task = null;
            task.core = -1;
        }
    }

    /** (b) and (c), in the order that the tie rule says. */
    private void queueTakePlaces() {
        List<Task> arrivals = arriving.stream().map(tasks::get).toList();
        arriving.clear();
        for (Task task : arrivals) {
            if (!task.arrived) {
                task.arrived = true;
                task.arrival = now;
            }
        }
        boolean usesQuantum = settings.policy() == PolicyKind.ROUND_ROBIN;
        List<Core> spent = cores.stream()
                .filter(core -> usesQuantum && core.task != null && core.ranInQuantum == settings.quantumNanos())
                .toList();
        long idle = cores.stream().filter(core -> core.task == null).count();
        if (queue.size() + arrivals.size() <= idle) {
            spent.forEach(core -> core.ranInQuantum = 0);
            queue.addAll(arrivals);
            return;
        }
        List<Task> preempted = spent.stream().map(core -> core.task).toList();
        preempted.forEach(this::leaveCore);
        boolean arrivalsFirst = settings.ties() == TieRule.ARRIVALS_FIRST;
        Stream.concat((arrivalsFirst ? arrivals : preempted).stream(), (arrivalsFirst ? preempted : arrivals).stream())
                .forEach(queue::add);
    }

    /** (d), and rule 4: what is paid for a switch and what is counted. */
    private void dispatch(Core core, Task task) {
        int index = cores.indexOf(core);
        boolean switches = core.last >= 0 && core.last != task.id;
        if (switches) {
            // Another task was here meanwhile, if only for an instant: these are two stretches.
            core.close(now);
        }
        core.task = task;
        core.last = task.id;
        core.ranInQuantum = 0;
        core.switchLeft = switches ? settings.switchCostNanos() : 0;
        task.core = index;
        task.slices++;
        task.switches += switches ? 1 : 0;
        task.migrations += task.lastCore >= 0 && task.lastCore != index ? 1 : 0;
        task.lastCore = index;
        if (task.first < 0) {
            task.first = now + core.switchLeft;
        }
    }

    private void passOneNano() {
        for (Core core : cores) {
            if (core.task == null) {
                core.close(now);
            } else if (core.switchLeft > 0) {
                core.tick("~" + core.task.id, now);
            } else {
                core.tick(Integer.toString(core.task.id), now);
            }
        }
        for (Task task : tasks) {
            if (!task.arrived || task.ended) {
                continue;
            }
            if (task.blocked || task.sleeping) {
                task.blockedFor++;
            } else if (task.core >= 0 && cores.get(task.core).switchLeft == 0) {
                task.run++;
            } else {
                task.ready++;
            }
        }
        for (Core core : cores) {
            if (core.task == null) {
                continue;
            }
            if (core.switchLeft > 0) {
                core.switchLeft--;
            } else {
                core.task.remaining--;
                core.ranInQuantum++;
            }
        }
        now++;
    }

    private String text() {
        boolean stuck = tasks.stream().anyMatch(task -> !task.ended);
        StringBuilder text = new StringBuilder();
        text.append(stuck ? "deadlock" : failed ? "failed" : "completed")
                .append(" at ")
                .append(now)
                .append('\n');
        for (int i = 0; i < cores.size(); i++) {
            cores.get(i).close(now);
            text.append("core ").append(i).append(':').append(cores.get(i).lane).append('\n');
        }
        for (Task task : tasks) {
            if (task.id == 0 && task.slices == 0) {
                continue;
            }
            text.append(TraceText.task(
                    task.id,
                    task.arrival,
                    task.first,
                    task.finish,
                    task.ready,
                    task.run,
                    task.blockedFor,
                    task.switches,
                    task.migrations,
                    task.slices));
        }
        return text.append("switches ")
                .append(tasks.stream().mapToInt(task -> task.switches).sum())
                .append(" migrations ")
                .append(tasks.stream().mapToInt(task -> task.migrations).sum())
                .append('\n')
                .toString();
    }
}
