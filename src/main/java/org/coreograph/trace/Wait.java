package org.coreograph.trace;

import org.coreograph.model.WaitKind;
import org.jspecify.annotations.Nullable;

/**
 * A task's wait for something else than a core.
 *
 * @param span as it is drawn
 * @param kind null where it isn't known what is waited for
 * @param object what is waited for, or {@link org.coreograph.model.EventSink#NONE}
 */
public record Wait(SpanKind span, @Nullable WaitKind kind, int object, long sinceNanos) {}
