package org.coreograph.gallery;

import java.util.ArrayList;
import java.util.List;
import org.coreograph.model.BadInputException;
import org.coreograph.model.Durations;
import org.coreograph.program.Channel;
import org.coreograph.program.Machine;
import org.coreograph.program.Program;
import org.coreograph.program.Select;

/** Several sources and one task that listens to them all: who is ready first goes first, and silence ends the wait. */
final class FanIn implements GalleryProgram {
    private static final long WORK_NANOS = 2 * Durations.MILLI;
    private static final int MOST_SOURCES = 100;

    @Override
    public Program create(Arguments arguments) {
        List<Long> intervalsNanos = arguments.nanosList("intervals");
        if (intervalsNanos.size() > MOST_SOURCES) {
            throw new BadInputException("intervals must have at most " + MOST_SOURCES + " values, one for each source,"
                    + " but had " + intervalsNanos.size());
        }
        int messages = (int) arguments.number("messages");
        long timeoutNanos = arguments.nanos("timeout");
        long quitNanos = arguments.nanos("quit");
        return machine -> listen(machine, intervalsNanos, messages, timeoutNanos, quitNanos);
    }

    private static void listen(
            Machine machine, List<Long> intervalsNanos, int messages, long timeoutNanos, long quitNanos) {
        Channel<String> quit = machine.channel("quit", 0);
        Channel<String> over = machine.channel("over", 0);
        Listener listener = new Listener(machine);
        Select next = machine.select();
        for (int i = 0; i < intervalsNanos.size(); i++) {
            Channel<String> messagesOfOne = machine.channel("source " + (i + 1), 0);
            startSource(machine, i + 1, messages, intervalsNanos.get(i), messagesOfOne, over);
            next.receive(messagesOfOne, message -> listener.heard(message.value()));
        }
        next.receive(quit, _ -> listener.endedBy = "quit").after(timeoutNanos, () -> listener.endedBy = "timeout");
        if (quitNanos > 0) {
            machine.startAt(quitNanos, "user", quit::close);
        }
        machine.start("listener", () -> {
            while (listener.endedBy.isEmpty()) {
                next.run();
            }
            // Sources that still have something to say must not wait for ever.
            over.close();
            machine.result("received", listener.heard.size());
            machine.result("order", String.join(" ", listener.heard));
            machine.result("endedBy", listener.endedBy);
        });
    }

    private static void startSource(
            Machine machine, int number, int messages, long intervalNanos, Channel<String> out, Channel<String> over) {
        machine.start("source " + number, () -> {
            for (int i = 0; i < messages; i++) {
                machine.sleep(intervalNanos);
                machine.compute(WORK_NANOS);
                int taken = machine.select()
                        .send(out, Integer.toString(number), () -> {})
                        .receive(over, _ -> {})
                        .run();
                if (taken == 1) {
                    return;
                }
            }
        });
    }

    /** What the listener has heard, in order, and what ended its waiting. */
    private static final class Listener {
        private final Machine machine;
        private final List<String> heard = new ArrayList<>();
        private String endedBy = "";

        Listener(Machine machine) {
            this.machine = machine;
        }

        void heard(String source) {
            heard.add(source);
            machine.compute(WORK_NANOS);
            machine.emit("heard source " + source);
        }
    }

    @Override
    public String id() {
        return "select";
    }

    @Override
    public String title() {
        return "Select";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.millis("intervals", "Intervals", "70,30,110"),
                Parameter.number("messages", "Messages of each", 4, 1, 1_000),
                Parameter.span("timeout", "Timeout", "150", 1, 100_000),
                Parameter.span("quit", "Quit at, 0 for never", "0", 0, 100_000));
    }

    @Override
    public boolean draws() {
        return true;
    }

    @Override
    public long quantumNanos() {
        return 10 * Durations.MILLI;
    }
}
