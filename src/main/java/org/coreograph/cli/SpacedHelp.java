package org.coreograph.cli;

import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

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
                String before = argument.isOption() ? separator() : "";
                return ansi.new Text(takesValue ? before + argument.paramLabel() : "");
            }

            @Override
            public String separator() {
                return " ";
            }
        };
    }
}
