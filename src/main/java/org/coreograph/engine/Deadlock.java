package org.coreograph.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.coreograph.model.EventSink;
import org.coreograph.model.StuckTask;
import org.coreograph.program.Waitable;

/**
 * Who waits for whom when nothing can run again. Each blocked task waits for one thing and a thing is held by one task
 * at most, so following the arrows from every task finds a cycle if there is one.
 */
final class Deadlock {
    private final Map<Integer, Waitable> waits = new LinkedHashMap<>();
    private final IntFunction<String> taskName;

    Deadlock(IntFunction<String> taskName) {
        this.taskName = taskName;
    }

    /** Adds a blocked task, in order of id. */
    void add(int task, Waitable waitsFor) {
        waits.put(task, waitsFor);
    }

    /** Returns the first cycle, from its lowest task on; or every stuck task where there is no cycle. */
    List<StuckTask> links() {
        for (int first : waits.keySet()) {
            List<Integer> path = new ArrayList<>();
            int task = first;
            while (waits.containsKey(task) && !path.contains(task)) {
                path.add(task);
                task = holder(task);
            }
            if (task == first && !path.isEmpty()) {
                return path.stream().map(this::link).toList();
            }
        }
        return waits.keySet().stream().map(this::link).toList();
    }

    private int holder(int task) {
        Waitable waitsFor = waits.get(task);
        return waitsFor == null || waitsFor.holders().length == 0 ? EventSink.NONE : waitsFor.holders()[0];
    }

    private StuckTask link(int task) {
        Waitable waitsFor = waits.get(task);
        int holder = holder(task);
        return new StuckTask(task, waitsFor == null ? "" : waitsFor.name(), holder == EventSink.NONE ? null : holder);
    }

    /** Returns one line that says it. */
    String reason() {
        List<StuckTask> links = links();
        String shown = links.stream().limit(8).map(this::words).collect(Collectors.joining(", "));
        return "deadlock: " + shown + (links.size() > 8 ? ", and " + (links.size() - 8) + " more" : "");
    }

    private String words(StuckTask link) {
        Integer holder = link.heldBy();
        return taskName.apply(link.task()) + " waits for " + link.waitsFor()
                + (holder == null ? "" : " held by " + taskName.apply(holder));
    }
}
