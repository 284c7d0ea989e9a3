package org.coreograph.cli;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.coreograph.gallery.Gallery;
import org.coreograph.gallery.GalleryProgram;
import org.coreograph.gallery.Parameter;
import org.coreograph.model.Named;
import org.coreograph.model.PolicyKind;
import org.coreograph.model.RunOption;
import org.coreograph.model.RuntimeKind;
import org.coreograph.model.SettingName;
import org.coreograph.model.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows all that can be chosen. */
@Command(
        name = "list",
        customSynopsis = "coreograph list [--json]",
        description = "Lists programs with their parameters, policies, settings, and the defaults of a run.")
final class ListCommand implements Callable<Integer> {
    private final Gallery gallery;
    private final Output standardOutput;

    @Option(names = "--json", description = "As one JSON object.")
    private boolean json;

    ListCommand(Gallery gallery, Output standardOutput) {
        this.gallery = gallery;
        this.standardOutput = standardOutput;
    }

    @Override
    public Integer call() throws OutputException {
        standardOutput.write(json ? Json.write(Catalogue.of(gallery)) : text());
        return ExitStatus.OK;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (GalleryProgram program : gallery.programs()) {
            text.append(program.id()).append(": ").append(program.title()).append('\n');
            for (Parameter parameter : program.parameters()) {
                text.append("  -P ").append(parameter.name()).append('=').append(parameter.defaultText());
                text.append("  (").append(parameter.type().allowed());
                text.append(parameter.unit().isEmpty() ? "" : " " + parameter.unit())
                        .append(")\n");
            }
        }
        choices(text, "runtimes", RuntimeKind.values());
        choices(text, "policies", PolicyKind.values());
        text.append("settings:\n");
        for (SettingName setting : SettingName.values()) {
            text.append("  --set ").append(setting.id()).append('=').append(setting.defaultText());
            text.append("  (").append(setting.title()).append(")\n");
        }
        text.append("defaults: ").append(defaults(Settings.DEFAULTS)).append('\n');
        return text.toString();
    }

    private static void choices(StringBuilder text, String what, Named... choices) {
        text.append(what).append(":\n");
        for (Named choice : choices) {
            text.append("  ")
                    .append(choice.id())
                    .append(": ")
                    .append(choice.title())
                    .append('\n');
        }
    }

    /** Returns what a run is made with where nothing was said, by the names of the options. */
    private static String defaults(Settings settings) {
        return Arrays.stream(RunOption.values())
                .map(option -> option.id() + " " + option.text(settings))
                .collect(Collectors.joining(", "));
    }
}
