package org.coreograph.testkit;

import java.util.Map;
import java.util.TreeMap;
import org.coreograph.model.MemoryKind;
import org.coreograph.model.SettingName;
import org.coreograph.model.Settings;
import org.coreograph.program.Atomic;
import org.coreograph.program.Barrier;
import org.coreograph.program.Channel;
import org.coreograph.program.Condition;
import org.coreograph.program.Line;
import org.coreograph.program.Machine;
import org.coreograph.program.Mutex;
import org.coreograph.program.Once;
import org.coreograph.program.Owned;
import org.coreograph.program.Pool;
import org.coreograph.program.Program;
import org.coreograph.program.RwMutex;
import org.coreograph.program.Semaphore;
import org.coreograph.program.Shared;
import org.coreograph.program.SharedFile;
import org.coreograph.program.SharedLong;
import org.coreograph.program.WaitGroup;

/** A small program for each thing of the vocabulary, whose whole trace is kept. */
public record GoldenProgram(Program program, Settings settings) {
    private static final Settings TWO_CORES = Settings.DEFAULTS
            .withCores(2)
            .withQuantumNanos(4)
            .withSwitchCostNanos(1)
            .with(SettingName.COST_ACCESS, "2ns");
    private static final Settings LINES = TWO_CORES.withQuantumNanos(100).with(SettingName.COST_COHERENCE, "5ns");
    private static final Settings TWO_MEMORIES = TWO_CORES
            .withMemory(MemoryKind.DISTRIBUTED)
            .with(SettingName.BUS_LATENCY, "3ns")
            .with(SettingName.BUS_BANDWIDTH, "1000MB/s");

    /** Returns the programs by the names of their files. */
    public static Map<String, GoldenProgram> all() {
        Map<String, GoldenProgram> all = new TreeMap<>();
        time(all);
        joining(all);
        locks(all);
        channels(all);
        selects(all);
        memory(all);
        ends(all);
        return all;
    }

    private static void put(Map<String, GoldenProgram> all, String name, Program program) {
        all.put(name, new GoldenProgram(program, TWO_CORES));
    }

    private static void time(Map<String, GoldenProgram> all) {
        put(all, "compute", machine -> {
            for (int i = 0; i < 3; i++) {
                machine.start("task", () -> machine.compute(10));
            }
        });
        put(all, "sleep", machine -> {
            machine.start("sleeps", () -> {
                machine.compute(2);
                machine.sleep(5);
                machine.compute(2);
            });
            machine.startAt(3, "late", () -> machine.compute(6));
        });
        put(all, "io", machine -> {
            for (int i = 0; i < 3; i++) {
                machine.start("reads", () -> {
                    machine.compute(3);
                    machine.io(4);
                    machine.compute(2);
                });
            }
        });
        put(all, "give-way", machine -> {
            for (int i = 0; i < 3; i++) {
                machine.start("polite", () -> {
                    machine.compute(2);
                    machine.giveWay();
                    machine.compute(2);
                });
            }
        });
        put(
                all,
                "emit",
                machine -> machine.start("counts", () -> {
                    for (int i = 1; i <= 3; i++) {
                        machine.compute(i);
                        machine.emit("after " + i);
                    }
                }));
    }

    private static void joining(Map<String, GoldenProgram> all) {
        put(all, "wait-group", machine -> {
            WaitGroup group = machine.waitGroup();
            group.add(2);
            for (int i = 1; i <= 2; i++) {
                int length = 3 * i;
                machine.start("task", () -> {
                    machine.compute(length);
                    group.done();
                });
            }
            machine.start("waits", group::await);
            group.await();
            machine.compute(2);
            machine.result("waited", true);
        });
        put(all, "barrier", machine -> {
            Barrier barrier = machine.barrier("b", 3);
            for (int i = 1; i <= 3; i++) {
                int length = i;
                machine.start("party", () -> {
                    for (int round = 0; round < 2; round++) {
                        machine.compute(length);
                        barrier.await();
                    }
                });
            }
        });
        put(all, "once", machine -> {
            Once once = machine.once("o");
            for (int i = 0; i < 3; i++) {
                machine.start("comes", () -> {
                    once.run(() -> machine.compute(5));
                    machine.compute(1);
                });
            }
            machine.startAt(20, "late", () -> once.run(() -> machine.compute(5)));
        });
    }

    private static void locks(Map<String, GoldenProgram> all) {
        put(all, "mutex", machine -> {
            Mutex mutex = machine.mutex("m");
            for (int i = 0; i < 3; i++) {
                machine.start("task", () -> {
                    mutex.lock();
                    machine.compute(3);
                    mutex.unlock();
                    machine.compute(1);
                });
            }
        });
        put(all, "rw-mutex", machine -> {
            RwMutex mutex = machine.rwMutex("m");
            for (int i = 0; i < 4; i++) {
                boolean writes = i == 1;
                machine.startAt(i, writes ? "writes" : "reads", () -> {
                    if (writes) {
                        mutex.lock();
                        machine.compute(3);
                        mutex.unlock();
                    } else {
                        mutex.readLock();
                        machine.compute(6);
                        mutex.readUnlock();
                    }
                });
            }
        });
        put(all, "semaphore", machine -> {
            Semaphore semaphore = machine.semaphore("s", 1);
            for (int i = 0; i < 3; i++) {
                machine.start("task", () -> {
                    semaphore.acquire();
                    machine.compute(3);
                    semaphore.release();
                });
            }
        });
        put(all, "condition", machine -> {
            Mutex mutex = machine.mutex("m");
            Condition full = machine.condition("full", mutex);
            int[] items = {0};
            for (int i = 0; i < 2; i++) {
                machine.start("takes", () -> {
                    mutex.lock();
                    while (items[0] == 0) {
                        full.await();
                    }
                    items[0]--;
                    mutex.unlock();
                });
            }
            machine.start("puts", () -> {
                for (int i = 0; i < 2; i++) {
                    machine.compute(3);
                    mutex.lock();
                    items[0]++;
                    full.signal();
                    mutex.unlock();
                }
                full.broadcast();
            });
        });
        put(all, "pool", machine -> {
            int[] made = {0};
            Pool<String> pool = machine.pool("connections", 2, () -> "connection " + made[0]++);
            for (int i = 0; i < 4; i++) {
                machine.start("task", () -> {
                    String connection = pool.take();
                    machine.io(3);
                    pool.give(connection);
                });
            }
        });
    }

    private static void channels(Map<String, GoldenProgram> all) {
        put(all, "channel-unbuffered", machine -> {
            Channel<Integer> channel = machine.channel("c", 0);
            machine.start("sends", () -> {
                channel.send(1);
                machine.compute(3);
                channel.send(2);
                channel.close();
            });
            machine.start("receives", () -> {
                for (int number : channel) {
                    machine.compute(number);
                }
            });
        });
        put(all, "channel-buffered", machine -> {
            Channel<Integer> channel = machine.channel("c", 2);
            machine.start("sends", () -> {
                for (int i = 0; i < 5; i++) {
                    machine.compute(1);
                    channel.send(i);
                }
            });
            machine.start("receives", () -> {
                for (int i = 0; i < 5; i++) {
                    channel.receive();
                    machine.compute(4);
                }
            });
        });
        put(all, "channel-try", machine -> {
            Channel<String> channel = machine.channel("c", 1);
            machine.start("tries", () -> {
                machine.emit(channel.tryReceive().toString());
                machine.emit("sent " + channel.trySend("a"));
                machine.emit("sent " + channel.trySend("b"));
                machine.emit(channel.tryReceive().toString());
                channel.close();
                machine.emit(channel.tryReceive().toString());
            });
        });
    }

    private static void selects(Map<String, GoldenProgram> all) {
        put(all, "select", machine -> {
            Channel<Integer> odd = machine.channel("odd", 0);
            Channel<Integer> even = machine.channel("even", 2);
            Channel<Integer> sums = machine.channel("sums", 0);
            machine.start("odd", () -> {
                odd.send(1);
                machine.compute(2);
                odd.send(3);
            });
            machine.start("even", () -> {
                even.send(2);
                even.send(4);
            });
            machine.start("adds", () -> {
                int[] sum = {0};
                for (int i = 0; i < 4; i++) {
                    machine.select()
                            .receive(odd, got -> sum[0] += got.value())
                            .receive(even, got -> sum[0] += got.value())
                            .run();
                }
                machine.select()
                        .send(sums, sum[0], () -> machine.emit("sent"))
                        .receive(odd, got -> machine.emit("never"))
                        .run();
            });
            machine.start("prints", () -> machine.result("sum", sums.receive()));
        });
        put(all, "select-timeout", machine -> {
            Channel<Integer> channel = machine.channel("c", 0);
            machine.start("waits", () -> {
                for (int i = 0; i < 3; i++) {
                    machine.select()
                            .receive(channel, got -> machine.emit("got " + got))
                            .after(4, () -> machine.emit("too late"))
                            .run();
                }
                machine.select()
                        .receive(channel, got -> machine.emit("got " + got))
                        .otherwise(() -> machine.emit("nothing"))
                        .run();
            });
            machine.start("sends", () -> {
                machine.sleep(6);
                channel.send(7);
            });
        });
    }

    private static void memory(Map<String, GoldenProgram> all) {
        put(all, "shared-lost-update", machine -> {
            SharedLong counter = machine.shared("counter", 0);
            for (int i = 0; i < 2; i++) {
                machine.start("adds", () -> counter.write(counter.read() + 1));
            }
        });
        put(all, "shared-text", machine -> {
            Shared<String> word = machine.shared("word", "a");
            machine.start("reads", () -> machine.result("word", word.read() + word.read()));
            machine.startAt(1, "writes", () -> word.write("b"));
        });
        put(all, "atomic", machine -> {
            Atomic counter = machine.atomic("counter", 0);
            for (int i = 0; i < 2; i++) {
                machine.start("adds", () -> {
                    counter.add(1);
                    counter.compareAndSet(2, 10);
                });
            }
        });
        all.put(
                "lines-apart",
                new GoldenProgram(machine -> beside(machine, machine.line("a"), machine.line("b")), LINES));
        all.put(
                "lines-false-sharing",
                new GoldenProgram(
                        machine -> {
                            Line line = machine.line("both");
                            beside(machine, line, line);
                        },
                        LINES));
        for (boolean copies : new boolean[] {false, true}) {
            all.put(
                    copies ? "owned-copied" : "owned-handed-over",
                    new GoldenProgram(
                            machine -> {
                                Channel<Owned<String>> channel = machine.channel("c", 0);
                                machine.start("gives", () -> {
                                    Owned<String> page = machine.own("page", "text", 4);
                                    channel.send(copies ? page.copy(text -> text) : page);
                                    machine.emit(page.get());
                                });
                                machine.start("gets", () -> {
                                    Owned<String> page = channel.receive();
                                    page.set(page.get() + "s");
                                    machine.emit(page.get());
                                });
                            },
                            TWO_MEMORIES));
        }
        all.put(
                "memory-foreign",
                new GoldenProgram(
                        machine -> {
                            SharedLong[] far = new SharedLong[1];
                            machine.start("makes", () -> {
                                far[0] = machine.shared("far", 1);
                                far[0].write(2);
                            });
                            machine.startAt(5, "touches", () -> far[0].read());
                        },
                        TWO_MEMORIES));
        put(all, "process", machine -> {
            SharedFile file = machine.file("log", 3);
            for (String name : new String[] {"one", "two"}) {
                machine.process(name, inside -> {
                    SharedLong own = inside.shared("own", 0);
                    inside.start("within " + name, () -> {
                        own.write(1);
                        file.append(name + ";");
                    });
                    machine.compute(8);
                    file.read();
                });
            }
        });
    }

    private static void beside(Machine machine, Line one, Line two) {
        SharedLong first = one.shared("first", 0);
        SharedLong second = two.shared("second", 0);
        for (SharedLong own : new SharedLong[] {first, second}) {
            machine.start("adds", () -> {
                for (int i = 0; i < 2; i++) {
                    own.write(own.read() + 1);
                }
            });
        }
    }

    private static void ends(Map<String, GoldenProgram> all) {
        put(all, "failure", machine -> {
            machine.start("fails", () -> {
                machine.compute(2);
                throw new IllegalStateException("on purpose");
            });
            machine.start("nested", () -> machine.start("child", () -> machine.compute(5)));
        });
        put(all, "deadlock", machine -> {
            Mutex left = machine.mutex("left");
            Mutex right = machine.mutex("right");
            machine.start("a", () -> {
                left.lock();
                machine.compute(2);
                right.lock();
            });
            machine.start("b", () -> {
                right.lock();
                machine.compute(2);
                left.lock();
            });
            machine.start("c", () -> machine.compute(1));
        });
    }
}
