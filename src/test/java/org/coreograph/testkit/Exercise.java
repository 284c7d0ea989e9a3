package org.coreograph.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.coreograph.testkit.Script.Compute;
import org.coreograph.testkit.Script.Declared;
import org.coreograph.testkit.Script.Sleep;
import org.coreograph.testkit.Script.Start;
import org.coreograph.testkit.Script.Step;
import org.coreograph.testkit.oracle.Rules;
import org.coreograph.testkit.oracle.Rules.Feedback;
import org.jspecify.annotations.Nullable;

/** A scheduling exercise as textbooks set it: jobs and rules, read from the short text of {@code exercises.txt}. */
public record Exercise(Script script, Rules rules) {
    /** Where the exercises are. */
    public static final String FILE = "/exercises/exercises.txt";

    /** Stands where the slices aren't published, or are too many. */
    public static final String NOT_GIVEN = "-";

    /**
     * Reads an exercise.
     *
     * @param policy its id
     * @param rules {@code q=4 cost=1 cores=2 ties=preempted-first memory=distributed aging=5 quanta=1/2/4
     *     allotments=2/4/8 boost=50 stay=true},
     *     each where it isn't the default
     * @param jobs {@code arrival:burst/wait/burst@priority*tickets}, the last two where they aren't the default
     */
    public static Exercise parse(String policy, @Nullable String rules, String jobs) {
        List<Step> starts = new ArrayList<>();
        for (String job : jobs.split(" ")) {
            starts.add(job(job));
        }
        return new Exercise(Script.ofMain(starts), rules(policy, rules == null ? "" : rules));
    }

    private static Start job(String text) {
        String[] parts = text.split("[:@*]");
        int at = text.indexOf('@');
        int star = text.indexOf('*');
        int[] times = numbers(parts[1]);
        List<Step> body = new ArrayList<>();
        List<Integer> bursts = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            if (i % 2 == 0) {
                body.add(new Compute(times[i]));
                bursts.add(times[i]);
            } else {
                body.add(new Sleep(times[i]));
            }
        }
        int priority = at < 0 ? 0 : Integer.parseInt(parts[2]);
        int tickets = star < 0 ? 1 : Integer.parseInt(parts[parts.length - 1]);
        return new Start(Integer.parseInt(parts[0]), new Declared(bursts, priority, tickets, -1), body);
    }

    private static Rules rules(String policy, String text) {
        Rules rules = Rules.DEFAULTS.withPolicy(policy);
        Feedback levels = Feedback.DEFAULTS;
        for (String setting : text.isBlank() ? new String[0] : text.strip().split(" ")) {
            String value = setting.substring(setting.indexOf('=') + 1);
            switch (setting.substring(0, setting.length() - value.length())) {
                case "q=" -> rules = rules.withQuantum(Long.parseLong(value));
                case "cost=" -> rules = rules.withSwitchCost(Long.parseLong(value));
                case "cores=" -> rules = rules.withCores(Integer.parseInt(value));
                case "ties=" -> rules = rules.withPreemptedFirst(value.equals("preempted-first"));
                case "memory=" -> rules = rules.withDistributed(value.equals("distributed"));
                case "aging=" -> rules = rules.withAging(Long.parseLong(value));
                case "quanta=" -> levels = levels.withQuanta(list(value));
                case "allotments=" -> levels = levels.withAllotments(list(value));
                case "boost=" -> levels = levels.withBoost(Long.parseLong(value));
                case "stay=" -> levels = levels.withStayOnIo(Boolean.parseBoolean(value));
                default -> throw new IllegalArgumentException("no rule is called " + setting);
            }
        }
        return rules.withFeedback(levels);
    }

    private static List<Integer> list(String text) {
        return Arrays.stream(numbers(text)).boxed().toList();
    }

    private static int[] numbers(String text) {
        return Arrays.stream(text.split("/")).mapToInt(Integer::parseInt).toArray();
    }
}
