package org.coreograph.cli;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coreograph.model.BadInputException;
import org.coreograph.model.RequestChanges;
import org.coreograph.model.RunOption;
import org.coreograph.model.RunRequest;
import org.coreograph.model.SettingName;
import org.coreograph.model.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The program and the options that decide a run, the same for every command that runs something. All of them are taken
 * as text and read here, so that a wrong value is reported as everywhere else in the program.
 */
final class RunOptions {
    /** Where options of a command itself stand in its help: behind these. */
    static final int AFTER = 100;

    private final Map<RunOption, OptionSpec> options = new EnumMap<>(RunOption.class);

    @Parameters(paramLabel = "PROGRAM", description = "Id of a program; 'list' shows them.")
    private String program = "";

    @Option(
            names = "--set",
            order = AFTER - 2,
            paramLabel = "NAME=VALUE",
            description = "A setting of a policy or a cost, repeated for each; 'list' shows them.")
    private List<String> set = List.of();

    @Option(
            names = "-P",
            order = AFTER - 1,
            paramLabel = "NAME=VALUE",
            description = "A parameter of the program, repeated for each; 'list' shows them.")
    private List<String> parameters = List.of();

    /** Returns these options, to be mixed into a command's. */
    CommandSpec spec() {
        CommandSpec spec = CommandSpec.forAnnotatedObject(this);
        for (RunOption option : RunOption.values()) {
            OptionSpec described = OptionSpec.builder("--" + option.id())
                    .order(option.ordinal())
                    .type(String.class)
                    .paramLabel(option.label())
                    .description(option.description().replace("%", "%%"))
                    .build();
            options.put(option, described);
            spec.addOption(described);
        }
        return spec;
    }

    /** Returns the id of the program, or an empty text where none was given. */
    String program() {
        return program;
    }

    /** Returns whether an option was given, rather than left to its default. */
    boolean given(RunOption option) {
        return text(option) != null;
    }

    private @Nullable String text(RunOption option) {
        OptionSpec described = options.get(option);
        return described == null ? null : described.getValue();
    }

    /** @throws BadInputException if a value can't be used; the program's own parameters are not looked at here */
    RunRequest request() {
        return request(texts(), settings(), arguments());
    }

    /**
     * Returns the request with one more value.
     *
     * @param name of an option without its hyphens, of a setting or of a parameter
     * @throws BadInputException as {@link #request()}, or if there is a value for the name
     */
    RunRequest request(String name, String value) {
        Map<RunOption, String> texts = texts();
        Map<String, String> settings = settings();
        Map<String, String> arguments = arguments();
        Optional<RunOption> option = RunOption.find(name);
        String given = option.isPresent()
                ? texts.put(option.get(), value)
                : (isSetting(name) ? settings : arguments).put(name, value);
        if (given != null) {
            throw new BadInputException(name + " was given as '" + given + "', and is varied as well: do one of both");
        }
        return request(texts, settings, arguments);
    }

    /**
     * Checks that something can be varied.
     *
     * @param parameters the names of the program's parameters
     * @throws BadInputException if there is no such option, setting or parameter
     */
    static void checkName(String name, List<String> parameters) {
        if (RunOption.find(name).isPresent() || isSetting(name) || parameters.contains(name)) {
            return;
        }
        String known = Stream.of(
                        Arrays.stream(RunOption.values()).map(RunOption::id),
                        parameters.stream(),
                        Arrays.stream(SettingName.values()).map(SettingName::id))
                .flatMap(names -> names)
                .collect(Collectors.joining(", "));
        throw new BadInputException("nothing to vary is called '" + name + "': choose one of " + known);
    }

    private static boolean isSetting(String name) {
        return Arrays.stream(SettingName.values())
                .anyMatch(setting -> setting.id().equals(name));
    }

    private RunRequest request(
            Map<RunOption, String> texts, Map<String, String> namedSettings, Map<String, String> arguments) {
        return new RequestChanges(texts, namedSettings, arguments)
                .onto(new RunRequest(program, Map.of(), Settings.DEFAULTS));
    }

    /** Returns the options that were given, in the order in which they are applied. */
    private Map<RunOption, String> texts() {
        Map<RunOption, String> texts = new EnumMap<>(RunOption.class);
        for (RunOption option : RunOption.values()) {
            String text = text(option);
            if (text != null) {
                texts.put(option, text);
            }
        }
        return texts;
    }

    private Map<String, String> settings() {
        return RequestChanges.pairs("--set", "setting", set);
    }

    private Map<String, String> arguments() {
        return RequestChanges.pairs("-P", "parameter", parameters);
    }
}
