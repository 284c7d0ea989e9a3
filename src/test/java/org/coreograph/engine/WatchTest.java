package org.coreograph.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coreograph.engine.Watch.Silent;
import org.coreograph.model.Durations;
import org.coreograph.model.TaskSpec;
import org.coreograph.model.ThreadKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which tasks are told of, looked at by a clock that the test sets. */
class WatchTest {
    private static final long MS = Durations.MILLI;
    private static final long FRAME = 16 * MS;

    private final Program program = new Program();
    private final Watch watch = new Watch(program, 250 * MS);
    private long nowNanos = 77 * Durations.SECOND;

    /** Two places at which tasks make calls when the test says so. */
    private static final class Program implements Places {
        final @Nullable KernelTask[] tasks = new KernelTask[2];
        final long[] calls = new long[2];

        /** Made between reading a count and the task that belongs to it. */
        Runnable meanwhile = () -> {};

        @Override
        public int places() {
            return tasks.length;
        }

        @Override
        public @Nullable KernelTask task(int place) {
            meanwhile.run();
            return tasks[place];
        }

        @Override
        public long calls(int place) {
            return calls[place];
        }
    }

    private static KernelTask task(int id) {
        return new KernelTask(TaskThreads.of(ThreadKind.VIRTUAL), id, TaskSpec.named("task " + id), 0, () -> {}) {
            @Override
            public void run() {}
        };
    }

    private List<Silent> lookAfter(long nanos) {
        nowNanos += nanos;
        return watch.look(nowNanos);
    }

    /** Looks every frame for a while; returns what was told of last. */
    private List<Silent> lookFor(long nanos) {
        List<Silent> last = lookAfter(0);
        for (long done = 0; done < nanos; done += FRAME) {
            last = lookAfter(Math.min(FRAME, nanos - done));
        }
        return last;
    }

    @Test
    void taskThatMakesNoCallIsToldOfAfterTheGrace() {
        program.tasks[0] = task(3);
        assertThat(lookFor(249 * MS)).isEmpty();
        assertThat(lookAfter(MS)).containsExactly(new Silent("task 3", 250 * MS));
        assertThat(lookFor(250 * MS)).containsExactly(new Silent("task 3", 500 * MS));
    }

    @Test
    void oneCallIsEnoughToBeLeftAlone() {
        program.tasks[0] = task(3);
        lookFor(240 * MS);
        program.calls[0]++;
        assertThat(lookFor(249 * MS)).isEmpty();
        assertThat(lookFor(FRAME)).isNotEmpty();
        program.calls[0]++;
        assertThat(lookAfter(FRAME)).isEmpty();
    }

    @Test
    void placesAreLookedAtEachForItself() {
        program.tasks[0] = task(1);
        program.tasks[1] = task(2);
        for (int i = 0; i < 30; i++) {
            program.calls[0]++;
            lookAfter(FRAME);
        }
        assertThat(lookAfter(FRAME)).containsExactly(new Silent("task 2", 30 * FRAME));
        program.calls[1]++;
        program.tasks[1] = null;
        assertThat(lookFor(200 * MS)).isEmpty();
        assertThat(lookFor(100 * MS)).extracting(Silent::task).containsExactly("task 1");
    }

    @Test
    void tasksThatTakeTurnsAreNotTakenForOne() {
        KernelTask[] both = {task(1), task(2)};
        for (int turn = 0; turn < 20; turn++) {
            program.tasks[0] = both[turn % 2];
            assertThat(lookFor(200 * MS)).isEmpty();
        }
    }

    @Test
    void placeWithoutATaskIsNotToldOf() {
        assertThat(lookFor(Durations.SECOND)).isEmpty();
    }

    @Test
    void callInTheMiddleOfALookIsSeen() {
        program.tasks[0] = task(3);
        program.meanwhile = () -> program.calls[0]++;
        assertThat(lookFor(Durations.SECOND)).isEmpty();
        program.meanwhile = () -> {};
        assertThat(lookFor(Durations.SECOND)).extracting(Silent::task).containsExactly("task 3");
    }

    @Test
    void timeInWhichNobodyLookedIsNotHeldAgainstATask() {
        program.tasks[0] = task(3);
        lookFor(100 * MS);
        assertThat(lookAfter(3_600 * Durations.SECOND))
                .as("the machine was asleep")
                .isEmpty();
        assertThat(lookFor(50 * MS)).isEmpty();
        assertThat(lookFor(100 * MS)).extracting(Silent::task).containsExactly("task 3");
    }

    @Test
    void lookingSeldomTakesLongerButFindsTheSame() {
        program.tasks[0] = task(3);
        for (int i = 0; i < 4; i++) {
            assertThat(lookAfter(Durations.SECOND)).isEmpty();
        }
        assertThat(lookAfter(Durations.SECOND)).containsExactly(new Silent("task 3", 4 * Durations.SECOND));
    }

    @Test
    void messageNamesTheTaskAndSaysWhatFollows() {
        assertThat(new Silent("spin", 560 * MS).message())
                .isEqualTo("task spin has made no call for 0.5 s: its code doesn't ask the machine for anything,"
                        + " so it can be neither preempted nor stopped");
        assertThat(new Silent("spin", 12_000 * MS).message()).contains("for 12.0 s:");
    }
}
