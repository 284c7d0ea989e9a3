package org.coreograph.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.coreograph.model.BadInputException;
import org.junit.jupiter.api.Test;

class PictureSpecTest {
    @Test
    void fileHasTheSizeTimesTheScale() {
        PictureSpec spec = PictureSpec.DEFAULTS.withSize(501, 301).withScale(1.5);
        assertThat(spec.filePixelsWide()).isEqualTo(752);
        assertThat(spec.filePixelsHigh()).isEqualTo(452);
    }

    @Test
    void sidesOutOfRangeAreRefusedByNameAndValue() {
        assertThatThrownBy(() -> PictureSpec.DEFAULTS.withSize(479, 900))
                .isInstanceOf(BadInputException.class)
                .hasMessage("width must be 480 to 10000, but was 479");
        assertThatThrownBy(() -> PictureSpec.DEFAULTS.withSize(1600, 10_001))
                .isInstanceOf(BadInputException.class)
                .hasMessage("height must be 270 to 10000, but was 10001");
    }

    @Test
    void scalesOutOfRangeAreRefused() {
        for (double scale : new double[] {0, -1, 0.49, 4.1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> PictureSpec.DEFAULTS.withScale(scale))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageContaining("scale must be");
        }
    }

    @Test
    void pictureOfTooManyPixelsIsRefused() {
        assertThatThrownBy(() -> PictureSpec.DEFAULTS.withSize(10_000, 10_000).withScale(1.1))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("100 million pixels");
        assertThat(PictureSpec.DEFAULTS.withSize(10_000, 10_000).filePixelsWide())
                .isEqualTo(10_000);
    }
}
