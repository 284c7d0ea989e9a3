package org.coreograph.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.coreograph.gallery.Gallery;
import org.coreograph.gallery.GalleryProgram;
import org.coreograph.model.Clock;
import org.coreograph.model.Durations;
import org.coreograph.model.PolicyKind;
import org.coreograph.testkit.HeldRuns;
import org.coreograph.testkit.WindowHandle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.framework.junit5.ApplicationExtension;

/** The window in the sizes it is used in; drawn on no screen, since the headless one is too small for most. */
@ExtendWith(ApplicationExtension.class)
class WindowSizesTest {
    @ParameterizedTest
    @CsvSource({"1000, 640", "1024, 768", "1280, 800", "1440, 900", "1920, 1080", "2560, 1440"})
    void noTextIsCutShort(double widthPx, double heightPx) {
        try (WindowHandle window = WindowHandle.onFx(WindowHandle::offScreen)) {
            window.settle();
            window.resize(widthPx, heightPx);
            assertThat(window.shortenedTexts()).isEmpty();
        }
    }

    static Stream<String> programs() {
        return new Gallery().programs().stream().map(GalleryProgram::id);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void noTextIsCutShortWhateverTheProgram(String program) {
        try (WindowHandle window = WindowHandle.onFx(WindowHandle::offScreen)) {
            window.settle()
                    .ask(workbench -> workbench.chooseProgram(program))
                    .ask(workbench -> workbench.setCores(64))
                    .ask(workbench -> workbench.setPolicy(PolicyKind.FCFS))
                    .ask(workbench -> workbench.view().setLensOn(true));
            window.resize(1024, 768);
            assertThat(window.shortenedTexts()).isEmpty();
            assertThat(window.regionsOutside(1024, 768)).isEmpty();
            window.resize(1280, 800);
            assertThat(window.shortenedTexts()).isEmpty();
            assertThat(window.regionsOutside(1280, 800)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(PolicyKind.class)
    void noTextIsCutShortWhateverThePolicy(PolicyKind policy) {
        try (WindowHandle window = WindowHandle.onFx(WindowHandle::offScreen)) {
            window.settle().ask(workbench -> workbench.setPolicy(policy));
            window.resize(1000, 640);
            assertThat(window.shortenedTexts()).isEmpty();
            assertThat(window.regionsOutside(1000, 640)).isEmpty();
            window.resize(1280, 800);
            assertThat(window.shortenedTexts()).isEmpty();
            assertThat(window.regionsOutside(1280, 800)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1024, 768", "1280, 800"})
    void noTextIsCutShortWhileARunIsMeasured(double widthPx, double heightPx) {
        HeldRuns runs = new HeldRuns();
        try (WindowHandle window = WindowHandle.onFx(() -> WindowHandle.offScreen(runs))) {
            runs.next().finish(2 * Durations.SECOND);
            runs.next().finish(Durations.SECOND);
            window.settle().change(workbench -> workbench.setClock(Clock.MEASURED));
            runs.next().finish(12_345_678_901L);
            runs.next().reach(1_234_567_890L);
            window.await(
                    "the run to be seen",
                    () -> window.picture().runs().getLast().endNanos() == 1_234_567_890L);
            window.resize(widthPx, heightPx);
            assertThat(window.shortenedTexts()).isEmpty();
            assertThat(window.regionsOutside(widthPx, heightPx)).isEmpty();
        }
    }

    @Test
    void noTextIsCutShortInAPresentation() {
        try (WindowHandle window = WindowHandle.onFx(WindowHandle::offScreen)) {
            window.settle()
                    .change(workbench -> workbench.view().setPresentation(true))
                    .resize(1024, 768);
            assertThat(window.shortenedTexts()).isEmpty();
            assertThat(window.regionsOutside(1024, 768)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1024, 768", "1920, 1080"})
    void everyRegionLiesWithinTheWindow(double widthPx, double heightPx) {
        try (WindowHandle window = WindowHandle.onFx(WindowHandle::offScreen)) {
            window.settle();
            window.resize(widthPx, heightPx);
            assertThat(window.regionsOutside(widthPx, heightPx)).isEmpty();
        }
    }
}
