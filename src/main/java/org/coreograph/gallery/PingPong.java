package org.coreograph.gallery;

import java.util.List;
import org.coreograph.model.Durations;
import org.coreograph.program.Channel;
import org.coreograph.program.Machine;
import org.coreograph.program.Mutex;
import org.coreograph.program.Program;
import org.coreograph.program.WaitGroup;

/** Two tasks that play one ball back and forth over two channels: concurrent, and yet never two at once. */
final class PingPong implements GalleryProgram {
    private static final long HIT_NANOS = Durations.MILLI;

    @Override
    public Program create(Arguments arguments) {
        int rounds = (int) arguments.number("rounds");
        int capacity = (int) arguments.number("capacity");
        return machine -> play(machine, rounds, capacity);
    }

    private static void play(Machine machine, int rounds, int capacity) {
        Channel<Integer> pings = machine.channel("pings", capacity);
        Channel<Integer> pongs = machine.channel("pongs", capacity);
        Score score = new Score(machine);
        WaitGroup players = machine.waitGroup();
        players.add(2);
        machine.start("ping", () -> {
            for (int ball = 1; ball <= rounds; ball++) {
                machine.compute(HIT_NANOS);
                score.hit();
                pings.send(ball);
                pongs.receive();
            }
            pings.close();
            players.done();
        });
        machine.start("pong", () -> {
            for (int ball : pings) {
                machine.compute(HIT_NANOS);
                score.hit();
                pongs.send(ball);
            }
            players.done();
        });
        players.await();
        machine.result("hits", score.hits());
    }

    /** Counts the hits. The mutex stays in here, so that nobody can forget to lock it. */
    private static final class Score {
        private final Mutex mutex;
        private int hits;

        Score(Machine machine) {
            mutex = machine.mutex("score");
        }

        void hit() {
            mutex.lock();
            hits++;
            mutex.unlock();
        }

        int hits() {
            mutex.lock();
            int now = hits;
            mutex.unlock();
            return now;
        }
    }

    @Override
    public String id() {
        return "ping-pong";
    }

    @Override
    public String title() {
        return "Ping-pong";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.number("rounds", "Rounds", 100, 1, 100_000),
                Parameter.number("capacity", "Channel capacity", 0, 0, 1_000));
    }
}
