package org.coreograph.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.coreograph.analysis.RunReport;
import org.coreograph.model.Durations;
import org.coreograph.model.Outcome;
import org.coreograph.model.PolicyKind;
import org.coreograph.model.RuntimeKind;
import org.coreograph.model.Settings;
import org.coreograph.testkit.EveryEngine;
import org.coreograph.testkit.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Small programs whose output Go's specification and library lay down, however they are scheduled: each is written as it
 * would be in Go, and prints what it prints there. A panic that is recovered is an exception that is caught.
 */
@Timeout(60)
class GoAnswersTest {
    /** What a program prints. */
    private interface Printed {
        void line(Object... parts);
    }

    private interface Go {
        void run(Machine machine, Printed print) throws Exception;
    }

    private static List<String> printed(Go program, Settings settings) {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        Runs.completed(machine -> program.run(machine, parts -> lines.add(words(parts))), settings);
        return lines;
    }

    private static String words(Object... parts) {
        return String.join(" ", Arrays.stream(parts).map(String::valueOf).toList());
    }

    private static void recovered(Printed print, Runnable panics) {
        try {
            panics.run();
            print.line("no panic");
        } catch (IllegalStateException e) {
            print.line("recovered:", e.getMessage());
        }
    }

    @EveryEngine
    void rangeOverAClosedChannelGetsWhatIsInItAndEnds(Settings settings) {
        assertThat(printed(
                        (machine, print) -> {
                            Channel<String> queue = machine.channel("queue", 2);
                            queue.send("one");
                            queue.send("two");
                            print.line(queue.size(), queue.capacity());
                            queue.close();
                            for (String element : queue) {
                                print.line(element);
                            }
                            print.line(queue.size(), queue.capacity());
                        },
                        settings))
                .containsExactly("2 2", "one", "two", "0 2");
    }

    @EveryEngine
    void receiveFromAClosedChannelGivesZeroAndFalse(Settings settings) {
        assertThat(printed(
                        (machine, print) -> {
                            Channel<Integer> numbers = machine.channel("numbers", 1);
                            numbers.send(7);
                            numbers.close();
                            for (int i = 0; i < 2; i++) {
                                Received<Integer> got = numbers.receiveOrClosed();
                                print.line(got.or(0), got.ok());
                            }
                            print.line(numbers.receiveOr(0));
                        },
                        settings))
                .containsExactly("7 true", "0 false", "0");
    }

    @EveryEngine
    void selectWithDefaultNeverWaits(Settings settings) {
        assertThat(printed(
                        (machine, print) -> {
                            Channel<String> messages = machine.channel("messages", 0);
                            Channel<String> box = machine.channel("box", 1);
                            for (Channel<String> channel : List.of(messages, box)) {
                                machine.select()
                                        .receive(channel, got -> print.line("received", got))
                                        .otherwise(() -> print.line("nothing received"))
                                        .run();
                                machine.select()
                                        .send(channel, "hi", () -> print.line("sent"))
                                        .otherwise(() -> print.line("nothing sent"))
                                        .run();
                            }
                            print.line(box.receive());
                        },
                        settings))
                .containsExactly("nothing received", "nothing sent", "nothing received", "sent", "hi");
    }

    /** Two channels are merged; a case is switched off, with a nil channel, when its channel is closed. */
    @EveryEngine
    void nilChannelIsNeverReady(Settings settings) {
        assertThat(printed(
                        (machine, print) -> {
                            List<Channel<Integer>> in = new ArrayList<>();
                            for (int first : new int[] {1, 10}) {
                                Channel<Integer> out = machine.channel("from " + first, 0);
                                machine.start("counts", () -> {
                                    for (int i = 0; i < 3; i++) {
                                        out.send(first + i);
                                    }
                                    out.close();
                                });
                                in.add(out);
                            }
                            int[] sum = {0};
                            while (in.get(0) != null || in.get(1) != null) {
                                Select select = machine.select();
                                for (int i = 0; i < 2; i++) {
                                    int index = i;
                                    select.receive(in.get(i), got -> {
                                        if (got.ok()) {
                                            sum[0] += got.value();
                                        } else {
                                            print.line("closed");
                                            in.set(index, null);
                                        }
                                    });
                                }
                                select.run();
                            }
                            machine.select()
                                    .receive((Channel<Integer>) null, got -> print.line("received from nil"))
                                    .send((Channel<Integer>) null, 1, () -> print.line("sent to nil"))
                                    .otherwise(() -> print.line("neither"))
                                    .run();
                            print.line("sum", sum[0]);
                        },
                        settings))
                .containsExactly("closed", "closed", "neither", "sum 39");
    }

    @EveryEngine
    void sendOnAndCloseOfAClosedChannelPanic(Settings settings) {
        assertThat(printed(
                        (machine, print) -> {
                            Channel<Integer> numbers = machine.channel("numbers", 1);
                            numbers.close();
                            recovered(print, () -> numbers.send(1));
                            recovered(print, numbers::close);
                            recovered(print, () -> numbers.trySend(1));
                            recovered(
                                    print,
                                    () -> machine.select()
                                            .send(numbers, 1, () -> print.line("sent"))
                                            .otherwise(() -> print.line("default"))
                                            .run());
                        },
                        settings))
                .containsExactly(
                        "recovered: send on closed channel numbers",
                        "recovered: close of closed channel numbers",
                        "recovered: send on closed channel numbers",
                        "recovered: send on closed channel numbers");
    }

    /** A send that waits when the channel is closed panics too; a receive that waits gets the zero value. */
    @EveryEngine
    void closeEndsTheWaitOfSendersAndReceivers(Settings settings) {
        assertThat(printed(
                        (machine, print) -> {
                            for (int kind = 0; kind < 4; kind++) {
                                int waits = kind;
                                Channel<Integer> numbers = machine.channel("numbers", 0);
                                WaitGroup group = machine.waitGroup();
                                group.add(1);
                                machine.start("waits", () -> {
                                    switch (waits) {
                                        case 0 -> recovered(print, () -> numbers.send(1));
                                        case 1 ->
                                            recovered(
                                                    print,
                                                    () -> machine.select()
                                                            .send(numbers, 1, () -> print.line("sent"))
                                                            .run());
                                        case 2 ->
                                            print.line(numbers.receiveOrClosed().ok());
                                        default ->
                                            machine.select()
                                                    .receive(numbers, got -> print.line(got.ok()))
                                                    .run();
                                    }
                                    group.done();
                                });
                                machine.sleep(Durations.MILLI);
                                numbers.close();
                                group.await();
                            }
                        },
                        settings))
                .containsExactly(
                        "recovered: send on closed channel numbers",
                        "recovered: send on closed channel numbers",
                        "false",
                        "false");
    }

    @EveryEngine
    void unbufferedChannelHandsOverInTurns(Settings settings) {
        assertThat(printed(
                        (machine, print) -> {
                            Channel<String> table = machine.channel("table", 0);
                            Channel<Boolean> done = machine.channel("done", 0);
                            for (String player : new String[] {"ping", "pong"}) {
                                machine.start(player, () -> {
                                    for (String ball : table) {
                                        print.line(player, ball);
                                        if (ball.length() == 4) {
                                            table.close();
                                            done.send(true);
                                            return;
                                        }
                                        table.send(ball + "o");
                                    }
                                });
                            }
                            table.send("o");
                            done.receive();
                        },
                        settings))
                .hasSize(4)
                .allMatch(line -> line.matches("p[io]ng o+"))
                .extracting(line -> line.length())
                .containsExactly(6, 7, 8, 9);
    }

    /** The sieve of the Go tour's kind: a chain of filters, one for each prime, that grows as primes are found. */
    @EveryEngine
    void chainOfFiltersSievesPrimes(Settings settings) {
        assertThat(printed(
                        (machine, print) -> {
                            Channel<Integer> quit = machine.channel("quit", 0);
                            Channel<Integer> numbers = machine.channel("numbers", 0);
                            machine.start("generate", () -> {
                                boolean[] goOn = {true};
                                for (int i = 2; goOn[0]; i++) {
                                    machine.select()
                                            .send(numbers, i, () -> {})
                                            .receive(quit, got -> goOn[0] = false)
                                            .run();
                                }
                            });
                            Channel<Integer> in = numbers;
                            for (int found = 0; found < 8; found++) {
                                int prime = in.receive();
                                print.line(prime);
                                in = filter(machine, in, quit, prime);
                            }
                            quit.close();
                        },
                        settings))
                .containsExactly("2", "3", "5", "7", "11", "13", "17", "19");
    }

    private static Channel<Integer> filter(Machine machine, Channel<Integer> in, Channel<Integer> quit, int prime) {
        Channel<Integer> out = machine.channel("without multiples of " + prime, 0);
        machine.start("filter " + prime, () -> {
            boolean[] goOn = {true};
            while (goOn[0]) {
                int[] number = {0};
                machine.select()
                        .receive(in, got -> number[0] = got.value())
                        .receive(quit, got -> goOn[0] = false)
                        .run();
                if (number[0] % prime != 0) {
                    machine.select()
                            .send(out, number[0], () -> {})
                            .receive(quit, got -> goOn[0] = false)
                            .run();
                }
            }
        });
        return out;
    }

    @EveryEngine
    void timeAfterEndsASelect(Settings settings) {
        assertThat(printed(
                        (machine, print) -> {
                            Channel<String> never = machine.channel("never", 0);
                            Channel<String> soon = machine.channel("soon", 1);
                            soon.send("result");
                            machine.select()
                                    .receive(never, got -> print.line("received", got))
                                    .after(Durations.MILLI, () -> print.line("timeout"))
                                    .run();
                            machine.select()
                                    .receive(soon, got -> print.line(got))
                                    .after(Durations.MAX_NANOS, () -> print.line("timeout"))
                                    .run();
                        },
                        settings))
                .containsExactly("timeout", "result");
    }

    @EveryEngine
    void onceRunsOnceAlsoIfItPanics(Settings settings) {
        assertThat(printed(
                        (machine, print) -> {
                            Once once = machine.once("once");
                            recovered(
                                    print,
                                    () -> once.run(() -> {
                                        print.line("first");
                                        throw new IllegalStateException("oops");
                                    }));
                            once.run(() -> print.line("second"));
                            print.line("end");
                        },
                        settings))
                .containsExactly("first", "recovered: oops", "end");
    }

    /** Those who come while it is being done go on only when it is done. */
    @EveryEngine
    void onceIsDoneWhenAnyoneGoesOn(Settings settings) {
        assertThat(printed(
                        (machine, print) -> {
                            Once once = machine.once("once");
                            WaitGroup group = machine.waitGroup();
                            group.add(5);
                            for (int i = 0; i < 5; i++) {
                                machine.start("comes", () -> {
                                    once.run(() -> {
                                        machine.sleep(Durations.MILLI);
                                        print.line("done");
                                    });
                                    print.line("goes on");
                                    group.done();
                                });
                            }
                            group.await();
                        },
                        settings.withCores(3)))
                .containsExactly("done", "goes on", "goes on", "goes on", "goes on", "goes on");
    }

    @EveryEngine
    void waitGroupSaysWhatWasMisused(Settings settings) {
        assertThat(printed(
                        (machine, print) -> {
                            WaitGroup group = machine.waitGroup();
                            recovered(print, group::done);
                            recovered(print, () -> group.add(-2));
                            recovered(print, group::await);
                        },
                        settings))
                .containsExactly(
                        "recovered: a wait group was done 1 more than added",
                        "recovered: a wait group was done 2 more than added",
                        "no panic");
    }

    /** Go says that it is reused before its previous wait has returned. */
    @EveryEngine
    void waitGroupThatIsReusedTooSoonFailsTheOneThatWaited(Settings settings) {
        assertThat(printed(
                        (machine, print) -> {
                            WaitGroup group = machine.waitGroup();
                            Channel<Boolean> ended = machine.channel("ended", 0);
                            group.add(1);
                            machine.start("waits", () -> {
                                recovered(print, group::await);
                                ended.send(true);
                            });
                            machine.start("busy", () -> {
                                machine.sleep(Durations.MILLI);
                                // The only core is this task's until it blocks, and so nobody goes on in between.
                                group.done();
                                group.add(1);
                            });
                            ended.receive();
                        },
                        settings.withCores(1).withPolicy(PolicyKind.FCFS)))
                .singleElement()
                .asString()
                .startsWith("recovered: a wait group was added to again before");
    }

    /** On one core, where tasks come to wait in the order of their start. */
    @EveryEngine
    void conditionWakesInTheOrderOfWaiting(Settings settings) {
        assertThat(printed(
                        (machine, print) -> {
                            Mutex mutex = machine.mutex("m");
                            Condition turn = machine.condition("turn", mutex);
                            Channel<Integer> woken = machine.channel("woken", 0);
                            for (int i = 0; i < 5; i++) {
                                int number = i;
                                machine.start("waits " + i, () -> {
                                    mutex.lock();
                                    turn.await();
                                    mutex.unlock();
                                    woken.send(number);
                                });
                            }
                            machine.start("signals", () -> {
                                for (int i = 0; i < 3; i++) {
                                    turn.signal();
                                    print.line("signal", woken.receive());
                                }
                                turn.broadcast();
                                print.line("broadcast", woken.receive() + woken.receive());
                            });
                        },
                        settings))
                .containsExactly("signal 0", "signal 1", "signal 2", "broadcast 7");
    }

    /** While a writer waits new readers wait too, and they go before the next writer. */
    @EveryEngine
    void readersAndWritersTakeTurnsAsGosDo(Settings settings) {
        assertThat(printed(
                        (machine, print) -> {
                            RwMutex mutex = machine.rwMutex("m");
                            Channel<Boolean> allWait = machine.channel("all wait", 0);
                            machine.start("first reader", () -> {
                                mutex.readLock();
                                for (int i = 1; i <= 2; i++) {
                                    String writer = "writer " + i;
                                    machine.start(writer, () -> {
                                        mutex.lock();
                                        print.line(writer);
                                        mutex.unlock();
                                    });
                                    machine.start("reader", () -> {
                                        mutex.readLock();
                                        print.line("reader");
                                        mutex.readUnlock();
                                    });
                                }
                                // On one core this task goes on when the others have come to wait.
                                machine.start("last", () -> allWait.send(true));
                                allWait.receive();
                                print.line("first reader");
                                mutex.readUnlock();
                            });
                        },
                        settings))
                .containsExactly("first reader", "writer 1", "reader", "reader", "writer 2");
    }

    @EveryEngine
    void tryLockTellsWhetherItGotIt(Settings settings) {
        assertThat(printed(
                        (machine, print) -> {
                            Mutex mutex = machine.mutex("m");
                            print.line(mutex.tryLock(), mutex.tryLock());
                            mutex.unlock();
                            print.line(mutex.tryLock());
                        },
                        settings))
                .containsExactly("true false", "true");
    }

    /** What Go ends with "all goroutines are asleep - deadlock!" and a fatal error ends here as a deadlock, with names. */
    @EveryEngine
    void sleepOfAllTasksIsADeadlock(Settings settings) {
        List<Program> asleep = List.of(
                machine -> machine.<Integer>channel("c", 0).send(1),
                machine -> machine.<Integer>channel("c", 0).receive(),
                machine -> machine.select().run(),
                machine -> machine.select()
                        .receive((Channel<Integer>) null, got -> {})
                        .run(),
                machine -> {
                    Once once = machine.once("o");
                    once.run(() -> once.run(() -> {}));
                },
                machine -> {
                    RwMutex mutex = machine.rwMutex("m");
                    mutex.readLock();
                    mutex.lock();
                });
        for (Program program : asleep) {
            RunReport report = Runs.run(program, settings);
            assertThat(report.end().outcome()).isEqualTo(Outcome.DEADLOCK);
        }
    }

    /** On one processor the goroutine that was started last goes first, and the others in the order of their start. */
    @Test
    void tenTasksSpawnedOnOneCoreRunAsInGo() {
        assertThat(printed(
                        (machine, print) -> {
                            WaitGroup group = machine.waitGroup();
                            group.add(10);
                            for (int i = 0; i < 10; i++) {
                                int number = i;
                                machine.start("task " + i, () -> {
                                    print.line(number);
                                    group.done();
                                });
                            }
                            group.await();
                        },
                        Settings.DEFAULTS.withRuntime(RuntimeKind.GO)))
                .containsExactly("9", "0", "1", "2", "3", "4", "5", "6", "7", "8");
    }
}
