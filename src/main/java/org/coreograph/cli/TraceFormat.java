package org.coreograph.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.coreograph.model.BadInputException;
import org.coreograph.trace.Trace;

/** The files that a trace can be written to, told apart by how their names end. */
enum TraceFormat {
    /** Running slices as comma-separated values. */
    CSV(".csv", TraceCsv::write),
    /** Chrome Trace Event JSON, for viewers such as Perfetto. */
    EVENTS(".json", TraceEvents::write);

    @FunctionalInterface
    private interface Form {
        void write(Trace trace, Writer to) throws IOException;
    }

    private final String ending;
    private final Form form;

    TraceFormat(String ending, Form form) {
        this.ending = ending;
        this.form = form;
    }

    /** @throws BadInputException if the name ends in no known way */
    static TraceFormat of(String fileName) {
        for (TraceFormat format : values()) {
            if (fileName.toLowerCase(Locale.ROOT).endsWith(format.ending)) {
                return format;
            }
        }
        throw new BadInputException("trace must be a file that ends in .csv or .json, but was '" + fileName + "'");
    }

    void write(Trace trace, OutputStream stream) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        form.write(trace, writer);
        writer.flush();
    }
}
