package org.coreograph.cli;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coreograph.model.BadInputException;
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

    /** @throws BadInputException if a value can't be used; the program's own parameters are not looked at here */
    RunRequest request() {
        return new RunRequest(program, arguments(), settings());
    }

    /** Returns whether an option was given, rather than left to its default. */
    boolean given(RunOption option) {
        return text(option) != null;
    }

    private @Nullable String text(RunOption option) {
        OptionSpec described = options.get(option);
        return described == null ? null : described.getValue();
    }

    private Settings settings() {
        Settings settings = Settings.DEFAULTS;
        for (RunOption option : RunOption.values()) {
            String text = text(option);
            settings = text == null ? settings : option.apply(settings, text);
        }
        Map<SettingName, String> named = new EnumMap<>(SettingName.class);
        pairs("--set", "setting", set).forEach((name, text) -> named.put(SettingName.parse(name), text));
        for (Map.Entry<SettingName, String> setting : named.entrySet()) {
            settings = settings.with(setting.getKey(), setting.getValue());
        }
        return settings;
    }

    private Map<String, String> arguments() {
        return pairs("-P", "parameter", parameters);
    }

    private static Map<String, String> pairs(String option, String what, List<String> texts) {
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
