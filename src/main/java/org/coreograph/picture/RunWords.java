package org.coreograph.picture;

import java.util.BitSet;
import java.util.Locale;
import org.coreograph.analysis.Parallelism;
import org.coreograph.analysis.RunReport;
import org.coreograph.analysis.Stalls;
import org.coreograph.analysis.Statistics;
import org.coreograph.model.Clock;
import org.coreograph.model.Durations;
import org.coreograph.trace.Lane;
import org.coreograph.trace.SpanKind;
import org.coreograph.trace.TaskTimes;
import org.coreograph.trace.Trace;

/** What is said of a run, out of what happened in it and of nothing else. */
public final class RunWords {
    private static final char NO_BREAK_SPACE = '\u00a0';

    /** Is said of what the platform doesn't tell. */
    public static final String NOT_AVAILABLE = "not available";

    /** Is said of what the platform tells when a slice ends. */
    static final String NOT_YET = "not known yet";

    private RunWords() {}

    static String cores(int cores) {
        return cores == 1 ? "1 core" : cores + " cores";
    }

    /** Says in a word or two what a task does that is in a state. */
    static String state(SpanKind kind) {
        return switch (kind) {
            case RUNNING -> "running";
            case READY -> "ready";
            case BLOCKED -> "blocked";
            case SLEEPING -> "sleeping";
            case IO -> "waiting for I/O";
            case JOINING -> "waiting for tasks";
            case SWITCHING, OFF -> throw new IllegalArgumentException("a task is never " + kind);
        };
    }

    /** Says how the tasks shared the cores. */
    static String manner(Trace trace) {
        int tasks = tasksThatRan(trace);
        if (tasks == 0) {
            return "no task has used a core";
        }
        if (tasks == 1) {
            return "one task alone";
        }
        boolean turns = takeTurns(trace);
        if (atTheSameTime(trace)) {
            return turns ? "parallelism: at the same time, and taking turns" : "parallelism: at the same time";
        }
        return turns ? "concurrency: taking turns" : "one after the other";
    }

    static int tasksThatRan(Trace trace) {
        return (int) trace.times().stream().filter(times -> times.slices() > 0).count();
    }

    private static boolean atTheSameTime(Trace trace) {
        return trace.cores() > 1
                && (Parallelism.average(trace) > 1 || Parallelism.running(trace).max() > 1);
    }

    /** Tasks take turns if on some core one of them runs again after another ran. */
    private static boolean takeTurns(Trace trace) {
        for (int core = 0; core < trace.cores(); core++) {
            Lane lane = trace.coreLane(core);
            BitSet seen = new BitSet();
            int last = -1;
            for (int i = 0; i < lane.size(); i++) {
                int task = lane.who(i);
                if (lane.kind(i) == SpanKind.RUNNING && task != last) {
                    if (seen.get(task)) {
                        return true;
                    }
                    seen.set(task);
                    last = task;
                }
            }
        }
        return false;
    }

    /** Says how long a run took, or how far it has come. */
    static String length(RunReport run, Figures figures) {
        if (run.end() == null) {
            return run.endNanos() == 0 ? "not begun" : figures.text(run.endNanos()) + " so far";
        }
        return figures.text(run.endNanos());
    }

    /** Says that a run is of no number of cores; empty where it is of one. */
    static String coresChanged(RunReport run) {
        return run.coresChanged() ? "cores changed while it ran" : "";
    }

    /** How the switches of a run are drawn. */
    enum Marks {
        /** A tick for each, since all are too thin to see. */
        TICKS,
        /** As wide as they were where that can be seen, else as ticks. */
        TICKS_OR_SCALE,
        /** As wide as they were. */
        SCALE,
        /** As wide as they were where that can be seen; the others aren't drawn, since ticks would be too close. */
        SCALE_OR_NONE,
        /** Not at all: they are too thin to see, and ticks would be too close. */
        NONE
    }

    /** Says how many switches there were and how they are drawn; empty where there were none. */
    static String switches(RunReport run, Marks marks) {
        Statistics statistics = run.statistics();
        long count = statistics.contextSwitches();
        if (count == 0) {
            return "";
        }
        long nanos = statistics.cores().stream()
                .mapToLong(Statistics.CoreTimes::switchNanos)
                .sum();
        boolean measured = run.request().settings().clock() == Clock.MEASURED;
        String many = String.format(Locale.ROOT, "%,d", count).replace(',', NO_BREAK_SPACE) + " "
                + (measured ? "hand-over" : "switch") + (count == 1 ? "" : measured ? "s" : "es");
        if (nanos == 0) {
            return many + " at no cost";
        }
        String each = Durations.human(nanos / count);
        String all = measured && count > 1 ? many + ", " + each + " on average" : many + " of " + each;
        return switch (marks) {
            case TICKS -> (count == 1 ? "tick: " : "ticks: ") + all + ", not to scale";
            case TICKS_OR_SCALE -> "dark, or a tick where thin: " + all;
            case SCALE -> "dark: " + all;
            case SCALE_OR_NONE -> "dark where wide enough: " + all;
            // What is too thin is mixed into pixels, which are dark where switches are most of it.
            case NONE -> nanos > statistics.workNanos() ? "dark: mostly switching, " + all : all + ", too thin to draw";
        };
    }

    /** Says that a measured run had more cores than there are processors; empty where it hadn't. */
    static String crowded(RunReport run, int processors) {
        return crowded(
                run.request().settings().clock(),
                Math.max(run.cores(), run.coreCounts().most()),
                processors);
    }

    /** Says that so many cores share fewer processors; empty where there are enough, and for a simulated run. */
    public static String crowded(Clock clock, int cores, int processors) {
        boolean crowded = clock == Clock.MEASURED && cores > processors;
        String machine = processors == 1 ? "1 processor" : processors + " processors";
        return crowded ? "more cores than this machine's " + machine : "";
    }

    /**
     * Says how much time the tasks of a measured run lost through no doing of the program, such as {@code 12 ms, of it GC
     * 3 ms; unknown stall 9 ms}; what the platform doesn't tell is said to be not available.
     */
    public static String lost(RunReport run, Stalls stalls) {
        Long all = stalls.lostNanos();
        Long unknown = stalls.unknownNanos();
        if (all == null || unknown == null) {
            return run.end() == null ? NOT_YET : NOT_AVAILABLE;
        }
        Figures figures = Figures.upTo(all);
        Long gc = stalls.gcNanos();
        String why = gc == null
                ? ", GC " + (run.end() == null ? "told apart at the end" : NOT_AVAILABLE)
                : all == 0 ? "" : ", of it GC " + figures.text(gc) + "; unknown stall " + figures.text(unknown);
        boolean partly = run.end() != null && stalls.unmeasuredNanos() > 0;
        String rest = partly
                ? "; " + NOT_AVAILABLE + " for " + Durations.human(stalls.unmeasuredNanos()) + " of running"
                : "";
        return (all == 0 ? "none" : figures.text(all)) + why + rest;
    }

    /** Says in short what was lost; empty where nothing was, or nothing is known of it. */
    static String lostInShort(Stalls stalls) {
        Long all = stalls.lostNanos();
        if (all == null || all == 0) {
            return "";
        }
        Figures figures = Figures.upTo(all);
        Long gc = stalls.gcNanos();
        return "lost, not by the program: " + figures.text(all)
                + (gc == null || gc == 0 ? "" : ", of it GC " + figures.text(gc));
    }

    /** Returns the core on which a task ran last, or -1. */
    static int lastCore(Trace trace, int task) {
        Lane lane = trace.taskLane(task);
        for (int i = lane.size() - 1; i >= 0; i--) {
            if (lane.kind(i) == SpanKind.RUNNING) {
                return lane.who(i);
            }
        }
        return -1;
    }

    /** Returns whether a task threw. */
    static boolean failed(Trace trace, int task) {
        TaskTimes times = trace.times().get(task);
        return times.failed() && times.finishNanos() != TaskTimes.NEVER;
    }

    /**
     * Returns a short name, such as {@code C2} for {@code consumer 2}. A word alone keeps two letters, so that ping and
     * pong are told apart.
     */
    public static String initials(String name) {
        String[] words = name.strip().split("[\\s_-]+");
        if (words.length == 1 && words[0].length() > 2 && Character.isLetter(words[0].charAt(0))) {
            return Character.toUpperCase(words[0].charAt(0)) + words[0].substring(1, 2);
        }
        StringBuilder initials = new StringBuilder();
        for (String word : words) {
            if (word.isEmpty()) {
                continue;
            }
            boolean number = word.chars().allMatch(Character::isDigit);
            initials.append(number ? word : Character.toString(Character.toUpperCase(word.codePointAt(0))));
        }
        return initials.toString();
    }
}
