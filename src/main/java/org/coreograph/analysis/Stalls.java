package org.coreograph.analysis;

import java.util.ArrayList;
import java.util.List;
import org.coreograph.model.Durations;
import org.coreograph.model.Pause;
import org.coreograph.trace.Lane;
import org.coreograph.trace.SliceFacts;
import org.coreograph.trace.SpanKind;
import org.coreograph.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * The time that tasks lost while they had a core in a measured run, through no doing of theirs: no processor worked for
 * them. It is what a slice is longer than the CPU time of its thread, and it is never in a wait: who sleeps or is blocked
 * has no slice. (Code of a program that blocks without asking the machine, as by reading a file, loses time too: for all
 * that is known here it is an unknown stall.)
 *
 * <p><b>What counts.</b> Time lost while the collector stopped every task is told whatever its length: the pause itself
 * is proof. The rest of a slice's loss is told where it is longer than 100 microseconds and than 0.5 % of the slice,
 * which noise doesn't reach. Noise, as measured on two virtual processors: the two clocks are read within 1 microsecond
 * of each other, an interrupt takes up to 60 microseconds, and all interruptions shorter than 100 microseconds add up to
 * 0.01 to 0.3 % of a second; a processor taken away by another process is gone for 1 to 4 ms at a time.
 *
 * @param stalls core by core, in the order of their slices
 * @param gcNanos how long the collector stopped tasks, on all cores together; null where that isn't available
 * @param unknownNanos how much more was lost; null where that isn't available
 * @param measuredNanos the length of all slices whose CPU time is known
 * @param unmeasuredNanos how long tasks had cores beside these, in which stalls can't be told
 */
public record Stalls(
        List<Stall> stalls,
        @Nullable Long gcNanos,
        @Nullable Long unknownNanos,
        long measuredNanos,
        long unmeasuredNanos) {
    private static final long LEAST_NANOS = 100 * Durations.MICRO;
    private static final long LEAST_SHARE_OF_A_SLICE = 200;

    /** Of a simulated run, in which nothing is lost, nothing is told. */
    static final Stalls NONE = new Stalls(List.of(), null, null, 0, 0);

    /** Why time was lost. */
    public enum Kind {
        GC("garbage collection"),
        UNKNOWN("unknown stall");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /**
     * Time that a task lost.
     *
     * @param startNanos where it was lost at the earliest: a pause has its place, an unknown stall is somewhere in its slice
     * @param endNanos and at the latest
     * @param lostNanos how much, at most from the start to the end
     */
    public record Stall(Kind kind, int core, int task, long startNanos, long endNanos, long lostNanos) {}

    /**
     * Finds them in a measured run.
     *
     * @param pauses in order and apart from each other; null where they aren't known
     */
    public static Stalls of(Trace trace, @Nullable List<Pause> pauses) {
        Finder finder = new Finder(pauses == null ? List.of() : pauses);
        for (int core = 0; core < trace.cores(); core++) {
            SliceFacts facts = trace.facts(core);
            for (int slice = 0; slice < facts.size(); slice++) {
                finder.look(core, facts, slice);
            }
        }
        boolean available = finder.measuredNanos > 0;
        return new Stalls(
                List.copyOf(finder.stalls),
                available && pauses != null ? finder.gcNanos : null,
                available ? finder.unknownNanos : null,
                finder.measuredNanos,
                runNanos(trace) - finder.measuredNanos);
    }

    /** Returns those of a core. */
    public List<Stall> ofCore(int core) {
        return stalls.subList(firstOf(core), firstOf(core + 1));
    }

    private int firstOf(int core) {
        int low = 0;
        int high = stalls.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (stalls.get(middle).core() < core) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns how much was lost in all; null where that isn't available. */
    public @Nullable Long lostNanos() {
        if (unknownNanos == null) {
            return null;
        }
        return unknownNanos + (gcNanos == null ? 0 : gcNanos);
    }

    private static long runNanos(Trace trace) {
        long total = 0;
        for (int core = 0; core < trace.cores(); core++) {
            Lane lane = trace.coreLane(core);
            for (int i = 0; i < lane.size(); i++) {
                total += lane.kind(i) == SpanKind.RUNNING ? lane.endNanos(i) - lane.startNanos(i) : 0;
            }
        }
        return total;
    }

    /** Goes through slices. */
    private static final class Finder {
        final List<Pause> pauses;
        final List<Stall> stalls = new ArrayList<>();
        long gcNanos;
        long unknownNanos;
        long measuredNanos;

        Finder(List<Pause> pauses) {
            this.pauses = pauses;
        }

        void look(int core, SliceFacts facts, int slice) {
            long cpu = facts.cpuNanos(slice);
            if (cpu == SliceFacts.UNKNOWN) {
                return;
            }
            long start = facts.startNanos(slice);
            long end = facts.endNanos(slice);
            int task = facts.task(slice);
            measuredNanos += end - start;
            long lost = end - start - cpu;
            for (int i = firstEndingAfter(start); lost > 0 && i < pauses.size(); i++) {
                long from = Math.max(start, pauses.get(i).startNanos());
                long until = Math.min(end, pauses.get(i).endNanos());
                if (from >= until) {
                    break;
                }
                long inPause = Math.min(lost, until - from);
                stalls.add(new Stall(Kind.GC, core, task, from, until, inPause));
                gcNanos += inPause;
                lost -= inPause;
            }
            if (lost > Math.max(LEAST_NANOS, (end - start) / LEAST_SHARE_OF_A_SLICE)) {
                stalls.add(new Stall(Kind.UNKNOWN, core, task, start, end, lost));
                unknownNanos += lost;
            }
        }

        private int firstEndingAfter(long nanos) {
            int low = 0;
            int high = pauses.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (pauses.get(middle).endNanos() <= nanos) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}
