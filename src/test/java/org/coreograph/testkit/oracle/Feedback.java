package org.coreograph.testkit.oracle;

import java.util.Comparator;
import java.util.List;

/** The multi-level feedback queue. Level 0 is the top. */
final class Feedback extends Policy {
    private final List<Integer> quanta;
    private final List<Integer> allotments;
    private final long boost;
    private final boolean stayOnIo;

    Feedback(Rules rules) {
        quanta = rules.quanta();
        allotments = rules.allotments();
        boost = rules.feedback().boost();
        stayOnIo = rules.feedback().stayOnIo();
    }

    @Override
    long rank(Job job) {
        return job.level;
    }

    @Override
    boolean displaces() {
        return true;
    }

    @Override
    long quantum(Job job) {
        long quantum = job.quantumRest > 0 ? job.quantumRest : quanta.get(job.level);
        job.quantumRest = 0;
        job.sankNow = false;
        return Math.min(quantum, allotments.get(job.level) - job.usedAtLevel);
    }

    @Override
    void displaced(Job job, long quantumLeft, List<Job> waiting) {
        job.quantumRest = quantumLeft;
        // Ahead of all, and so at the head of its level.
        waiting.addFirst(job);
    }

    @Override
    void blocked(Job job) {
        job.quantumRest = 0;
        if (stayOnIo) {
            // One that blocks just when it has used everything up stays as well.
            if (job.sankNow) {
                job.level = job.levelBefore;
            }
            job.usedAtLevel = 0;
        }
    }

    @Override
    void ran(Job job, long ticks) {
        job.usedAtLevel += ticks;
        if (job.usedAtLevel == allotments.get(job.level)) {
            job.sankNow = true;
            job.levelBefore = job.level;
            job.level = Math.min(job.level + 1, quanta.size() - 1);
            job.usedAtLevel = 0;
        }
    }

    @Override
    long nextEvent(long now, List<Job> waiting) {
        return boost == 0 ? Job.NEVER : (now / boost + 1) * boost;
    }

    @Override
    void atInstant(long now, List<Job> waiting, List<Job> all, List<Processor> cores) {
        if (boost == 0 || now == 0 || now % boost != 0) {
            return;
        }
        waiting.sort(Comparator.comparingInt(job -> job.level));
        for (Job job : all) {
            job.level = 0;
            job.usedAtLevel = 0;
            job.quantumRest = 0;
        }
        for (Processor core : cores) {
            // One that has just ended stays ended: step (c) is about it.
            if (!core.idle() && core.quantumLeft > 0) {
                core.quantumLeft = quantum(core.job);
            }
        }
    }
}
