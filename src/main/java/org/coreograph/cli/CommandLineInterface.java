package org.coreograph.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.function.Function;
import org.coreograph.engine.Engine;
import org.coreograph.gallery.Gallery;
import org.coreograph.model.BadInputException;
import org.coreograph.picture.PictureExport;
import org.coreograph.picture.Typeface;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ScopeType;

/** The program without a window. Needs no display, and uses nothing of JavaFX. */
public final class CommandLineInterface {
    private final Engine engine;
    private final Gallery gallery;
    private final PrintStream out;
    private final PrintStream err;

    /**
     * @param out gets what was asked for
     * @param err gets one line where something went wrong
     */
    public CommandLineInterface(Engine engine, Gallery gallery, PrintStream out, PrintStream err) {
        this.engine = engine;
        this.gallery = gallery;
        this.out = out;
        this.err = err;
    }

    @Command(
            name = "coreograph",
            mixinStandardHelpOptions = true,
            scope = ScopeType.INHERIT,
            versionProvider = Version.class,
            synopsisHeading = "Usage: ",
            descriptionHeading = "%n",
            parameterListHeading = "%n",
            optionListHeading = "%nOptions:%n",
            commandListHeading = "%nCommands:%n",
            customSynopsis = "coreograph [COMMAND]",
            description = "Shows what concurrency and parallelism are. Without a command, the window opens.")
    private static final class Root {}

    /** Asks the program's jar for its version. */
    private static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = CommandLineInterface.class.getPackage().getImplementationVersion();
            return new String[] {"coreograph " + (version == null ? "(not packaged)" : version)};
        }
    }

    /**
     * Does what the arguments say.
     *
     * @return one of {@link ExitStatus}
     */
    public int execute(String... args) {
        StopOnExit stopOnExit = new StopOnExit(err, Runtime.getRuntime()::halt);
        int status = ExitStatus.NOT_COMPLETED;
        try {
            status = execute(new ProgramRunner(engine, gallery, stopOnExit, err), args);
        } finally {
            stopOnExit.done(status);
        }
        return status;
    }

    private int execute(ProgramRunner runner, String... args) {
        Output standardOutput = new StandardOutput(out);
        ParseErrors errors = new ParseErrors(gallery);
        return new CommandLine(new Root())
                .addSubcommand(new ListCommand(gallery, standardOutput))
                .addSubcommand(running(options -> new RunCommand(options, runner, standardOutput)))
                .addSubcommand(running(options -> new SweepCommand(options, runner, standardOutput)))
                .addSubcommand(running(options -> new RenderCommand(options, runner, CommandLineInterface::export)))
                .setOut(new PrintWriter(out, true, out.charset()))
                .setErr(new PrintWriter(err, true, err.charset()))
                // An argument is what it says: '@' names no file of arguments, and an option is no other one's value.
                .setExpandAtFiles(false)
                .setAllowOptionsAsOptionParameters(false)
                .setHelpFactory(SpacedHelp::new)
                .setParameterExceptionHandler((problem, arguments) -> badInput(errors.line(problem)))
                .setExecutionExceptionHandler((problem, command, arguments) -> failed(problem))
                .execute(args);
    }

    /** Makes a command that runs something, with the options that decide a run. */
    private static CommandLine running(Function<RunOptions, Object> command) {
        RunOptions options = new RunOptions();
        return new CommandLine(command.apply(options)).addMixin("run", options.spec());
    }

    /** Made only where something is drawn, since it reads the fonts. */
    private static PictureExport export() {
        return new PictureExport(new Typeface(), Runtime.getRuntime().availableProcessors());
    }

    private int failed(Exception problem) throws Exception {
        return switch (problem) {
            case BadInputException bad -> badInput(bad.getMessage());
            case OutputException output -> complain(output.getMessage(), ExitStatus.FILE_ERROR);
            default -> throw problem;
        };
    }

    private int badInput(@Nullable String message) {
        return complain(message, ExitStatus.BAD_INPUT);
    }

    private int complain(@Nullable String message, int status) {
        // What was typed is repeated in the message, and may hold anything: the complaint stays one line.
        err.println("coreograph: " + String.valueOf(message).replaceAll("\\p{Cntrl}+", " "));
        return status;
    }
}
