package org.coreograph.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import org.coreograph.testkit.Bench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlayerTest {
    private final Player player = new Player();
    private Bench bench;

    @BeforeEach
    void open() {
        bench = Bench.opened();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Shown shown(String program) {
        bench.workbench().chooseProgram(program);
        bench.settle();
        return bench.state().shown();
    }

    @Test
    void programThatIsPassedOverDoesNotTakeTheFirstPlaceOfTheNextOne() {
        Shown passedOver = shown("jobs");
        Shown next = shown("two-loops");
        player.begin();
        assertThat(player.settle(passedOver, false)).isFalse();
        assertThat(player.settle(next, true)).isTrue();
        assertThat(player.playback().playheadNanos())
                .isGreaterThan(0)
                .isLessThan(next.endNanos() / 2)
                .isGreaterThan(passedOver.endNanos());
        assertThat(player.settle(next, true)).isFalse();
    }

    @Test
    void playheadStaysWhereItIsInTheSameProgramButNotBehindItsEnd() {
        Shown longer = shown("two-loops");
        Shown shorter = shown("jobs");
        player.begin();
        player.settle(longer, true);
        player.scrub(longer, 7);
        player.settle(longer, true);
        assertThat(player.playback().playheadNanos()).isEqualTo(7);
        player.scrub(longer, longer.endNanos());
        player.settle(shorter, true);
        assertThat(player.playback().playheadNanos()).isEqualTo(shorter.endNanos());
    }
}
