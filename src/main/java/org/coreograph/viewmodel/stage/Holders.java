package org.coreograph.viewmodel.stage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coreograph.model.Action;
import org.coreograph.trace.Actions;

/**
 * Which tasks hold an object that several may hold at once, at any time. It goes on from a checkpoint; a checkpoint
 * comes after as many actions as it has holders, and some, so that all of them together are no more than the actions.
 */
final class Holders {
    private static final int BETWEEN = 128;

    private final Actions actions;
    private final IntLists done;
    private final int object;
    private final List<int[]> checkpoints = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();

    /** @param done what was done to each object, as indexes of the actions */
    Holders(Actions actions, IntLists done, int object) {
        this.actions = actions;
        this.done = done;
        this.object = object;
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        int last = 0;
        for (int i = 0; i < done.size(object); i++) {
            if (i - last >= BETWEEN + counts.size()) {
                checkpoints.add(list(counts).stream().mapToInt(task -> task).toArray());
                places.add(i);
                last = i;
            }
            apply(counts, i);
        }
    }

    /**
     * Returns who holds it, in the order in which they began to; more than once, who holds it more than once.
     *
     * @param count after how many actions
     */
    List<Integer> after(int count) {
        int checkpoint = checkpointFor(count);
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        int from = 0;
        if (checkpoint >= 0) {
            for (int task : checkpoints.get(checkpoint)) {
                counts.merge(task, 1, Integer::sum);
            }
            from = places.get(checkpoint);
        }
        for (int i = from; i < count; i++) {
            apply(counts, i);
        }
        return list(counts);
    }

    private int checkpointFor(int count) {
        int low = 0;
        int high = places.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (places.get(middle) <= count) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    private void apply(Map<Integer, Integer> counts, int index) {
        int at = done.get(object, index);
        int task = actions.task(at);
        Action action = actions.action(at);
        if (action == Action.READ_LOCK || action == Action.ACQUIRE || action == Action.TAKE) {
            counts.merge(task, 1, Integer::sum);
        } else if (action == Action.READ_UNLOCK || action == Action.RELEASE || action == Action.GIVE) {
            counts.computeIfPresent(task, (_, held) -> held == 1 ? null : held - 1);
        }
    }

    private static List<Integer> list(Map<Integer, Integer> counts) {
        List<Integer> list = new ArrayList<>();
        counts.forEach((task, held) -> {
            for (int i = 0; i < held; i++) {
                list.add(task);
            }
        });
        return list;
    }
}
