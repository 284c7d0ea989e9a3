package org.coreograph.testkit.oracle;

import java.util.Collections;
import java.util.List;

/**
 * All that decides a run besides the program. Times are in ticks.
 *
 * @param policy the policy's id, as on the command line
 * @param quantum the longest slice while others wait, for policies that have one
 * @param migrationCost what is paid before a slice on another core than the task's last
 * @param preemptedFirst whether tasks whose quantum ended are queued ahead of arrivals at the same instant
 * @param distributed whether each core has a queue of its own and tasks stay where they were placed
 * @param feedback what only the multi-level feedback queue asks for
 * @param aging how long a ready task waits until its priority improves by one, or 0 where it never does
 */
public record Rules(
        String policy,
        int cores,
        long quantum,
        long switchCost,
        long migrationCost,
        boolean preemptedFirst,
        boolean distributed,
        Feedback feedback,
        long aging) {

    /**
     * The settings of the multi-level feedback queue.
     *
     * @param quanta one for each level, or none where every level has the run's quantum
     * @param allotments one for each level, or none where they are the quanta
     * @param boost the time between two boosts, or 0 for none
     * @param stayOnIo whether blocking gives a fresh allotment, also when it is used up just then
     */
    public record Feedback(int levels, List<Integer> quanta, List<Integer> allotments, long boost, boolean stayOnIo) {
        public static final Feedback DEFAULTS = new Feedback(3, List.of(), List.of(), 0, false);

        /** Returns these settings with a level for each of the quanta. */
        public Feedback withQuanta(List<Integer> newQuanta) {
            return new Feedback(newQuanta.size(), newQuanta, allotments, boost, stayOnIo);
        }

        public Feedback withAllotments(List<Integer> newAllotments) {
            return new Feedback(levels, quanta, newAllotments, boost, stayOnIo);
        }

        public Feedback withBoost(long ticks) {
            return new Feedback(levels, quanta, allotments, ticks, stayOnIo);
        }

        public Feedback withStayOnIo(boolean stay) {
            return new Feedback(levels, quanta, allotments, boost, stay);
        }
    }

    public static final Rules DEFAULTS = new Rules("fcfs", 1, 1, 0, 0, false, false, Feedback.DEFAULTS, 0);

    /** Returns the quantum of each level. */
    List<Integer> quanta() {
        return feedback.quanta.isEmpty()
                ? Collections.nCopies(feedback.levels, Math.toIntExact(quantum))
                : feedback.quanta;
    }

    /** Returns the allotment of each level. */
    List<Integer> allotments() {
        return feedback.allotments.isEmpty() ? quanta() : feedback.allotments;
    }

    public Rules withPolicy(String newPolicy) {
        return new Rules(
                newPolicy, cores, quantum, switchCost, migrationCost, preemptedFirst, distributed, feedback, aging);
    }

    public Rules withCores(int newCores) {
        return new Rules(
                policy, newCores, quantum, switchCost, migrationCost, preemptedFirst, distributed, feedback, aging);
    }

    public Rules withQuantum(long ticks) {
        return new Rules(policy, cores, ticks, switchCost, migrationCost, preemptedFirst, distributed, feedback, aging);
    }

    public Rules withSwitchCost(long ticks) {
        return new Rules(policy, cores, quantum, ticks, migrationCost, preemptedFirst, distributed, feedback, aging);
    }

    public Rules withMigrationCost(long ticks) {
        return new Rules(policy, cores, quantum, switchCost, ticks, preemptedFirst, distributed, feedback, aging);
    }

    public Rules withPreemptedFirst(boolean first) {
        return new Rules(policy, cores, quantum, switchCost, migrationCost, first, distributed, feedback, aging);
    }

    public Rules withDistributed(boolean own) {
        return new Rules(policy, cores, quantum, switchCost, migrationCost, preemptedFirst, own, feedback, aging);
    }

    public Rules withFeedback(Feedback newFeedback) {
        return new Rules(
                policy, cores, quantum, switchCost, migrationCost, preemptedFirst, distributed, newFeedback, aging);
    }

    public Rules withAging(long ticks) {
        return new Rules(
                policy, cores, quantum, switchCost, migrationCost, preemptedFirst, distributed, feedback, ticks);
    }
}
