package org.coreograph.trace;

import org.coreograph.model.Action;
import org.coreograph.model.SliceEnd;
import org.coreograph.model.ValueKind;
import org.coreograph.model.WaitKind;
import org.jspecify.annotations.Nullable;

/**
 * What a record's last long holds. From the lowest bit: 4 bits of the {@link RecordType}, 5 of a detail (a
 * {@link SliceEnd}, an {@link Action}, or whether a task failed), 5 of a kind (a {@link WaitKind} plus one, or a
 * {@link ValueKind}), 2 flags, 24 of the task and 24 of another number, mostly an object, both plus one.
 */
final class RecordWord {
    /** Ids of tasks and objects are below this. */
    static final int MAX_ID = (1 << 24) - 2;

    static final int SWITCHED_FLAG = 1;
    static final int MIGRATED_FLAG = 2;

    static final int ARRIVED = RecordType.ARRIVED.ordinal();
    static final int RAN = RecordType.RAN.ordinal();
    static final int SWITCHED = RecordType.SWITCHED.ordinal();
    static final int FACTS = RecordType.FACTS.ordinal();
    static final int OFF = RecordType.OFF.ordinal();
    static final int BLOCKED = RecordType.BLOCKED.ordinal();
    static final int STUCK = RecordType.STUCK.ordinal();
    static final int DID = RecordType.DID.ordinal();
    static final int ENDED = RecordType.ENDED.ordinal();

    private static final int DETAIL_AT = 4;
    private static final int KIND_AT = 9;
    private static final int FLAGS_AT = 14;
    private static final int TASK_AT = 16;
    private static final int OTHER_AT = 40;
    private static final int ID_MASK = (1 << 24) - 1;

    private static final RecordType[] TYPES = RecordType.values();
    private static final SliceEnd[] ENDS = SliceEnd.values();
    private static final WaitKind[] WAITS = WaitKind.values();
    private static final ValueKind[] VALUES = ValueKind.values();
    private static final Action[] ACTIONS = Action.values();

    private RecordWord() {}

    static long of(int type, int detail, int kind, int flags, int task, int other) {
        return type
                | detail << DETAIL_AT
                | kind << KIND_AT
                | flags << FLAGS_AT
                | (long) (task + 1) << TASK_AT
                | (long) (other + 1) << OTHER_AT;
    }

    static RecordType type(long word) {
        return TYPES[(int) word & 15];
    }

    static SliceEnd sliceEnd(long word) {
        return ENDS[detail(word)];
    }

    static boolean failed(long word) {
        return detail(word) != 0;
    }

    static Action action(long word) {
        return ACTIONS[detail(word)];
    }

    private static int detail(long word) {
        return (int) (word >>> DETAIL_AT) & 31;
    }

    /** Returns the kind of waiting; null where there is none. */
    static @Nullable WaitKind waitKind(long word) {
        int kind = kind(word);
        return kind == 0 ? null : WAITS[kind - 1];
    }

    static ValueKind valueKind(long word) {
        return VALUES[kind(word)];
    }

    private static int kind(long word) {
        return (int) (word >>> KIND_AT) & 31;
    }

    static boolean switched(long word) {
        return (word >>> FLAGS_AT & SWITCHED_FLAG) != 0;
    }

    static boolean migrated(long word) {
        return (word >>> FLAGS_AT & MIGRATED_FLAG) != 0;
    }

    static int task(long word) {
        return ((int) (word >>> TASK_AT) & ID_MASK) - 1;
    }

    static int other(long word) {
        return (int) (word >>> OTHER_AT) - 1;
    }
}
