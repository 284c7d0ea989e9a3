package org.coreograph.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.coreograph.analysis.Statistics;
import org.coreograph.model.Action;
import org.coreograph.model.EventSink;
import org.coreograph.model.ObjectInfo;
import org.coreograph.model.ObjectKind;
import org.coreograph.model.Settings;
import org.coreograph.model.SliceEnd;
import org.coreograph.model.ValueKind;
import org.coreograph.model.WaitKind;
import org.coreograph.testkit.Invariants;
import org.junit.jupiter.api.Test;

/** What each kind of record comes to in a trace. */
class TraceRecordsTest {
    private final TraceRecorder recorder = new TraceRecorder(2);

    TraceRecordsTest() {
        for (int task = 0; task < 4; task++) {
            recorder.declareTask(task, task == 0 ? EventSink.NONE : 0, "task " + task);
            recorder.offCore().arrived(0, task);
        }
        recorder.declareObject(0, new ObjectInfo(ObjectKind.CHANNEL, "c", 3));
        recorder.declareObject(1, ObjectInfo.of(ObjectKind.MUTEX, "m"));
    }

    private void slice(int core, long dispatched, long start, long end, int task, SliceEnd why) {
        boolean switched = dispatched < start;
        recorder.core(core).ran(dispatched, start, end, task, why, null, EventSink.NONE, switched, false);
    }

    private void blocks(int core, long start, long end, int task, WaitKind kind, int object) {
        recorder.core(core).ran(start, start, end, task, SliceEnd.BLOCKED, kind, object, false, false);
    }

    private static String text(Lane lane) {
        return String.join(
                " ",
                IntStream.range(0, lane.size())
                        .mapToObj(i -> lane.kind(i).name().toLowerCase(java.util.Locale.ROOT) + "/" + lane.who(i) + ":"
                                + lane.startNanos(i) + "-" + lane.endNanos(i))
                        .toList());
    }

    @Test
    void oneRecordTellsASliceAndTheSwitchBeforeIt() {
        slice(0, 0, 0, 5, 1, SliceEnd.PREEMPTED);
        slice(0, 5, 7, 9, 2, SliceEnd.PREEMPTED);
        Trace trace = recorder.snapshot(9);
        assertThat(text(trace.coreLane(0))).isEqualTo("running/1:0-5 switching/2:5-7 running/2:7-9");
        assertThat(text(trace.taskLane(2))).isEqualTo("ready/-1:0-7 running/0:7-9");
        assertThat(trace.times().get(2)).isEqualTo(new TaskTimes(0, 7, TaskTimes.NEVER, false, 1, 1, 0));
    }

    @Test
    void switchThatWasCutShortCountsAndIsNoSlice() {
        slice(0, 0, 0, 5, 1, SliceEnd.PREEMPTED);
        recorder.core(0).switched(5, 6, 2, true);
        recorder.core(1).switched(5, 6, 3, false);
        Trace trace = recorder.snapshot(6);
        assertThat(text(trace.coreLane(0))).isEqualTo("running/1:0-5 switching/2:5-6");
        assertThat(text(trace.taskLane(2))).isEqualTo("ready/-1:0-6");
        assertThat(trace.times().get(2)).isEqualTo(new TaskTimes(0, TaskTimes.NEVER, TaskTimes.NEVER, false, 0, 1, 0));
        assertThat(trace.times().get(3).switches()).isZero();
        assertThat(trace.listed(EventSink.MAIN)).isFalse();
    }

    @Test
    void coreThatWasOffIsNeitherBusyNorIdle() {
        slice(0, 0, 0, 4, 1, SliceEnd.PREEMPTED);
        recorder.core(0).off(4, 7);
        slice(0, 8, 9, 10, 2, SliceEnd.PREEMPTED);
        Trace trace = recorder.snapshot(10);
        assertThat(text(trace.coreLane(0))).isEqualTo("running/1:0-4 off/-1:4-7 switching/2:8-9 running/2:9-10");
        assertThat(Statistics.of(trace).cores().getFirst()).isEqualTo(new Statistics.CoreTimes(0, 5, 1, 1, 3));
    }

    @Test
    void coreThatIsOffIsSeenWhileItLasts() {
        recorder.core(0).offSince(3);
        assertThat(text(recorder.snapshot(8).coreLane(0))).isEqualTo("off/-1:3-8");
        recorder.core(0).off(3, 9);
        assertThat(text(recorder.snapshot(12).coreLane(0))).isEqualTo("off/-1:3-9");
    }

    @Test
    void sliceThatGoesOnIsSeenWithItsSwitch() {
        slice(0, 0, 0, 2, 1, SliceEnd.PREEMPTED);
        recorder.core(0).running(2, 3, 2);
        Trace trace = recorder.snapshot(8);
        assertThat(text(trace.coreLane(0))).isEqualTo("running/1:0-2 switching/2:2-3 running/2:3-8");
        assertThat(text(trace.taskLane(2))).isEqualTo("ready/-1:0-3 running/0:3-8");
    }

    @Test
    void everyWaitNamesItsOwnObjectEvenOfATaskThatRanTwiceInOneInstant() {
        blocks(0, 0, 5, 1, WaitKind.SEND, 0);
        recorder.core(1).blocked(5, 5, 1, WaitKind.SEND, 0, 2);
        blocks(0, 5, 5, 1, WaitKind.LOCK, 1);
        recorder.core(1).blocked(5, 9, 1, WaitKind.LOCK, 1, 2);
        blocks(0, 9, 9, 1, WaitKind.RECEIVE, 0);
        recorder.offCore().stuck(9, 12, 1, WaitKind.RECEIVE, 0);
        Trace trace = recorder.snapshot(12);
        assertThat(text(trace.taskLane(1))).isEqualTo("running/0:0-5 blocked/1:5-9 blocked/0:9-12");
        assertThat(trace.objectName(1)).isEqualTo("mutex m");
    }

    @Test
    void waitThatGoesOnNamesItsObjectToo() {
        blocks(0, 0, 5, 1, WaitKind.SEND, 0);
        recorder.core(1).blocked(5, 7, 1, WaitKind.SEND, 0, 2);
        blocks(0, 9, 9, 1, WaitKind.LOCK, 1);
        assertThat(text(recorder.snapshot(12).taskLane(1)))
                .isEqualTo("running/0:0-5 blocked/0:5-7 ready/-1:7-9 blocked/1:9-12");
    }

    @Test
    void waitForADeviceIsToldFromOthers() {
        blocks(0, 0, 1, 1, WaitKind.IO, EventSink.NONE);
        recorder.offCore().blocked(1, 4, 1, WaitKind.IO, EventSink.NONE, EventSink.NONE);
        slice(0, 4, 4, 5, 1, SliceEnd.ENDED);
        recorder.core(0).ended(5, 1, false);
        Trace trace = recorder.snapshot(5);
        assertThat(text(trace.taskLane(1))).isEqualTo("running/0:0-1 io/-1:1-4 running/0:4-5");
        assertThat(Statistics.of(trace).tasks().getFirst().blockedNanos()).isEqualTo(3);
    }

    @Test
    void spansOfATaskThatWasOnManyCoresComeInOrder() {
        slice(1, 0, 0, 2, 1, SliceEnd.PREEMPTED);
        slice(0, 3, 3, 4, 1, SliceEnd.PREEMPTED);
        blocks(1, 5, 6, 1, WaitKind.LOCK, 1);
        recorder.core(0).blocked(6, 8, 1, WaitKind.LOCK, 1, 2);
        slice(1, 8, 8, 9, 1, SliceEnd.PREEMPTED);
        Trace trace = recorder.snapshot(9);
        assertThat(text(trace.taskLane(1)))
                .isEqualTo("running/1:0-2 ready/-1:2-3 running/0:3-4 ready/-1:4-5 running/1:5-6 blocked/1:6-8"
                        + " running/1:8-9");
        Invariants.lanesAreRows(trace);
    }

    @Test
    void actionsComeInOrderOfTimeAndOfOneInstantInThatOfTheirWriter() {
        int word = recorder.declareText("one word");
        assertThat(recorder.declareText("one word")).isEqualTo(word);
        recorder.core(1).did(7, 1, Action.RECEIVE, 0, ValueKind.TEXT, word);
        recorder.core(0).did(3, 2, Action.LOCK, 1, ValueKind.NONE, 0);
        recorder.core(0).did(3, 2, Action.UNLOCK, 1, ValueKind.NONE, 0);
        recorder.core(0).did(9, 3, Action.SEND, 0, ValueKind.NUMBER, Long.MIN_VALUE);
        recorder.offCore().did(3, 0, Action.EMIT, EventSink.NONE, ValueKind.DECIMAL, Double.doubleToRawLongBits(0.5));
        Trace trace = recorder.snapshot(9);
        Actions actions = trace.actions();
        assertThat(IntStream.range(0, actions.size())
                        .mapToObj(i -> actions.atNanos(i) + " " + actions.task(i) + " " + actions.action(i) + " "
                                + actions.object(i) + " " + trace.valueText(i)))
                .containsExactly(
                        "3 2 LOCK 1 ",
                        "3 2 UNLOCK 1 ",
                        "3 0 EMIT -1 0.5",
                        "7 1 RECEIVE 0 one word",
                        "9 3 SEND 0 " + Long.MIN_VALUE);
        assertThat(actions.valueKind(3)).isEqualTo(ValueKind.TEXT);
        assertThat(actions.value(3)).isEqualTo(word);
        assertThat(actions.firstAfter(2)).isZero();
        assertThat(actions.firstAfter(3)).isEqualTo(3);
        assertThat(actions.firstAfter(9)).isEqualTo(actions.size());
    }

    @Test
    void wakesComeInOrderOfTime() {
        recorder.core(1).blocked(0, 8, 1, WaitKind.LOCK, 1, 2);
        recorder.core(1).blocked(0, 8, 3, WaitKind.LOCK, 1, 2);
        recorder.core(0).blocked(0, 5, 2, WaitKind.SEND, 0, 3);
        recorder.offCore().blocked(0, 6, 0, WaitKind.SLEEP, EventSink.NONE, EventSink.NONE);
        Wakes wakes = recorder.snapshot(8).wakes();
        assertThat(IntStream.range(0, wakes.size())
                        .mapToObj(i -> wakes.waker(i) + ">" + wakes.woken(i) + "@" + wakes.atNanos(i)))
                .containsExactly("3>2@5", "-1>0@6", "2>1@8", "2>3@8");
    }

    @Test
    void factsBelongToTheSliceBeforeThem() {
        recorder.core(0).facts(99, 99, 99);
        slice(0, 0, 0, 5, 1, SliceEnd.PREEMPTED);
        recorder.core(0).facts(4, 1L << 40, 7);
        slice(0, 5, 6, 9, 2, SliceEnd.PREEMPTED);
        slice(0, 9, 10, 12, 3, SliceEnd.PREEMPTED);
        recorder.core(0).facts(SliceFacts.UNKNOWN, SliceFacts.UNKNOWN, (int) SliceFacts.UNKNOWN);
        SliceFacts facts = recorder.snapshot(12).facts(0);
        assertThat(facts.size()).isEqualTo(2);
        assertThat(List.of(facts.startNanos(0), facts.endNanos(0), facts.cpuNanos(0), facts.osThread(0)))
                .containsExactly(0L, 5L, 4L, 1L << 40);
        assertThat(facts.task(0)).isEqualTo(1);
        assertThat(facts.processor(0)).isEqualTo(7);
        assertThat(facts.cpuNanos(1)).isEqualTo(SliceFacts.UNKNOWN);
        assertThat(facts.osThread(1)).isEqualTo(SliceFacts.UNKNOWN);
        assertThat(facts.processor(1)).isEqualTo((int) SliceFacts.UNKNOWN);
        assertThat(facts.at(4)).isZero();
        assertThat(facts.at(7)).isEqualTo(-1);
        assertThat(facts.at(11)).isEqualTo(1);
        assertThat(recorder.snapshot(12).facts(1).size()).isZero();
    }

    @Test
    void factsOfASliceMayLieInTheNextChunk() {
        int slices = ChunkSource.FIRST_CHUNK - 1;
        for (int i = 0; i <= slices; i++) {
            slice(0, i, i, i + 1, 1, SliceEnd.PREEMPTED);
        }
        recorder.core(0).facts(1, 2, 3);
        SliceFacts facts = recorder.snapshot(slices + 1).facts(0);
        assertThat(facts.startNanos(0)).isEqualTo(slices);
        assertThat(facts.processor(0)).isEqualTo(3);
    }

    @Test
    void coresMayBeAddedWhileTheRunGoesOn() {
        slice(0, 0, 0, 5, 1, SliceEnd.PREEMPTED);
        assertThat(recorder.snapshot(5).cores()).isEqualTo(2);
        recorder.core(3).off(0, 5);
        slice(3, 5, 5, 8, 2, SliceEnd.PREEMPTED);
        Trace trace = recorder.snapshot(8);
        assertThat(trace.cores()).isEqualTo(4);
        assertThat(text(trace.coreLane(3))).isEqualTo("off/-1:0-5 running/2:5-8");
        assertThat(recorder.core(3)).isSameAs(recorder.core(3));
        assertThat(text(trace.taskLane(2))).isEqualTo("ready/-1:0-5 running/3:5-8");
        assertThatThrownBy(() -> recorder.core(Settings.MAX_CORES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a trace's cores must be 1 to 256, but were 257");
    }

    @Test
    void objectsAreThereAsTheyWereDeclared() {
        Trace trace = recorder.snapshot(0);
        assertThat(trace.objects())
                .containsExactly(new ObjectInfo(ObjectKind.CHANNEL, "c", 3), new ObjectInfo(ObjectKind.MUTEX, "m", 0));
        assertThat(trace.objectName(0)).isEqualTo("channel c");
        assertThat(ObjectInfo.of(ObjectKind.WAIT_GROUP, "").title()).isEqualTo("wait group");
        assertThatThrownBy(() -> new ObjectInfo(ObjectKind.CHANNEL, "c", -1))
                .hasMessage("a channel's capacity must be 0 or more, but was -1");
    }

    @Test
    void everythingFitsIntoAWord() {
        for (SliceEnd end : SliceEnd.values()) {
            assertThat(RecordWord.sliceEnd(RecordWord.of(RecordWord.RAN, end.ordinal(), 0, 0, 0, 0)))
                    .isEqualTo(end);
        }
        for (Action action : Action.values()) {
            long word = RecordWord.of(RecordWord.DID, action.ordinal(), 0, 0, 0, 0);
            assertThat(RecordWord.action(word)).isEqualTo(action);
        }
        for (WaitKind kind : WaitKind.values()) {
            long word =
                    RecordWord.of(RecordWord.STUCK, 31, kind.ordinal() + 1, 3, RecordWord.MAX_ID, RecordWord.MAX_ID);
            assertThat(RecordWord.type(word)).isEqualTo(RecordType.STUCK);
            assertThat(RecordWord.waitKind(word)).isEqualTo(kind);
            assertThat(RecordWord.task(word)).isEqualTo(RecordWord.MAX_ID);
            assertThat(RecordWord.other(word)).isEqualTo(RecordWord.MAX_ID);
        }
        long least = RecordWord.of(RecordWord.ARRIVED, 0, 0, 0, EventSink.NONE, EventSink.NONE);
        assertThat(RecordWord.type(least)).isEqualTo(RecordType.ARRIVED);
        assertThat(RecordWord.waitKind(least)).isNull();
        assertThat(RecordWord.task(least)).isEqualTo(EventSink.NONE);
        assertThat(RecordWord.other(least)).isEqualTo(EventSink.NONE);
    }

    @Test
    void textsAreCutAndBounded() {
        ValueTexts texts = new ValueTexts();
        int first = texts.add("0");
        for (int i = 1; i < ValueTexts.MAX_TEXTS; i++) {
            texts.add(Integer.toString(i));
        }
        int more = texts.add("one too many");
        assertThat(texts.add("another")).isEqualTo(more);
        assertThat(texts.add("0")).isEqualTo(first);
        assertThat(texts.copy().get(more)).isEqualTo("…");
        ValueTexts other = new ValueTexts();
        assertThat(other.add("x".repeat(ValueTexts.MAX_CHARS))).isZero();
        assertThat(other.add("x".repeat(ValueTexts.MAX_CHARS + 1))).isEqualTo(1);
        assertThat(other.copy().get(1)).hasSize(ValueTexts.MAX_CHARS).endsWith("x…");
    }
}
