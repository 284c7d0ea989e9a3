package org.coreograph.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import org.coreograph.testkit.Bench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SentenceTest {
    private final Bench bench = Bench.opened();

    @AfterEach
    void close() {
        bench.close();
    }

    private String sentenceOn(int cores) {
        bench.workbench().setCores(cores);
        bench.settle();
        return Sentence.of(bench.state().shown());
    }

    @Test
    void twoLoopsOnTwoCoresRunSideBySide() {
        assertThat(sentenceOn(2)).isEqualTo("One core takes turns. Two run side by side.");
    }

    @Test
    void coresWithoutATaskAreNotSaidToRun() {
        assertThat(sentenceOn(5)).isEqualTo("One core takes turns. Of five, two run side by side.");
    }

    @Test
    void oneCoreIsNotCompared() {
        assertThat(sentenceOn(1)).isEqualTo("One core takes turns.");
    }

    @Test
    void gameOfTwoIsNeverSaidToBeParallel() {
        bench.workbench().chooseProgram("ping-pong");
        bench.settle();
        assertThat(Sentence.of(bench.state().shown())).endsWith("Two, and still only one task runs at a time.");
    }
}
