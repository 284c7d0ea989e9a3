package org.coreograph.cli;

import java.util.concurrent.Callable;
import org.coreograph.gallery.Gallery;
import org.coreograph.model.Durations;
import org.coreograph.model.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows all that can be chosen. */
@Command(
        name = "list",
        customSynopsis = "coreograph list [--json]",
        description = "Lists programs with their parameters, policies, and the defaults of a run.")
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
        Catalogue catalogue = Catalogue.of(gallery);
        standardOutput.write(json ? Json.write(catalogue) : text(catalogue));
        return ExitStatus.OK;
    }

    private static String text(Catalogue catalogue) {
        StringBuilder text = new StringBuilder();
        for (Catalogue.Program program : catalogue.programs()) {
            text.append(program.id()).append(": ").append(program.title()).append('\n');
            for (Catalogue.Value value : program.parameters()) {
                text.append("  -P ").append(value.name()).append('=').append(value.defaultText());
                text.append("  (").append(value.min()).append(" to ").append(value.max());
                text.append(value.unit().isEmpty() ? "" : " " + value.unit()).append(")\n");
            }
        }
        text.append("policies: ")
                .append(String.join(", ", catalogue.policies()))
                .append('\n');
        text.append("defaults: ").append(defaults(Settings.DEFAULTS)).append('\n');
        return text.toString();
    }

    /** Returns what a run is made with where nothing was said, by the names of the options. */
    private static String defaults(Settings settings) {
        return String.join(
                ", ",
                "cores " + settings.cores(),
                "clock " + settings.clock().id(),
                "threads " + settings.threads().id(),
                "runtime " + RuntimePreset.OS.id(),
                "policy " + settings.policy().id(),
                "quantum " + Durations.exact(settings.quantumNanos()),
                "switch-cost " + Durations.exact(settings.switchCostNanos()),
                "ties " + settings.ties().id(),
                "seed " + settings.seed());
    }
}
