package org.coreograph.testkit.oracle;

import java.util.Collection;
import java.util.List;

/**
 * What a policy decides. All ready tasks are in one list, in the order in which they were queued; a policy is a number
 * for each task, and the smallest is taken, the first in the list where several have it.
 */
abstract class Policy {
    static Policy of(Rules rules) {
        return switch (rules.policy()) {
            case "fcfs" -> new Turns(Job.NEVER);
            case "round-robin" -> new Turns(rules.quantum());
            case "sjf" -> new Shortest(false);
            case "stcf" -> new Shortest(true);
            case "priority" -> new Urgency(rules.quantum(), rules.aging());
            case "mlfq" -> new Feedback(rules);
            case "fair" -> new Fair(rules.quantum());
            // With distributed memory each core has its queue anyway, and there is nothing to steal.
            case "work-stealing" -> rules.distributed() ? new Turns(rules.quantum()) : new Stealing(rules.quantum());
            default -> throw new UnsupportedOperationException("not modelled: " + rules.policy());
        };
    }

    /** Returns a task's number: smaller runs first. */
    abstract long rank(Job job);

    /** Returns how long a task that begins a quantum may run while others wait, or {@link Job#NEVER}. */
    abstract long quantum(Job job);

    /** Returns whether a ready task displaces a running one whose number is larger. */
    boolean displaces() {
        return false;
    }

    /** Chooses for a core among the ready tasks that it may run. */
    Job choose(List<Job> waiting, Processor core) {
        Job best = null;
        for (Job job : waiting) {
            if (best == null || rank(job) < rank(best)) {
                best = job;
            }
        }
        return best;
    }

    /**
     * A task arrived or woke, and is about to be queued.
     *
     * @param active those that are ready or running
     */
    void becomesReady(Job job, Collection<Job> active) {}

    /** A task was put into the list. */
    void queued(Job job, long now) {}

    /** Puts a task into the list that was displaced with some of its quantum left. */
    void displaced(Job job, long quantumLeft, List<Job> waiting) {
        waiting.addLast(job);
    }

    /** A task blocked. */
    void blocked(Job job) {}

    /** A task ran. */
    void ran(Job job, long ticks) {}

    /** Returns the next time at which something happens by the policy alone, or {@link Job#NEVER}. */
    long nextEvent(long now, List<Job> waiting) {
        return Job.NEVER;
    }

    /** Does what happens by the policy alone at an instant, once, before anything is queued at it. */
    void atInstant(long now, List<Job> waiting, List<Job> all, List<Processor> cores) {}

    /** First come first served, and round robin where there is a quantum. */
    private static final class Turns extends Policy {
        private final long quantum;

        Turns(long quantum) {
            this.quantum = quantum;
        }

        @Override
        long rank(Job job) {
            return 0;
        }

        @Override
        long quantum(Job job) {
            return quantum;
        }
    }

    /** Shortest job first, or shortest time to completion first where an arrival may displace. */
    private static final class Shortest extends Policy {
        private final boolean displaces;

        Shortest(boolean displaces) {
            this.displaces = displaces;
        }

        @Override
        long rank(Job job) {
            return job.remainingBurst();
        }

        @Override
        long quantum(Job job) {
            return Job.NEVER;
        }

        @Override
        boolean displaces() {
            return displaces;
        }
    }

    /** Priorities with aging. */
    private static final class Urgency extends Policy {
        private final long quantum;
        private final long aging;

        Urgency(long quantum, long aging) {
            this.quantum = quantum;
            this.aging = aging;
        }

        @Override
        long rank(Job job) {
            return job.number;
        }

        @Override
        long quantum(Job job) {
            return quantum;
        }

        @Override
        boolean displaces() {
            return true;
        }

        @Override
        void queued(Job job, long now) {
            job.number = job.declared.priority();
            job.waitsSince = now;
        }

        @Override
        long nextEvent(long now, List<Job> waiting) {
            return waiting.stream()
                    .filter(this::ages)
                    .mapToLong(job -> job.waitsSince + aging)
                    .min()
                    .orElse(Job.NEVER);
        }

        @Override
        void atInstant(long now, List<Job> waiting, List<Job> all, List<Processor> cores) {
            for (Job job : waiting) {
                if (ages(job) && job.waitsSince + aging == now) {
                    job.number--;
                    job.waitsSince = now;
                }
            }
        }

        private boolean ages(Job job) {
            return aging > 0 && job.number > 0;
        }
    }

    /** Fair share. */
    private static final class Fair extends Policy {
        /** A tick in parts; weights that don't divide it are refused. */
        private static final long PARTS = 5_040;

        private final long quantum;

        Fair(long quantum) {
            this.quantum = quantum;
        }

        @Override
        long rank(Job job) {
            return job.virtualTime;
        }

        @Override
        long quantum(Job job) {
            return quantum;
        }

        @Override
        void becomesReady(Job job, Collection<Job> active) {
            long least =
                    active.stream().mapToLong(other -> other.virtualTime).min().orElse(0);
            job.virtualTime = Math.max(job.virtualTime, least);
        }

        @Override
        void ran(Job job, long ticks) {
            int weight = job.declared.tickets();
            if (PARTS % weight != 0) {
                throw new UnsupportedOperationException("not modelled: weight " + weight);
            }
            job.virtualTime += ticks * (PARTS / weight);
        }
    }

    /** Work stealing: the list holds all the queues, and a task knows whose it is in. */
    private static final class Stealing extends Policy {
        private final long quantum;

        Stealing(long quantum) {
            this.quantum = quantum;
        }

        @Override
        long rank(Job job) {
            return 0;
        }

        @Override
        long quantum(Job job) {
            return quantum;
        }

        @Override
        Job choose(List<Job> waiting, Processor core) {
            List<Job> own = queueOf(core.index, waiting);
            if (!own.isEmpty()) {
                return own.getFirst();
            }
            List<Job> longest = own;
            int cores = waiting.stream().mapToInt(job -> job.home + 1).max().orElse(0);
            for (int victim = 0; victim < cores; victim++) {
                List<Job> queue = queueOf(victim, waiting);
                if (queue.size() > longest.size()) {
                    longest = queue;
                }
            }
            return longest.isEmpty() ? null : longest.getLast();
        }

        private static List<Job> queueOf(int core, List<Job> waiting) {
            return waiting.stream().filter(job -> job.home == core).toList();
        }
    }
}
