package org.coreograph.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coreograph.model.Action;

/**
 * The messages of a run: which value that went into a channel came out of it to whom. Channels are first in, first out, so
 * the value that comes out is the oldest of those that went in.
 */
public final class Messages {
    private Messages() {}

    /**
     * A message that was received.
     *
     * @param channel the object it went through
     */
    public record Message(int channel, int sender, long sentNanos, int receiver, long receivedNanos) {}

    private record Sent(int task, long nanos) {}

    /** Returns the messages that a task sent or received, in the order in which they were received. */
    public static List<Message> of(Trace trace, int task) {
        List<Message> messages = new ArrayList<>();
        Map<Integer, Deque<Sent>> channels = new HashMap<>();
        Actions actions = trace.actions();
        for (int i = 0; i < actions.size(); i++) {
            int channel = actions.object(i);
            if (actions.action(i) == Action.SEND) {
                channels.computeIfAbsent(channel, id -> new ArrayDeque<>())
                        .add(new Sent(actions.task(i), actions.atNanos(i)));
            } else if (actions.action(i) == Action.RECEIVE) {
                Deque<Sent> waiting = channels.getOrDefault(channel, new ArrayDeque<>());
                Sent sent = waiting.poll();
                if (sent != null && (sent.task == task || actions.task(i) == task)) {
                    messages.add(new Message(channel, sent.task, sent.nanos, actions.task(i), actions.atNanos(i)));
                }
            }
        }
        return messages;
    }
}
