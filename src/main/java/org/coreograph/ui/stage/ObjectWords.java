package org.coreograph.ui.stage;

import org.coreograph.model.ObjectKind;
import org.coreograph.viewmodel.stage.ObjectState;
import org.coreograph.viewmodel.stage.StageShape.Thing;

/** Says in few words how an object stands. */
final class ObjectWords {
    private ObjectWords() {}

    /** Returns what is said beside its name; often nothing. */
    static String beside(Thing thing, ObjectState state) {
        return state instanceof ObjectState.Buffer buffer ? buffer(thing, buffer) : "";
    }

    private static String buffer(Thing thing, ObjectState.Buffer buffer) {
        if (buffer.closed()) {
            return buffer.size() == 0 ? "closed" : "closed, " + buffer.size();
        }
        if (thing.capacity() == 0) {
            return "no buffer";
        }
        return buffer.size() + " of " + thing.capacity();
    }

    /** Returns what is written where there is nothing to draw. */
    static String inside(Thing thing, ObjectState state) {
        return switch (state) {
            case ObjectState.Unknown _, ObjectState.There _ -> "";
            case ObjectState.Unmade _ -> "not made yet";
            case ObjectState.Buffer buffer -> buffer(thing, buffer);
            case ObjectState.Held held -> held.free() ? "free" : held.owner() >= 0 ? "locked" : "being read";
            case ObjectState.Left left -> left.left() + " of " + thing.capacity() + " left";
            case ObjectState.Count count -> count(thing.kind(), count.count());
            case ObjectState.Contents contents -> contents.value();
            case ObjectState.Once once -> once.done() ? "done" : "not done";
        };
    }

    private static String count(ObjectKind kind, long count) {
        return kind == ObjectKind.WAIT_GROUP
                ? count + " to go"
                : kind == ObjectKind.BARRIER ? count + " to come" : count + " sent";
    }
}
