package org.coreograph.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that decides a run, in words that can be written down: asked for again, a simulated run is back exactly.
 *
 * @param program the id of a gallery program
 * @param arguments texts of its parameters by name, in the order of their names; those not named have their defaults
 */
public record RunRequest(String program, Map<String, String> arguments, Settings settings) {
    public RunRequest {
        arguments = Collections.unmodifiableMap(new TreeMap<>(arguments));
    }

    public RunRequest withSettings(Settings newSettings) {
        return new RunRequest(program, arguments, newSettings);
    }

    public RunRequest withArguments(Map<String, String> newArguments) {
        return new RunRequest(program, newArguments, settings);
    }
}
