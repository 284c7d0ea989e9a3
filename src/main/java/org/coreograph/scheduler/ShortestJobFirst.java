package org.coreograph.scheduler;

/**
 * The task with the shortest declared burst is next, and keeps its core until it blocks or ends (Arpaci-Dusseau,
 * Operating Systems: Three Easy Pieces, chapter 7).
 */
final class ShortestJobFirst extends ShortestFirst {}
