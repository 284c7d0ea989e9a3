package org.coreograph.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What someone asked to be different in a request, as texts.
 *
 * @param options texts of the options given
 * @param settings texts of named settings by name
 * @param arguments texts of the program's parameters by name
 */
public record RequestChanges(
        Map<RunOption, String> options, Map<String, String> settings, Map<String, String> arguments) {
    public RequestChanges {
        // An enum map keeps the order in which options are applied; the map given may be empty and of any kind.
        Map<RunOption, String> ordered = new EnumMap<>(RunOption.class);
        ordered.putAll(options);
        options = Collections.unmodifiableMap(ordered);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    /**
     * Returns a request with these changes, and all else as it was.
     *
     * @throws BadInputException if a value can't be used; the program's own parameters are not looked at here
     */
    public RunRequest onto(RunRequest base) {
        Settings changed = base.settings();
        for (Map.Entry<RunOption, String> option : options.entrySet()) {
            changed = option.getKey().apply(changed, option.getValue());
        }
        Map<SettingName, String> named = new EnumMap<>(SettingName.class);
        settings.forEach((name, text) -> named.put(SettingName.parse(name), text));
        Map<String, String> allArguments = new TreeMap<>(base.arguments());
        allArguments.putAll(arguments);
        return new RunRequest(base.program(), allArguments, changed.with(named));
    }

    /**
     * Reads texts such as {@code name=value}.
     *
     * @param option what stands before each, for the message
     * @param what what a name names, for the message
     * @throws BadInputException if a text has another form, or a name comes twice
     */
    public static Map<String, String> pairs(String option, String what, List<String> texts) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals <= 0) {
                throw new BadInputException(option + " must be NAME=VALUE, but was '" + text + "'");
            }
            String name = text.substring(0, equals);
            if (pairs.put(name, text.substring(equals + 1)) != null) {
                throw new BadInputException(what + " '" + name + "' was given more than once: give it once");
            }
        }
        return pairs;
    }
}
