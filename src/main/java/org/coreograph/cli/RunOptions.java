package org.coreograph.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coreograph.model.BadInputException;
import org.coreograph.model.Clock;
import org.coreograph.model.Durations;
import org.coreograph.model.Named;
import org.coreograph.model.PolicyKind;
import org.coreograph.model.RunRequest;
import org.coreograph.model.Settings;
import org.coreograph.model.ThreadKind;
import org.coreograph.model.TieRule;
import org.coreograph.model.WholeNumbers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The program and the options that decide a run, the same for every command that runs something. All of them are taken
 * as text and read here, so that a wrong value is reported as everywhere else in the program.
 */
final class RunOptions {
    @Parameters(paramLabel = "PROGRAM", description = "Id of a program; 'list' shows them.")
    private String program = "";

    @Option(names = "--cores", paramLabel = "N", description = "Simulated cores, 1 to 256 (default 1).")
    private @Nullable String cores;

    @Option(
            names = "--clock",
            paramLabel = "simulated|measured",
            description = "An exact model, or real time on this machine (default simulated).")
    private @Nullable String clock;

    @Option(
            names = "--threads",
            paramLabel = "platform|virtual",
            description = "The Java threads that carry the tasks (default virtual).")
    private @Nullable String threads;

    @Option(names = "--runtime", paramLabel = "os", description = "A preset: os is round robin (default os).")
    private @Nullable String runtime;

    @Option(
            names = "--policy",
            paramLabel = "fcfs|round-robin",
            description = "How the ready queue is served (default the runtime's).")
    private @Nullable String policy;

    @Option(
            names = "--quantum",
            paramLabel = "TIME",
            description = "The longest slice while others wait, such as 10ms or 50us (default 10ms).")
    private @Nullable String quantum;

    @Option(
            names = "--switch-cost",
            paramLabel = "TIME",
            description = "What a core pays between two tasks on the simulated clock (default 5us).")
    private @Nullable String switchCost;

    @Option(
            names = "--ties",
            paramLabel = "arrivals-first|preempted-first",
            description = "Who queues first at the same instant (default arrivals-first).")
    private @Nullable String ties;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Where random draws begin, any 64-bit integer (default 1).")
    private @Nullable String seed;

    @Option(names = "-P", paramLabel = "NAME=VALUE", description = "A parameter of the program; repeated for each.")
    private List<String> parameters = List.of();

    /** @throws BadInputException if a value can't be used; the program's own parameters are not looked at here */
    RunRequest request() {
        return new RunRequest(program, arguments(), settings());
    }

    /** Returns whether the number of cores was given, rather than left to its default. */
    boolean coresGiven() {
        return cores != null;
    }

    private Settings settings() {
        Settings settings = Settings.DEFAULTS;
        if (cores != null) {
            settings = settings.withCores((int) WholeNumbers.parse("cores", cores, 1, Settings.MAX_CORES));
        }
        if (clock != null) {
            settings = settings.withClock(Named.parse(Clock.class, "clock", clock));
        }
        if (threads != null) {
            settings = settings.withThreads(Named.parse(ThreadKind.class, "thread kind", threads));
        }
        if (runtime != null) {
            settings = settings.withPolicy(
                    Named.parse(RuntimePreset.class, "runtime", runtime).policy());
        }
        if (policy != null) {
            settings = settings.withPolicy(Named.parse(PolicyKind.class, "policy", policy));
        }
        if (quantum != null) {
            settings = settings.withQuantumNanos(Durations.parse("quantum", quantum, 1));
        }
        if (switchCost != null) {
            settings = settings.withSwitchCostNanos(Durations.parse("switch-cost", switchCost, 0));
        }
        if (ties != null) {
            settings = settings.withTies(Named.parse(TieRule.class, "tie rule", ties));
        }
        if (seed != null) {
            settings = settings.withSeed(WholeNumbers.parse("seed", seed, Long.MIN_VALUE, Long.MAX_VALUE));
        }
        return settings;
    }

    private Map<String, String> arguments() {
        Map<String, String> arguments = new HashMap<>();
        for (String parameter : parameters) {
            int equals = parameter.indexOf('=');
            if (equals <= 0) {
                throw new BadInputException("-P must be NAME=VALUE, but was '" + parameter + "'");
            }
            String name = parameter.substring(0, equals);
            if (arguments.put(name, parameter.substring(equals + 1)) != null) {
                throw new BadInputException("parameter '" + name + "' was given more than once: give it once");
            }
        }
        return arguments;
    }
}
