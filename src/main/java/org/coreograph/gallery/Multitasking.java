package org.coreograph.gallery;

import java.util.List;
import org.coreograph.model.Durations;
import org.coreograph.program.Machine;
import org.coreograph.program.Program;
import org.coreograph.program.WaitGroup;

/**
 * What a desktop does all day: a video, music and a download want a core all the time, and somebody types. Each hands out
 * partial results, and none of them waits for the others to be over.
 */
final class Multitasking implements GalleryProgram {
    private static final long KEY_NANOS = Durations.MILLI;

    @Override
    public Program create(Arguments arguments) {
        int pieces = (int) arguments.number("pieces");
        long frameNanos = arguments.nanos("frame");
        long blockNanos = arguments.nanos("block");
        long chunkNanos = arguments.nanos("chunk");
        long everyNanos = arguments.nanos("key-every");
        return machine -> {
            WaitGroup tasks = machine.waitGroup();
            tasks.add(4);
            work(machine, tasks, "video", "frame", pieces, frameNanos);
            work(machine, tasks, "audio", "block", pieces, blockNanos);
            Typing typing = new Typing();
            machine.start("typing", () -> {
                typing.type(machine, pieces, everyNanos);
                tasks.done();
            });
            work(machine, tasks, "download", "chunk", pieces, chunkNanos);
            tasks.await();
            machine.result("partialResults", 4 * pieces);
            machine.result("slowestKeyNanos", typing.slowestNanos);
        };
    }

    /** Starts a task that computes one piece after the other, and hands out each as soon as it is there. */
    private static void work(Machine machine, WaitGroup tasks, String name, String piece, int pieces, long pieceNanos) {
        machine.start(name, () -> {
            for (int i = 1; i <= pieces; i++) {
                machine.compute(pieceNanos);
                machine.emit(piece + " " + i);
            }
            tasks.done();
        });
    }

    /** Sleeps until a key is pressed, and shows the letter. */
    private static final class Typing {
        /** From a key to its letter on the screen, at worst. */
        private long slowestNanos;

        void type(Machine machine, int keys, long everyNanos) {
            for (int key = 1; key <= keys; key++) {
                long pressedNanos = key * everyNanos;
                machine.sleep(Math.max(0, pressedNanos - machine.nowNanos()));
                machine.compute(KEY_NANOS);
                machine.emit("letter " + key);
                slowestNanos = Math.max(slowestNanos, machine.nowNanos() - pressedNanos);
            }
        }
    }

    @Override
    public String id() {
        return "multitasking";
    }

    @Override
    public String title() {
        return "Multitasking";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.number("pieces", "Pieces of each", 12, 1, 1_000),
                Parameter.span("frame", "A frame of video", "20", 0, 1_000),
                Parameter.span("block", "A block of audio", "5", 0, 1_000),
                Parameter.span("chunk", "A chunk of the download", "10", 0, 1_000),
                Parameter.span("key-every", "A key is pressed every", "30", 0, 10_000));
    }

    @Override
    public long quantumNanos() {
        return 20 * Durations.MILLI;
    }
}
