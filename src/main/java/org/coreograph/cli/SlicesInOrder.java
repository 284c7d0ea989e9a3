package org.coreograph.cli;

import java.io.IOException;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.coreograph.trace.Lane;
import org.coreograph.trace.SpanKind;
import org.coreograph.trace.Trace;

/** Goes through the running slices of all cores, by start and then by core: lanes are sorted already, and merged here. */
final class SlicesInOrder {
    @FunctionalInterface
    interface Visitor {
        void slice(int core, int task, long startNanos, long endNanos) throws IOException;
    }

    /** How far a core's lane has been read. In the queue, it stands at a running slice. */
    private static final class Cursor {
        final int core;
        final Lane lane;
        int at = -1;

        Cursor(int core, Lane lane) {
            this.core = core;
            this.lane = lane;
        }

        boolean next() {
            do {
                at++;
            } while (at < lane.size() && lane.kind(at) != SpanKind.RUNNING);
            return at < lane.size();
        }

        long startNanos() {
            return lane.startNanos(at);
        }
    }

    private SlicesInOrder() {}

    static void visit(Trace trace, Visitor visitor) throws IOException {
        PriorityQueue<Cursor> cursors = new PriorityQueue<>(
                Comparator.comparingLong(Cursor::startNanos).thenComparingInt(cursor -> cursor.core));
        for (int core = 0; core < trace.cores(); core++) {
            offerNext(cursors, new Cursor(core, trace.coreLane(core)));
        }
        for (Cursor first = cursors.poll(); first != null; first = cursors.poll()) {
            Lane lane = first.lane;
            visitor.slice(first.core, lane.who(first.at), lane.startNanos(first.at), lane.endNanos(first.at));
            offerNext(cursors, first);
        }
    }

    private static void offerNext(PriorityQueue<Cursor> cursors, Cursor cursor) {
        if (cursor.next()) {
            cursors.add(cursor);
        }
    }
}
