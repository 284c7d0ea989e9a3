package org.coreograph.trace;

import org.coreograph.model.EventSink;

/**
 * A task, as it was started.
 *
 * @param id 0 for main, then in order of creation
 * @param parent the task that started it, or {@link EventSink#NONE} for main
 */
public record TaskInfo(int id, int parent, String name) {}
