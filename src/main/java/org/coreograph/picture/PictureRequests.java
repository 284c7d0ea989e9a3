package org.coreograph.picture;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coreograph.model.BadInputException;
import org.coreograph.model.Clock;
import org.coreograph.model.Interleave;
import org.coreograph.model.MemoryKind;
import org.coreograph.model.Named;
import org.coreograph.model.PolicyKind;
import org.coreograph.model.RunRequest;
import org.coreograph.model.RuntimeKind;
import org.coreograph.model.SettingName;
import org.coreograph.model.Settings;
import org.coreograph.model.ThreadKind;
import org.coreograph.model.TieRule;

/** The requests of a picture's runs, as they are written into it and read back. */
public final class PictureRequests {
    private static final int MOST_RUNS = 16;

    private PictureRequests() {}

    /**
     * Reads the requests that a picture carries, from top to bottom. What they ask for is within the ranges of
     * {@link Settings}; whether there is such a program isn't checked.
     *
     * @param png the bytes of a file
     * @throws BadInputException if they are no PNG, or one that wasn't made by Coreograph
     */
    public static List<RunRequest> read(byte[] png) {
        String text = PngFile.text(png);
        try {
            JsonArray runs = JsonParser.parseString(text).getAsJsonObject().getAsJsonArray("runs");
            if (runs == null || runs.isEmpty() || runs.size() > MOST_RUNS) {
                throw new BadInputException("this picture carries no run");
            }
            List<RunRequest> requests = new ArrayList<>();
            for (JsonElement run : runs) {
                requests.add(request(run.getAsJsonObject()));
            }
            return List.copyOf(requests);
        } catch (JsonParseException
                | IllegalStateException
                | UnsupportedOperationException
                | NumberFormatException
                | ClassCastException
                | NullPointerException e) {
            throw new BadInputException("the run that this picture carries can't be read: " + e.getMessage(), e);
        }
    }

    /** Writes requests as JSON. */
    static String write(List<RunRequest> requests) {
        JsonArray runs = new JsonArray();
        for (RunRequest request : requests) {
            Settings settings = request.settings();
            JsonObject run = new JsonObject();
            run.addProperty("program", request.program());
            JsonObject arguments = new JsonObject();
            request.arguments().forEach(arguments::addProperty);
            run.add("arguments", arguments);
            run.addProperty("clock", settings.clock().id());
            run.addProperty("threads", settings.threads().id());
            run.addProperty("cores", settings.cores());
            run.addProperty("runtime", settings.runtime().id());
            run.addProperty("policy", settings.policy().id());
            run.addProperty("quantumNanos", settings.quantumNanos());
            run.addProperty("switchCostNanos", settings.switchCostNanos());
            run.addProperty("ties", settings.ties().id());
            run.addProperty("memory", settings.memory().id());
            run.addProperty("seed", settings.seed());
            run.addProperty("jitter", settings.jitter());
            run.addProperty("interleave", settings.interleave().id());
            JsonObject set = new JsonObject();
            settings.set().forEach((name, text) -> set.addProperty(name.id(), text));
            run.add("set", set);
            runs.add(run);
        }
        JsonObject all = new JsonObject();
        all.add("runs", runs);
        return all.toString();
    }

    private static RunRequest request(JsonObject run) {
        Map<String, String> arguments = new TreeMap<>();
        for (Map.Entry<String, JsonElement> one :
                run.getAsJsonObject("arguments").entrySet()) {
            arguments.put(one.getKey(), one.getValue().getAsString());
        }
        Settings settings = Settings.DEFAULTS
                .withClock(Named.parse(Clock.class, "clock", text(run, "clock")))
                .withThreads(Named.parse(ThreadKind.class, "thread kind", text(run, "threads")))
                .withCores(Integer.parseInt(text(run, "cores")))
                .withRuntime(Named.parse(RuntimeKind.class, "runtime", text(run, "runtime", RuntimeKind.OS.id())))
                .withPolicy(Named.parse(PolicyKind.class, "policy", text(run, "policy")))
                .withQuantumNanos(Long.parseLong(text(run, "quantumNanos")))
                .withSwitchCostNanos(Long.parseLong(text(run, "switchCostNanos")))
                .withTies(Named.parse(TieRule.class, "tie rule", text(run, "ties")))
                .withMemory(Named.parse(MemoryKind.class, "memory", text(run, "memory", MemoryKind.SHARED.id())))
                .withSeed(Long.parseLong(text(run, "seed")))
                .withJitter(Double.parseDouble(text(run, "jitter", "0")))
                .withInterleave(
                        Named.parse(Interleave.class, "interleave", text(run, "interleave", Interleave.DECLARED.id())));
        JsonObject set = run.has("set") ? run.getAsJsonObject("set") : new JsonObject();
        for (Map.Entry<String, JsonElement> one : set.entrySet()) {
            settings = settings.with(
                    SettingName.parse(one.getKey()), one.getValue().getAsString());
        }
        return new RunRequest(text(run, "program"), arguments, settings);
    }

    /** Returns a value that a picture of an earlier version may not carry. */
    private static String text(JsonObject run, String name, String otherwise) {
        return run.has(name) ? text(run, name) : otherwise;
    }

    private static String text(JsonObject run, String name) {
        JsonElement value = run.get(name);
        if (value == null) {
            throw new JsonParseException(name + " is missing");
        }
        return value.getAsString();
    }
}
