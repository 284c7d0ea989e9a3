/**
 * What happened: an append-only store behind the engine's sink, and immutable snapshots of it.
 *
 * <p>Contract: a {@link org.coreograph.trace.TraceRecorder} is written by one run, one writer a core, and read at any
 * time as a {@link org.coreograph.trace.Trace}, which never changes. Spans are columns of primitives, not objects, and
 * sorted by start, so that readers find theirs by binary search. Once the run is over, {@code finish} gives the store's
 * memory to the runs to come; the trace keeps none of it.
 */
@NullMarked
package org.coreograph.trace;

import org.jspecify.annotations.NullMarked;
