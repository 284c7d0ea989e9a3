package org.coreograph.cli;

import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Help that writes {@code --cores N} as it is mostly typed, rather than {@code --cores=N}, which works as well. */
final class SpacedHelp extends Help {
    SpacedHelp(CommandSpec command, ColorScheme colors) {
        super(command, colors);
    }

    @Override
    public IParamLabelRenderer parameterLabelRenderer() {
        return new IParamLabelRenderer() {
            @Override
            public Ansi.Text renderParameterLabel(ArgSpec argument, Ansi ansi, List<Ansi.IStyle> styles) {
                boolean takesValue = argument.arity().max() > 0;
                return ansi.new Text(takesValue ? before(argument) + argument.paramLabel() : "");
            }

            @Override
            public String separator() {
                return " ";
            }
        };
    }

    /** Help has a column of short names, with a space after it. */
    private static String before(ArgSpec argument) {
        return argument instanceof OptionSpec option && option.longestName().startsWith("--") ? " " : "";
    }
}
