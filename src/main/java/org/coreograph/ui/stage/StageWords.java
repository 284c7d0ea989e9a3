package org.coreograph.ui.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coreograph.analysis.RunReport;
import org.coreograph.trace.Trace;
import org.coreograph.viewmodel.stage.ObjectState;
import org.coreograph.viewmodel.stage.ObjectStates;
import org.coreograph.viewmodel.stage.StageCard;
import org.coreograph.viewmodel.stage.StageCard.Place;
import org.coreograph.viewmodel.stage.StageShape;
import org.coreograph.viewmodel.stage.StageSnapshot;

/** Says in words who is where and how objects stand, for those who can't see the stage. */
final class StageWords {
    /** More names than that are nobody's help. */
    private static final int MOST_NAMES = 8;

    private static final int MOST_OBJECTS = 12;

    private StageWords() {}

    static String of(RunReport run, RunStage stage) {
        StageSnapshot now = stage.snapshot();
        List<String> places = new ArrayList<>();
        add(
                places,
                run,
                "running",
                now.onCore().stream().filter(task -> task >= 0).toList());
        add(places, run, "ready", now.ready());
        add(places, run, "sleeping", now.sleeping());
        add(places, run, "waiting for I/O", now.waitingForIo());
        now.blocked()
                .forEach((object, waiters) -> add(
                        places,
                        run,
                        object < 0 ? "blocked" : "blocked on " + run.trace().objectName(object),
                        waiters.stream().map(StageSnapshot.Waiter::task).toList()));
        add(places, run, "to arrive", now.late());
        add(places, run, "done", now.done());
        stage.layout().cards().stream()
                .map(card -> object(run.trace(), stage, card))
                .filter(words -> !words.isEmpty())
                .limit(MOST_OBJECTS)
                .forEach(places::add);
        ObjectStates.Results results = stage.states().results(stage.atNanos(), 1);
        for (ObjectStates.Result latest : results.latest()) {
            places.add("partial results " + results.count() + ", the latest " + latest.text() + " of "
                    + name(run.trace(), latest.task()));
        }
        for (int core = 0; core < now.off().size(); core++) {
            if (now.off().get(core)) {
                places.add("core " + core + " off");
            }
        }
        String cores = run.coresTitle();
        return cores + ": " + (places.isEmpty() ? "nothing yet" : String.join("; ", places));
    }

    /** Says what a card is about, and who waits there. */
    static String of(Trace trace, RunStage stage, StageCard card) {
        String about = switch (card.place()) {
            case Place.Common.SLEEPING -> Place.Common.SLEEPING.title();
            case Place.Common.WAITING_FOR_IO -> Place.Common.WAITING_FOR_IO.title();
            case Place.Common.RESULTS ->
                stage.states().results(stage.atNanos(), MOST_NAMES).latest().stream()
                        .map(result -> name(trace, result.task()) + ": " + result.text())
                        .collect(Collectors.joining("\n", "the latest partial results\n", ""));
            case Place.Rest rest ->
                Stream.concat(
                                        rest.places().stream().map(Place.Common::title),
                                        rest.objects().stream().map(trace::objectName))
                                .limit(MOST_NAMES)
                                .collect(Collectors.joining(", ", rest.count() + " more: ", ""))
                        + (rest.still() > 0 ? "; " + rest.still() + " that nobody changes nor waits for" : "");
            case Place.Shared(StageShape.Thing thing) -> {
                String words = object(trace, stage, card);
                yield words.isEmpty() ? trace.objectName(thing.object()) : words;
            }
        };
        List<Integer> waiting = new ArrayList<>(stage.senders(card));
        waiting.addAll(stage.waiters(card));
        return waiting.isEmpty() ? about : about + "\nthere: " + names(trace, waiting);
    }

    /** Says how the object on a card stands; nothing where that isn't known or there is none. */
    private static String object(Trace trace, RunStage stage, StageCard card) {
        if (!(card.place() instanceof Place.Shared(StageShape.Thing thing))) {
            return "";
        }
        ObjectState state = stage.states().at(thing.object(), stage.atNanos(), MOST_NAMES);
        String words = ObjectWords.inside(thing, state);
        String detail = switch (state) {
            case ObjectState.Buffer buffer ->
                (buffer.oldest().isEmpty() ? "" : ", the oldest first: " + String.join(", ", buffer.oldest()))
                        + stage.offers(thing.object()).entrySet().stream()
                                .filter(offer -> !offer.getValue().isEmpty())
                                .limit(MOST_NAMES)
                                .map(offer -> ", " + name(trace, offer.getKey()) + " wants to send " + offer.getValue())
                                .collect(Collectors.joining());
            case ObjectState.Held held ->
                held.free() ? "" : " by " + names(trace, held.owner() >= 0 ? List.of(held.owner()) : held.readers());
            case ObjectState.Left left ->
                left.holders().isEmpty() ? "" : ", the others with " + names(trace, left.holders());
            case ObjectState.Contents contents -> contents.owner() < 0 ? "" : " of " + name(trace, contents.owner());
            case ObjectState.Count _,
                    ObjectState.Once _,
                    ObjectState.Unmade _,
                    ObjectState.There _,
                    ObjectState.Unknown _ -> "";
        };
        return words.isEmpty() ? "" : trace.objectName(thing.object()) + " " + words + detail;
    }

    private static String name(Trace trace, int task) {
        return trace.tasks().get(task).name();
    }

    private static String names(Trace trace, List<Integer> tasks) {
        int more = tasks.size() - MOST_NAMES;
        return tasks.stream().limit(MOST_NAMES).map(task -> name(trace, task)).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }

    private static void add(List<String> places, RunReport run, String place, List<Integer> tasks) {
        if (!tasks.isEmpty()) {
            places.add(place + " " + names(run.trace(), tasks));
        }
    }
}
