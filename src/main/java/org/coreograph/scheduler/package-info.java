/**
 * Policies: which ready task runs next, and for how long.
 *
 * <p>Contract: pure data structures with no thread, clock or randomness of their own; the engine guards them.
 */
@NullMarked
package org.coreograph.scheduler;

import org.jspecify.annotations.NullMarked;
