package org.coreograph.scheduler;

/**
 * The task that has the least left of its declared burst runs: one that has strictly less takes the core of the one with
 * the most (Schrage and Miller, The Queue M/G/1 with the Shortest Remaining Processing Time Discipline, Operations
 * Research, 1966; Arpaci-Dusseau, Operating Systems: Three Easy Pieces, chapter 7).
 */
final class ShortestTimeToCompletionFirst extends ShortestFirst {
    @Override
    public boolean displaces() {
        return true;
    }
}
