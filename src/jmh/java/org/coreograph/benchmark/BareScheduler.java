package org.coreograph.benchmark;

/**
 * The least there is to round robin on many cores: a binary heap of the ends of quanta, a ring of ready tasks, and a
 * log in one array that is there already. It knows no arrivals, ties, switches, blocking or ends of work.
 */
final class BareScheduler {
    private final long quantumNanos;

    // The heap: when each quantum ends, and on which core.
    private final long[] ends;
    private final int[] cores;

    private final long[] starts;
    private final int[] running;
    private final long[] remaining;
    private final int[] ring;
    private final int mask;
    private int head;
    private final long[] log;
    private int logged;

    /** @param records how many preemptions the log can take */
    BareScheduler(int cores, int tasks, long quantumNanos, int records) {
        this.quantumNanos = quantumNanos;
        this.ends = new long[cores];
        this.cores = new int[cores];
        starts = new long[cores];
        running = new int[cores];
        remaining = new long[tasks];
        ring = new int[Integer.highestOneBit(tasks) * 2];
        mask = ring.length - 1;
        log = new long[records * 3];
    }

    /** Has every task compute so long and lets as many quanta pass; returns when the last of them ended. */
    long run(long workNanos, int preemptions) {
        int waiting = remaining.length - cores.length;
        java.util.Arrays.fill(remaining, workNanos);
        for (int core = 0; core < cores.length; core++) {
            starts[core] = core;
            running[core] = core;
            ends[core] = core + quantumNanos;
            cores[core] = core;
        }
        for (int i = 0; i < waiting; i++) {
            ring[i] = cores.length + i;
        }
        head = 0;
        logged = 0;
        int tail = waiting;
        long now = 0;
        for (int i = 0; i < preemptions; i++) {
            now = ends[0];
            int core = cores[0];
            int task = running[core];
            append(starts[core], now, task);
            remaining[task] -= quantumNanos;
            ring[tail++ & mask] = task;
            running[core] = ring[head++ & mask];
            starts[core] = now;
            replaceFirst(now + Math.min(quantumNanos, remaining[running[core]]), core);
        }
        return now;
    }

    private void append(long start, long end, int task) {
        int at = logged;
        log[at] = start;
        log[at + 1] = end;
        log[at + 2] = task;
        logged = at + 3;
    }

    private void replaceFirst(long end, int core) {
        int at = 0;
        int size = ends.length;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && ends[child + 1] < ends[child]) {
                child++;
            }
            if (end <= ends[child]) {
                break;
            }
            ends[at] = ends[child];
            cores[at] = cores[child];
            at = child;
        }
        ends[at] = end;
        cores[at] = core;
    }
}
