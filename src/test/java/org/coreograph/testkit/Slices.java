package org.coreograph.testkit;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.coreograph.trace.Lane;
import org.coreograph.trace.SpanKind;
import org.coreograph.trace.Trace;

/** Writes what cores did as short text, so that an expectation can be read. */
public final class Slices {
    private Slices() {}

    /** Writes the slices of a core in milliseconds: {@code 1:0-10 2:10-13}. */
    public static String ofCore(Trace trace, int core) {
        Lane lane = trace.coreLane(core);
        return IntStream.range(0, lane.size())
                .filter(i -> lane.kind(i) == SpanKind.RUNNING)
                .mapToObj(i -> lane.who(i) + ":" + millis(lane.startNanos(i)) + "-" + millis(lane.endNanos(i)))
                .collect(Collectors.joining(" "));
    }

    private static String millis(long nanos) {
        return nanos % 1_000_000 == 0 ? Long.toString(nanos / 1_000_000) : Double.toString(nanos / 1e6);
    }
}
