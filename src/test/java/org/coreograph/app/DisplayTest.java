package org.coreograph.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.coreograph.app.Display.Obstacle.NoScreen;
import org.coreograph.app.Display.Obstacle.NotInstalled;
import org.junit.jupiter.api.Test;

class DisplayTest {
    private static Display linux(Map<String, String> environment) {
        return new Display(environment, "Linux", "");
    }

    @Test
    void linuxWithoutADisplaySaysSoInOneLine() {
        assertThat(linux(Map.of("DISPLAY", "")).obstacle())
                .hasValueSatisfying(obstacle -> assertThat(obstacle)
                        .isInstanceOf(NoScreen.class)
                        .extracting(Display.Obstacle::line)
                        .asString()
                        .contains("no display")
                        .doesNotContain("\n"));
    }

    @Test
    void otherPlatformsAreLeftToThemselves() {
        assertThat(new Display(Map.of(), "Mac OS X", "").obstacle()).isEmpty();
        assertThat(new Display(Map.of(), "Windows 11", "").obstacle()).isEmpty();
        assertThat(new Display(Map.of(), "Linux", "Headless").obstacle()).isEmpty();
    }

    @Test
    void displayThatCantBeReachedIsNamed() {
        RuntimeException failure = new RuntimeException(new UnsupportedOperationException("Unable to open DISPLAY"));
        assertThat(linux(Map.of("DISPLAY", ":42")).explain(failure))
                .isEqualTo(new NoScreen("the display ':42' can't be reached"));
    }

    @Test
    void missingFontsNameThePackages() {
        RuntimeException failure = new RuntimeException(new Error("Probable fatal error: No physical fonts found."));
        assertThat(linux(Map.of()).explain(failure))
                .isInstanceOf(NotInstalled.class)
                .extracting(Display.Obstacle::line)
                .asString()
                .contains("fonts-dejavu-core")
                .doesNotContain("\n");
    }

    @Test
    void missingLibrariesNameThePackages() {
        assertThat(linux(Map.of())
                        .explain(new UnsatisfiedLinkError("libGL.so.1\nand more"))
                        .line())
                .contains("libgl1")
                .contains("libgtk-3-0")
                .doesNotContain("\n");
    }
}
