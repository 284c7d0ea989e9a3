package org.coreograph.model;

import org.jspecify.annotations.Nullable;

/**
 * One link of a deadlock.
 *
 * @param task the id of the task that waits
 * @param waitsFor what it waits for, such as {@code mutex fork 1}
 * @param heldBy the id of the task that holds it, or null where nobody does
 */
public record StuckTask(int task, String waitsFor, @Nullable Integer heldBy) {}
