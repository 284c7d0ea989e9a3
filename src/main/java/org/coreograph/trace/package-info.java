/**
 * What happened: an append-only store behind the engine's sink, immutable snapshots of it, and its CSV file.
 *
 * <p>Contract: a {@link org.coreograph.trace.TraceRecorder} is written by one run, one writer a core, and read at any
 * time as a {@link org.coreograph.trace.Trace}, which never changes. Spans are columns of primitives, not objects, and
 * sorted by start, so that readers find theirs by binary search.
 */
@NullMarked
package org.coreograph.trace;

import org.jspecify.annotations.NullMarked;
