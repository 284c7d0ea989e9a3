package org.coreograph.trace;

import org.coreograph.model.WaitKind;
import org.jspecify.annotations.Nullable;

/** What a span shows, in a byte: its kind, or where it is a wait the kind of waiting, from which the other follows. */
final class SpanCode {
    private static final SpanKind[] KINDS = SpanKind.values();
    private static final WaitKind[] WAITS = WaitKind.values();

    private SpanCode() {}

    static byte of(SpanKind kind) {
        return (byte) kind.ordinal();
    }

    /** @param wait null where it isn't known what is waited for */
    static byte ofWait(@Nullable WaitKind wait) {
        return wait == null ? of(SpanKind.BLOCKED) : (byte) (KINDS.length + wait.ordinal());
    }

    static SpanKind kind(byte code) {
        return code < KINDS.length ? KINDS[code] : SpanKind.of(WAITS[code - KINDS.length]);
    }

    static @Nullable WaitKind wait(byte code) {
        return code < KINDS.length ? null : WAITS[code - KINDS.length];
    }
}
