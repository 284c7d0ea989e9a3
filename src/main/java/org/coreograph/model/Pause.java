package org.coreograph.model;

/** A stretch in which the JVM stopped every task, to collect garbage; the end is not part of it. */
public record Pause(long startNanos, long endNanos) {}
