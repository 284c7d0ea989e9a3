package org.coreograph.benchmark;

import java.util.function.Consumer;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlinx.coroutines.CoroutineScope;
import kotlinx.coroutines.CoroutineScopeKt;
import kotlinx.coroutines.DelayKt;
import kotlinx.coroutines.channels.BufferOverflow;
import kotlinx.coroutines.channels.Channel;
import kotlinx.coroutines.channels.ChannelKt;
import kotlinx.coroutines.test.TestCoroutineDispatchersKt;
import kotlinx.coroutines.test.TestCoroutineScheduler;

/**
 * Programs on the virtual time of kotlinx-coroutines-test: coroutines on its scheduler and its standard dispatcher, with
 * nothing around them that would cost more, such as the time limit of {@code runTest}.
 */
final class CoroutinePrograms {
    private CoroutinePrograms() {}

    /** Runs tasks that delay so many times each. */
    static VirtualResult delay(int tasks, int times, boolean random) {
        VirtualResult.Log log = new VirtualResult.Log();
        return run(log, scope -> {
            for (int i = 0; i < tasks; i++) {
                int task = i;
                Delays delays = new Delays(task, tasks, random);
                Coroutine.launch(scope, caller -> new Delaying(caller, task, times, delays, log));
            }
        });
    }

    /** Runs two tasks that pass a value to and fro so many times. */
    static VirtualResult pass(int times) {
        VirtualResult.Log log = new VirtualResult.Log();
        Channel<Integer> there = unbuffered();
        Channel<Integer> back = unbuffered();
        return run(log, scope -> {
            Coroutine.launch(scope, caller -> new Passing(caller, 1, back, there, false, times, log));
            Coroutine.launch(scope, caller -> new Passing(caller, 0, there, back, true, times, log));
        });
    }

    private static Channel<Integer> unbuffered() {
        return ChannelKt.Channel(0, BufferOverflow.SUSPEND, null);
    }

    private static VirtualResult run(VirtualResult.Log log, Consumer<CoroutineScope> launches) {
        TestCoroutineScheduler scheduler = new TestCoroutineScheduler();
        launches.accept(
                CoroutineScopeKt.CoroutineScope(TestCoroutineDispatchersKt.StandardTestDispatcher(scheduler, null)));
        scheduler.advanceUntilIdle();
        return log.at(scheduler.getCurrentTime());
    }

    private static final class Delaying extends Coroutine {
        private final int task;
        private final Delays delays;
        private final VirtualResult.Log log;
        private int left;
        private boolean delayed;

        Delaying(Continuation<Object> caller, int task, int times, Delays delays, VirtualResult.Log log) {
            super(caller);
            this.task = task;
            this.left = times;
            this.delays = delays;
            this.log = log;
        }

        @Override
        Object step(Object result) {
            while (true) {
                if (delayed) {
                    log.resumed(task);
                }
                if (left == 0) {
                    return Unit.INSTANCE;
                }
                left--;
                delayed = true;
                Object returned = DelayKt.delay(delays.nextMillis(), this);
                if (suspends(returned)) {
                    return returned;
                }
            }
        }
    }

    /** A task that sends and receives in turn. */
    private static final class Passing extends Coroutine {
        private final int value;
        private final Channel<Integer> to;
        private final Channel<Integer> from;
        private final VirtualResult.Log log;
        private boolean sendsNext;
        private int callsLeft;
        private boolean receives;

        Passing(
                Continuation<Object> caller,
                int value,
                Channel<Integer> to,
                Channel<Integer> from,
                boolean sendsFirst,
                int times,
                VirtualResult.Log log) {
            super(caller);
            this.value = value;
            this.to = to;
            this.from = from;
            this.log = log;
            sendsNext = sendsFirst;
            callsLeft = 2 * times;
        }

        @Override
        Object step(Object result) {
            Object returned = result;
            while (true) {
                if (receives) {
                    log.resumed((Integer) returned);
                }
                if (callsLeft == 0) {
                    return Unit.INSTANCE;
                }
                callsLeft--;
                receives = !sendsNext;
                sendsNext = receives;
                returned = receives ? from.receive(this) : to.send(value, this);
                if (suspends(returned)) {
                    return returned;
                }
            }
        }
    }
}
