package org.coreograph.picture;

import java.util.ArrayList;
import java.util.List;
import org.coreograph.analysis.RunReport;
import org.coreograph.analysis.Stalls.Stall;
import org.coreograph.model.Durations;
import org.coreograph.trace.SliceFacts;
import org.jspecify.annotations.Nullable;

/**
 * What the platform told of a slice of a measured run.
 *
 * @param cpu how long a processor worked for the task
 * @param osThread the operating system's id of the thread
 * @param processor on which the slice ended
 * @param lost what of it was lost through no doing of the program, in words
 */
public record SliceWords(String cpu, String osThread, String processor, List<String> lost) {
    public SliceWords {
        lost = List.copyOf(lost);
    }

    /** Returns what is known of the slice on a core at a time; null in a simulated run. */
    static @Nullable SliceWords of(RunReport run, int core, long nanos) {
        if (run.request().settings().simulated()) {
            return null;
        }
        SliceFacts facts = run.trace().facts(core);
        int slice = facts.at(nanos);
        if (slice < 0) {
            boolean later = facts.size() == 0 || nanos >= facts.endNanos(facts.size() - 1);
            String why = run.end() == null && later ? RunWords.NOT_YET : RunWords.NOT_AVAILABLE;
            return new SliceWords(why, why, why, List.of());
        }
        long cpu = facts.cpuNanos(slice);
        return new SliceWords(
                cpu == SliceFacts.UNKNOWN ? RunWords.NOT_AVAILABLE : Durations.human(cpu),
                orNotAvailable(facts.osThread(slice)),
                orNotAvailable(facts.processor(slice)),
                lost(run, core, facts.startNanos(slice), facts.endNanos(slice)));
    }

    private static String orNotAvailable(long number) {
        return number == SliceFacts.UNKNOWN ? RunWords.NOT_AVAILABLE : Long.toString(number);
    }

    private static List<String> lost(RunReport run, int core, long startNanos, long endNanos) {
        return run.stalls().ofCore(core).stream()
                .filter(stall -> stall.startNanos() >= startNanos && stall.endNanos() <= endNanos)
                .map(SliceWords::lost)
                .toList();
    }

    private static String lost(Stall stall) {
        return "lost, not by the program: " + Durations.human(stall.lostNanos()) + ", "
                + stall.kind().title();
    }

    /** Says it in one line, without what was lost. */
    String line() {
        boolean none = cpu.equals(osThread) && cpu.equals(processor);
        return none
                ? "CPU time, OS thread and processor " + cpu
                : "CPU time " + cpu + ", OS thread " + osThread + ", processor " + processor;
    }

    /** Says it in a few lines. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("CPU time " + cpu);
        lines.add("OS thread " + osThread);
        lines.add("processor " + processor);
        lines.addAll(lost);
        return lines;
    }
}
