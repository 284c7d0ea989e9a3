package org.coreograph.gallery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.coreograph.model.BadInputException;
import org.coreograph.model.Durations;
import org.coreograph.model.TaskSpec;
import org.coreograph.program.Machine;
import org.coreograph.program.Program;

/**
 * The scheduling exercise: jobs that compute for given times, wait for I/O in between, and arrive at given times. Job 1
 * is the task with id 1, and so on.
 */
final class Jobs implements GalleryProgram {
    private static final int MOST_NUMBER = 1_000_000;

    /**
     * A job.
     *
     * @param spec what is declared of it to the policy
     * @param partsNanos how long it computes, waits for I/O, computes, and so on
     */
    private record Job(TaskSpec spec, List<Long> partsNanos) {
        void run(Machine machine) {
            for (int i = 0; i < partsNanos.size(); i++) {
                if (i % 2 == 0) {
                    machine.compute(partsNanos.get(i));
                } else {
                    machine.io(partsNanos.get(i));
                }
            }
        }
    }

    @Override
    public Program create(Arguments arguments) {
        List<Job> jobs = jobs(arguments);
        return machine -> {
            for (Job job : jobs) {
                machine.start(job.spec(), () -> job.run(machine));
            }
            machine.result("jobs", jobs.size());
        };
    }

    private static List<Job> jobs(Arguments arguments) {
        List<List<Long>> parts = arguments.bursts("bursts");
        boolean byBursts = !parts.isEmpty();
        if (byBursts && arguments.given("lengths")) {
            throw new BadInputException("lengths and bursts exclude each other: give one of them");
        }
        if (!byBursts) {
            parts = arguments.nanosList("lengths").stream().map(List::of).toList();
        }
        String counted = byBursts ? "bursts" : "lengths";
        List<Long> arrivals = forEach(counted, parts.size(), arguments, "arrivals", arguments::nanosList, 0);
        List<Long> priorities = forEach(counted, parts.size(), arguments, "priorities", arguments::numbers, 0);
        List<Long> tickets = forEach(counted, parts.size(), arguments, "tickets", arguments::numbers, 1);
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            TaskSpec spec = TaskSpec.named("job " + (i + 1))
                    .arrivingAt(arrivals.get(i))
                    .withBursts(bursts(parts.get(i)))
                    .withPriority(Math.toIntExact(priorities.get(i)))
                    .withTickets(Math.toIntExact(tickets.get(i)));
            jobs.add(new Job(spec, parts.get(i)));
        }
        return jobs;
    }

    /** Returns a value for each job; where the list wasn't given, whatever their number, all have the same. */
    private static List<Long> forEach(
            String counted,
            int jobs,
            Arguments arguments,
            String name,
            Function<String, List<Long>> list,
            long otherwise) {
        if (!arguments.given(name)) {
            return Collections.nCopies(jobs, otherwise);
        }
        List<Long> values = list.apply(name);
        if (values.size() != jobs) {
            throw new BadInputException(name + " must have as many values as " + counted + ", or not be given, but "
                    + counted + " has " + jobs + " and " + name + " has " + values.size());
        }
        return values;
    }

    /** Returns how long a job computes until it blocks, again and again. I/O that takes no time blocks nobody. */
    private static List<Long> bursts(List<Long> partsNanos) {
        List<Long> bursts = new ArrayList<>();
        long burst = 0;
        for (int i = 0; i < partsNanos.size(); i++) {
            if (i % 2 == 0) {
                burst += partsNanos.get(i);
            } else if (partsNanos.get(i) > 0) {
                bursts.add(burst);
                burst = 0;
            }
        }
        bursts.add(burst);
        return bursts;
    }

    @Override
    public String id() {
        return "jobs";
    }

    @Override
    public String title() {
        return "Jobs";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.millis("lengths", "Lengths", "24,3,3"),
                Parameter.bursts("bursts", "Bursts"),
                Parameter.millis("arrivals", "Arrivals", "0,0,0"),
                Parameter.numbers("priorities", "Priorities", "0,0,0", -MOST_NUMBER, MOST_NUMBER),
                Parameter.numbers("tickets", "Tickets", "1,1,1", 1, MOST_NUMBER));
    }

    @Override
    public long quantumNanos() {
        return 4 * Durations.MILLI;
    }
}
