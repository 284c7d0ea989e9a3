package org.coreograph.testkit;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.coreograph.cli.CommandLineInterface;
import org.coreograph.engine.Engine;
import org.coreograph.gallery.Gallery;
import org.coreograph.gallery.GalleryProgram;

/** Calls the command line as a shell would, and keeps what it answered. */
public final class Console {
    private final Gallery gallery;

    /** A console on the program as it is shipped. */
    public Console() {
        this(new Gallery());
    }

    private Console(Gallery gallery) {
        this.gallery = gallery;
    }

    /** Returns a console that knows these programs alone. */
    public static Console with(GalleryProgram... programs) {
        return new Console(new Gallery(List.of(programs)));
    }

    /** What came back: the exit status, standard output and standard error. */
    public record Answer(int status, String out, String err) {
        /** Reads standard output as one JSON object. */
        public JsonObject json() {
            return JsonParser.parseString(out).getAsJsonObject();
        }
    }

    public Answer call(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new CommandLineInterface(new Engine(), gallery, stream(out), stream(err)).execute(arguments);
        return new Answer(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }
}
