/**
 * Numbers out of a trace: times, parallelism, the time lens.
 *
 * <p>Contract: pure functions of a {@link org.coreograph.trace.Trace}; nothing here knows a screen or a file. Each
 * definition names its source.
 */
@NullMarked
package org.coreograph.analysis;

import org.jspecify.annotations.NullMarked;
