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
                Parameter.bursts("bursts", "Compute/I/O/compute"),
                Parameter.millis("arrivals", "Arrivals", "0,0,0"),
                Parameter.numbers("priorities", "Priorities", "0,0,0", -MOST_NUMBER, MOST_NUMBER),
                Parameter.numbers("tickets", "Tickets", "1,1,1", 1, MOST_NUMBER));
    }

    @Override
    public long quantumNanos() {
        return 4 * Durations.MILLI;
    }

    @Override
    public Lesson lesson() {
        return new Lesson(
                """
                Each job needs a core for its length, and is ready from its arrival on. Who gets a core next, and for \
                how long, is not the jobs' business: that is the policy's. First come first served lets a job keep its \
                core until it ends; round robin takes the core away when the quantum is over and another job waits. \
                Other policies go by what is declared of a job: how long it is, its priority, its tickets. A job may \
                also wait for a disk or a network in between: with bursts 3/2/3 it computes for 3 ms, waits for 2 and \
                computes for 3, and others can have its core meanwhile.

                The time from arrival to the first run is the response, the time from arrival to the end is the \
                turnaround, and the time in between without a core is waiting.\
                """,
                """
                Three jobs of 24, 3 and 3 ms are there from the start, on one core with no switch cost. Served in that \
                order, each to its end, they wait 0, 24 and 27 ms: 17 ms on average. How long do they wait on average \
                if they take turns of 4 ms?\
                """,
                """
                17/3 ms, about 5.7. Job 2 waits 4 ms and job 3 waits 7 ms, as each is done within its first turn. Job 1 \
                waits from 4 to 10 ms, while they run, and pays for it: it ends at 30 ms instead of 24. Each switch \
                that costs something adds to all of this.\
                """,
                List.of(
                        "Set the quantum to 4 ms and the switch cost to 0, and check the numbers of the answer.",
                        "With a quantum of 1 s each job runs to its end. Which order of the three lengths waits least?",
                        "Let two jobs overlap with I/O: bursts 2/6/2,8. When is the core idle, and with 2/6/2 alone?",
                        "Let the short jobs arrive later: with arrivals 0,2,4, who waits less than before?"));
    }
}
