package org.coreograph.ui.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.coreograph.analysis.RunReport;
import org.coreograph.viewmodel.stage.StageSnapshot;

/** Says in words who is where, for those who can't see the stage. */
final class StageWords {
    /** More names than that are nobody's help. */
    private static final int MOST_NAMES = 8;

    private StageWords() {}

    static String of(RunReport run, StageSnapshot now) {
        List<String> places = new ArrayList<>();
        add(
                places,
                run,
                "running",
                now.onCore().stream().filter(task -> task >= 0).toList());
        add(places, run, "ready", now.ready());
        add(places, run, "sleeping", now.sleeping());
        add(places, run, "waiting for I/O", now.waitingForIo());
        add(places, run, "waiting for others", now.joining());
        now.blocked()
                .forEach((object, tasks) -> add(
                        places,
                        run,
                        object < 0 ? "blocked" : "blocked on " + run.trace().objectName(object),
                        tasks));
        add(places, run, "to arrive", now.late());
        add(places, run, "done", now.done());
        for (int core = 0; core < now.off().size(); core++) {
            if (now.off().get(core)) {
                places.add("core " + core + " off");
            }
        }
        String cores = run.coresTitle();
        return cores + ": " + (places.isEmpty() ? "nothing yet" : String.join("; ", places));
    }

    private static void add(List<String> places, RunReport run, String place, List<Integer> tasks) {
        if (!tasks.isEmpty()) {
            String names = tasks.stream()
                    .limit(MOST_NAMES)
                    .map(task -> run.trace().tasks().get(task).name())
                    .collect(Collectors.joining(", "));
            int more = tasks.size() - MOST_NAMES;
            places.add(place + " " + names + (more > 0 ? " and " + more + " more" : ""));
        }
    }
}
