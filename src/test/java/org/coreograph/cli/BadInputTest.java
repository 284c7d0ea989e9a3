package org.coreograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.coreograph.testkit.Console;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What can't be used is refused in one line that names it and what is allowed, and nothing else happens. */
class BadInputTest {
    static Stream<Arguments> complaints() {
        return Stream.of(
                complaint("missing command: choose one of list, run, sweep, render"),
                complaint("unknown command 'jog': choose one of list, run, sweep, render", "jog"),
                complaint("unknown option '--foo': choose one of --help, --version", "--foo"),
                complaint("unexpected argument 'jobs': list takes options only", "list", "jobs"),
                complaint("missing PROGRAM: choose one of two-loops, multitasking, context, race,", "run"),
                complaint("unknown program 'job': choose one of two-loops, multitasking, context, race,", "run", "job"),
                complaint("unknown program 'My.java': choose one of two-loops", "run", "My.java"),
                complaint("unknown program '': choose one of two-loops", "run", ""),
                complaint("unexpected argument 'jobs': run takes one PROGRAM", "run", "jobs", "jobs"),
                complaint("unknown option '--cors': choose one of --clock, --cores,", "run", "jobs", "--cors", "2"),
                complaint("unknown option '--trace=t.csv': choose one of", "render", "jobs", "--trace=t.csv"),
                complaint("--cores needs a value: a whole number from 1 to 256", "run", "jobs", "--cores"),
                complaint("--out needs a value: a file that ends in .png", "render", "jobs", "--out"),
                complaint("--clock needs a value: one of simulated, measured", "run", "jobs", "--clock"),
                complaint("-P needs a value: NAME=VALUE", "run", "jobs", "-P"),
                complaint("summary must be a file or '-', but was ''", "run", "jobs", "--summary", ""),
                complaint("cores must be a whole number from 1 to 256, but was '٣'", "run", "jobs", "--cores=٣"),
                complaint("cores must be a whole number from 1 to 256, but was '+2'", "run", "jobs", "--cores=+2"),
                complaint("--cores was given twice: give it once", "run", "jobs", "--cores", "1", "--cores", "1"),
                complaint("cores must be a whole number from 1 to 256, but was '0'", "run", "jobs", "--cores", "0"),
                complaint("cores must be a whole number from 1 to 256, but was '-1'", "run", "jobs", "--cores", "-1"),
                complaint("cores must be a whole number from 1 to 256, but was '1000'", "run", "jobs", "--cores=1000"),
                complaint("cores must be a whole number from 1 to 256, but was 'two'", "run", "jobs", "--cores=two"),
                complaint("cores must be a whole number from 1 to 256, but was ''", "run", "jobs", "--cores="),
                complaint("unknown clock 'real': choose one of simulated, measured", "run", "jobs", "--clock", "real"),
                complaint(
                        "unknown thread kind 'green': choose one of platform, virtual",
                        "run",
                        "jobs",
                        "--threads=green"),
                complaint("unknown runtime 'java': choose one of os, go, loom", "run", "jobs", "--runtime", "java"),
                complaint(
                        "unknown policy 'edf': choose one of fcfs, round-robin, sjf, stcf, priority, mlfq, lottery,"
                                + " fair, work-stealing",
                        "run",
                        "jobs",
                        "--policy=edf"),
                complaint("unknown memory 'some': choose one of shared, distributed", "run", "jobs", "--memory=some"),
                complaint("unknown interleaving '': choose one of declared, random", "run", "jobs", "--interleave="),
                complaint(
                        "jitter must be a percentage from 0% to 100%, such as 20%, but was '20'",
                        "run", "jobs", "--jitter=20"),
                complaint("jitter must be a percentage from 0% to 100%", "run", "jobs", "--jitter", "100.1%"),
                complaint("jitter must be a percentage from 0% to 100%", "run", "jobs", "--jitter", "-1%"),
                complaint("--jitter needs a value: a percentage from 0% to 100%", "run", "jobs", "--jitter"),
                complaint("--policy needs a value: one of fcfs, round-robin, sjf,", "run", "jobs", "--policy"),
                complaint(
                        "--memory was given twice: give it once", "run", "jobs", "--memory=shared", "--memory=shared"),
                complaint("--set needs a value: NAME=VALUE", "run", "jobs", "--set"),
                complaint("--set must be NAME=VALUE, but was 'mlfq.boost'", "run", "jobs", "--set", "mlfq.boost"),
                complaint("--set must be NAME=VALUE, but was '=1ms'", "run", "jobs", "--set", "=1ms"),
                complaint(
                        "setting 'mlfq.boost' was given more than once: give it once",
                        "run",
                        "jobs",
                        "--set=mlfq.boost=1s",
                        "--set=mlfq.boost=1s"),
                complaint(
                        "unknown setting 'mlfq.bost': choose one of mlfq.levels, mlfq.quanta, mlfq.allotments,"
                                + " mlfq.boost, mlfq.stay-on-io, priority.aging, fair.weights, cost.migration,",
                        "run",
                        "jobs",
                        "--set=mlfq.bost=1s"),
                complaint(
                        "mlfq.boost must be a duration from 0 to 86400s, such as 10ms or 5us, but was 'often'",
                        "run",
                        "jobs",
                        "--set=mlfq.boost=often"),
                complaint(
                        "mlfq.boost needs a unit of ns, us, ms or s, but was '5'", "run", "jobs", "--set=mlfq.boost=5"),
                complaint(
                        "mlfq.levels must be a whole number from 1 to 64, but was '0'",
                        "run",
                        "jobs",
                        "--set=mlfq.levels=0"),
                complaint(
                        "mlfq.quanta must have at most one value for each of the 3 levels, but had 4",
                        "run",
                        "jobs",
                        "--set=mlfq.quanta=1ms,2ms,4ms,8ms"),
                complaint(
                        "mlfq.stay-on-io must be true or false, but was 'yes'",
                        "run",
                        "jobs",
                        "--set=mlfq.stay-on-io=yes"),
                complaint(
                        "each of fair.weights must be a whole number from 1 to 1000000, but was '0'",
                        "run",
                        "jobs",
                        "--set=fair.weights=1,0"),
                complaint(
                        "bus.bandwidth must be unlimited or 1B/s to 1000000GB/s, such as 100MB/s, but was '5'",
                        "run",
                        "jobs",
                        "--set=bus.bandwidth=5"),
                complaint(
                        "unknown tie rule 'any': choose one of arrivals-first, preempted-first",
                        "run",
                        "jobs",
                        "--ties=any"),
                complaint(
                        "quantum must be a duration from 1ns to 86400s, such as 10ms or 5us, but was '0'",
                        "run",
                        "jobs",
                        "--quantum",
                        "0"),
                complaint(
                        "switch-cost must be a duration from 0 to 86400s, such as 10ms or 5us, but was '-1us'",
                        "run",
                        "jobs",
                        "--switch-cost=-1us"),
                complaint("quantum must be a duration from 1ns to", "run", "jobs", "--quantum", "10 ms"),
                complaint(
                        "each of lengths must be 0 to 86400000 ms, but was '99999999999'",
                        "run",
                        "jobs",
                        "-P",
                        "lengths=99999999999"),
                complaint("quantum needs a unit of ns, us, ms or s, but was '10'", "run", "jobs", "--quantum", "10"),
                complaint("quantum must be a duration from 1ns to 86400s", "run", "jobs", "--quantum", "-1ms"),
                complaint(
                        "switch-cost must be a duration from 0 to 86400s, such as 10ms or 5us, but was '90000s'",
                        "run",
                        "jobs",
                        "--switch-cost=90000s"),
                complaint(
                        "seed must be a whole number from -9223372036854775808 to 9223372036854775807, but was"
                                + " '9223372036854775808'",
                        "run",
                        "jobs",
                        "--seed=9223372036854775808"),
                complaint("-P must be NAME=VALUE, but was 'lengths'", "run", "jobs", "-P", "lengths"),
                complaint("-P must be NAME=VALUE, but was '=3'", "run", "jobs", "-P", "=3"),
                complaint(
                        "parameter 'lengths' was given more than once: give it once",
                        "run",
                        "jobs",
                        "-P",
                        "lengths=1",
                        "-P",
                        "lengths=2"),
                complaint(
                        "unknown parameter 'size' of jobs: choose one of lengths, bursts, arrivals, priorities,"
                                + " tickets",
                        "run",
                        "jobs",
                        "-P",
                        "size=1"),
                complaint(
                        "count must be a whole number from 1 to 1000000000000, but was '0'",
                        "run",
                        "two-loops",
                        "-P",
                        "count=0"),
                complaint(
                        "arrivals must have as many values as lengths, or not be given, but lengths has 3 and arrivals"
                                + " has 2",
                        "run",
                        "jobs",
                        "-P",
                        "arrivals=0,1"),
                complaint(
                        "lengths and bursts exclude each other: give one of them",
                        "run",
                        "jobs",
                        "-P",
                        "lengths=8",
                        "-P",
                        "bursts=3/2/3"),
                complaint(
                        "tickets must have as many values as bursts, or not be given, but bursts has 2 and tickets has"
                                + " 1",
                        "run",
                        "jobs",
                        "-P",
                        "bursts=3/2/3,8",
                        "-P",
                        "tickets=5"),
                complaint("each of bursts must be 0 to 86400000 ms, but was ''", "run", "jobs", "-P", "bursts=3//3"),
                complaint(
                        "each of priorities must be a whole number from -1000000 to 1000000, but was 'high'",
                        "run",
                        "jobs",
                        "-P",
                        "priorities=high,1,2"),
                complaint(
                        "unknown guard 'lock': choose one of none, mutex, atomic, owner, channel-lock",
                        "run",
                        "counter",
                        "-P",
                        "guard=lock"),
                complaint(
                        "trace must be a file that ends in .csv or .json, but was '-'", "run", "jobs", "--trace", "-"),
                complaint("--summary needs a value: a file or '-'", "run", "jobs", "--summary", "--trace", "t.csv"),
                complaint(
                        "summary and trace must be two files, but both were 'a.json'",
                        "run",
                        "jobs",
                        "--summary=./a.json",
                        "--trace=a.json"),
                complaint("missing --over: it must be NAME=VALUES, such as cores=1..16", "sweep", "jobs"),
                complaint("--over needs a value: NAME=VALUES, such as cores=1..16", "sweep", "jobs", "--over"),
                complaint("over must be NAME=VALUES, such as cores=1..16", "sweep", "jobs", "--over", "cores"),
                complaint("over must be NAME=VALUES, such as cores=1..16", "sweep", "jobs", "--over", "=1..3"),
                complaint("unknown program 'job': choose one of two-loops", "sweep", "job", "--over=cores=1..3"),
                complaint(
                        "nothing to vary is called 'core': choose one of cores, clock, threads, runtime, policy,"
                                + " quantum, switch-cost, ties, memory, seed, jitter, interleave, lengths, bursts,",
                        "sweep",
                        "jobs",
                        "--over=core=1..3"),
                complaint(
                        "cores must be a whole number from 1 to 256, but was '257'",
                        "sweep",
                        "jobs",
                        "--over=cores=250..257"),
                complaint("cores must be a whole number from 1 to 256, but was ''", "sweep", "jobs", "--over=cores="),
                complaint("unknown policy 'edf': choose one of", "sweep", "jobs", "--over=policy=fcfs,edf"),
                complaint(
                        "parts must be a whole number from 1 to 1000, but was '0'",
                        "sweep",
                        "array-split",
                        "--over=parts=2,1,0"),
                complaint(
                        "mlfq.levels must be a whole number from 1 to 64, but was '0'",
                        "sweep",
                        "jobs",
                        "--over=mlfq.levels=0..3"),
                complaint("a range of cores must rise, such as 1..16,", "sweep", "jobs", "--over=cores=4..1"),
                complaint("a range of cores must rise, such as 1..16,", "sweep", "jobs", "--over=cores=1..9..0"),
                complaint(
                        "a range of cores must be whole numbers as FROM..TO or FROM..TO..STEP, such as 1..16,",
                        "sweep",
                        "jobs",
                        "--over=cores=1.."),
                complaint(
                        "a range of quantum must have the same unit throughout, such as",
                        "sweep",
                        "jobs",
                        "--over=quantum=1us..2ms"),
                complaint(
                        "a sweep must have at most 10000 runs, but 'seed=1..9223372036854775807' has more",
                        "sweep",
                        "jobs",
                        "--over=seed=1..9223372036854775807"),
                complaint(
                        "cores was given as '2', and is varied as well: do one of both",
                        "sweep",
                        "jobs",
                        "--cores=2",
                        "--over=cores=1..3"),
                complaint(
                        "lengths was given as '1', and is varied as well: do one of both",
                        "sweep",
                        "jobs",
                        "-P",
                        "lengths=1",
                        "--over=lengths=1..3"),
                complaint("--over was given twice: give it once", "sweep", "jobs", "--over=seed=1", "--over=seed=1"),
                complaint("unknown option '--trace=t.csv': choose", "sweep", "jobs", "--over=seed=1", "--trace=t.csv"),
                complaint("summary must be a file or '-', but was ''", "sweep", "jobs", "--over=seed=1", "--summary="),
                complaint("unknown program 'a b': choose one of", "run", "a\nb"),
                complaint("unknown program '@file': choose one of", "run", "@file"));
    }

    private static Arguments complaint(String line, String... arguments) {
        return Arguments.of(List.of(arguments), line);
    }

    @ParameterizedTest
    @MethodSource("complaints")
    void oneLineNamesWhatWasGivenAndWhatIsAllowed(List<String> arguments, String line) {
        Console.Answer answer = new Console().call(arguments.toArray(String[]::new));

        assertThat(answer.err()).startsWith("coreograph: " + line).hasLineCount(1);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.status()).isEqualTo(ExitStatus.BAD_INPUT);
    }
}
