package org.coreograph.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import org.coreograph.trace.Trace;

/**
 * Writes the running slices of a trace as Chrome Trace Event JSON, which viewers such as Perfetto open. A core is a
 * thread there; times are decimals of microseconds, as the format has it.
 */
final class TraceEvents {
    private TraceEvents() {}

    static void write(Trace trace, Writer to) throws IOException {
        JsonWriter json = new JsonWriter(to);
        json.beginObject();
        json.name("displayTimeUnit").value("ns");
        json.name("traceEvents").beginArray();
        for (int core = 0; core < trace.cores(); core++) {
            coreName(json, core);
        }
        SlicesInOrder.visit(trace, (core, task, startNanos, endNanos) -> {
            json.beginObject();
            json.name("name").value(trace.tasks().get(task).name());
            json.name("cat").value("running");
            json.name("ph").value("X");
            json.name("ts").value(micros(startNanos));
            json.name("dur").value(micros(endNanos - startNanos));
            json.name("pid").value(0);
            json.name("tid").value(core);
            json.name("args").beginObject().name("task").value(task).endObject();
            json.endObject();
        });
        json.endArray();
        json.endObject();
        to.write('\n');
    }

    private static void coreName(JsonWriter json, int core) throws IOException {
        json.beginObject();
        json.name("name").value("thread_name");
        json.name("ph").value("M");
        json.name("pid").value(0);
        json.name("tid").value(core);
        json.name("args").beginObject().name("name").value("core " + core).endObject();
        json.endObject();
    }

    private static BigDecimal micros(long nanos) {
        return BigDecimal.valueOf(nanos, 3);
    }
}
