package org.coreograph.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineRecorderTest {
    @Test
    void taskStaysInALineUntilItComesToAnother() {
        LineRecorder recorder = new LineRecorder();
        recorder.at(1, 0, 10);
        recorder.at(1, 5, 10);
        recorder.at(1, 7, 11);
        CodeLines lines = recorder.lines();
        assertThat(lines.size(1)).isEqualTo(2);
        assertThat(lines.lineAt(1, 0)).isEqualTo(10);
        assertThat(lines.lineAt(1, 6)).isEqualTo(10);
        assertThat(lines.lineAt(1, 7)).isEqualTo(11);
        assertThat(lines.lineAt(1, Long.MAX_VALUE)).isEqualTo(11);
    }

    @Test
    void ofSeveralLinesAtOneInstantTheLastCounts() {
        LineRecorder recorder = new LineRecorder();
        recorder.at(0, 3, 10);
        recorder.at(0, 3, 11);
        recorder.at(0, 3, 12);
        assertThat(recorder.lines().lineAt(0, 3)).isEqualTo(12);
        assertThat(recorder.lines().lineAt(0, 2)).isEqualTo(CodeLines.NOWHERE);
    }

    @Test
    void nothingIsKnownOfTasksThatCameToNoLine() {
        LineRecorder recorder = new LineRecorder();
        recorder.at(2, 1, 10);
        CodeLines lines = recorder.lines();
        assertThat(lines.lineAt(1, 5)).isEqualTo(CodeLines.NOWHERE);
        assertThat(lines.lineAt(7, 5)).isEqualTo(CodeLines.NOWHERE);
        assertThat(CodeLines.NONE.lineAt(0, 0)).isEqualTo(CodeLines.NOWHERE);
    }

    @Test
    void recorderThatLeftSomethingOutSaysSo() {
        LineRecorder recorder = new LineRecorder(2);
        recorder.at(1, 0, 10);
        recorder.at(1, 1, 11);
        recorder.at(1, 2, 11);
        assertThat(recorder.full()).isFalse();
        recorder.at(1, 3, 12);
        recorder.at(1, 4, 11);
        assertThat(recorder.full()).isTrue();
        assertThat(recorder.lines().size(1)).isEqualTo(2);
    }
}
