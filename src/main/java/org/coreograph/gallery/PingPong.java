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

    @Override
    public Lesson lesson() {
        return new Lesson(
                """
                Two tasks play a ball back and forth. One channel carries it there, another one back, and whoever has \
                the ball computes for a millisecond before sending it on. Both tasks are in progress for nearly the \
                whole run, yet only one of them has something to do at any time: the other one waits for the ball.

                What belongs to one task at a time is sent through a channel: having received the ball, a task owns \
                it. What several tasks keep together, here the score, is guarded by a mutex, inside the one class that \
                keeps it.\
                """,
                "How much sooner does the game end on two cores than on one?",
                """
                No sooner. A hit can't begin before the hit before it is over and the ball has come, so there is never \
                work for a second core. More cores help only if the code lets things happen at the same time.\
                """,
                List.of(
                        "Play 5 rounds and step through them: who wakes whom?",
                        "Give the channels room for a ball, or for ten. Why does that change so little?",
                        "Raise the switch cost to 1 ms. How much longer does the game take, and why?",
                        "Look at the chart: how many tasks are in progress, and how many run?"));
    }
}
