package org.coreograph.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.coreograph.testkit.WindowHandle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
