package org.coreograph.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.coreograph.gallery.Gallery;
import org.coreograph.gallery.GalleryProgram;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what can't be made of the arguments, and what is allowed in their place. */
final class ParseErrors {
    private final Gallery gallery;

    ParseErrors(Gallery gallery) {
        this.gallery = gallery;
    }

    String line(ParameterException problem) {
        CommandSpec command = problem.getCommandLine().getCommandSpec();
        return switch (problem) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched, command);
            case OverwrittenOptionException twice -> label(twice.getOverwritten()) + " was given twice: give it once";
            case MissingParameterException missing -> missing(missing);
            default ->
                hasCommands(command)
                        ? "missing command: choose one of " + commands(command)
                        : String.valueOf(problem.getMessage());
        };
    }

    private static String unmatched(UnmatchedArgumentException problem, CommandSpec command) {
        String first = problem.getUnmatched().getFirst();
        if (first.startsWith("-") && first.length() > 1) {
            return "unknown option '" + first + "': choose one of " + options(command);
        }
        return hasCommands(command)
                ? "unknown command '" + first + "': choose one of " + commands(command)
                : "unexpected argument '" + first + "': " + command.name() + " takes "
                        + (command.positionalParameters().isEmpty() ? "options only" : "one PROGRAM and options");
    }

    private String missing(MissingParameterException problem) {
        List<ArgSpec> missing = problem.getMissing();
        ArgSpec first = missing.getFirst();
        if (first.isPositional()) {
            return "missing PROGRAM: choose one of "
                    + gallery.programs().stream().map(GalleryProgram::id).collect(Collectors.joining(", "));
        }
        return label(first) + " needs a value: " + AllowedValues.of(label(first));
    }

    private static String label(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static boolean hasCommands(CommandSpec command) {
        return !command.subcommands().isEmpty();
    }

    private static String commands(CommandSpec command) {
        return String.join(", ", command.subcommands().keySet());
    }

    private static String options(CommandSpec command) {
        return command.options().stream().map(OptionSpec::longestName).sorted().collect(Collectors.joining(", "));
    }
}
