package org.coreograph.gallery;

import java.util.Collections;
import java.util.List;
import org.coreograph.model.BadInputException;
import org.coreograph.model.Durations;
import org.coreograph.program.Machine;
import org.coreograph.program.Program;

/** The scheduling exercise: jobs of given lengths that arrive at given times. Job 1 is the task with id 1, and so on. */
final class Jobs implements GalleryProgram {
    @Override
    public Program create(Arguments arguments) {
        List<Long> lengths = arguments.nanosList("lengths");
        List<Long> arrivals =
                arguments.given("arrivals") ? arguments.nanosList("arrivals") : Collections.nCopies(lengths.size(), 0L);
        if (arrivals.size() != lengths.size()) {
            throw new BadInputException(
                    "arrivals must have as many values as lengths, or not be given, but lengths has " + lengths.size()
                            + " and arrivals has " + arrivals.size());
        }
        return machine -> jobs(machine, lengths, arrivals);
    }

    private static void jobs(Machine machine, List<Long> lengths, List<Long> arrivals) {
        for (int i = 0; i < lengths.size(); i++) {
            long lengthNanos = lengths.get(i);
            machine.startAt(arrivals.get(i), "job " + (i + 1), () -> machine.compute(lengthNanos));
        }
        machine.result("jobs", lengths.size());
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
                Parameter.millis("lengths", "Lengths", "24,3,3"), Parameter.millis("arrivals", "Arrivals", "0,0,0"));
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
                core until it ends; round robin takes the core away when the quantum is over and another job waits.

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
                        "Add a core, then another. From where on does no job wait?",
                        "Let the short jobs arrive later: with arrivals 0,2,4, who waits less than before?"));
    }
}
