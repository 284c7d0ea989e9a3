package org.coreograph.viewmodel;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.coreograph.model.Durations;

/**
 * How fast a run is played, as a step on the ladder 1, 2, 5, 10, 20, 50...
 *
 * @param step 0 is as fast as it happened; three steps are ten times as fast
 */
public record PlaySpeed(int step) {
    private static final int[] LEADING = {1, 2, 5};
    private static final long COMFORTABLE_NANOS = 10 * Durations.SECOND;
    private static final int SMALLEST_DECIMAL = -6;
    private static final int SLOWEST = -27;
    private static final int FASTEST = 9;

    /** Returns the speed at which a run takes about ten seconds to play. */
    static PlaySpeed comfortable(long runNanos) {
        double wanted = Math.max(1, runNanos) / (double) COMFORTABLE_NANOS;
        PlaySpeed best = new PlaySpeed(SLOWEST);
        for (int step = SLOWEST; step <= FASTEST; step++) {
            PlaySpeed speed = new PlaySpeed(step);
            if (Math.abs(Math.log(speed.factor() / wanted)) < Math.abs(Math.log(best.factor() / wanted))) {
                best = speed;
            }
        }
        return best;
    }

    /** Returns the speeds to choose from for a run, slowest first. */
    static List<PlaySpeed> choices(long runNanos) {
        int middle = comfortable(runNanos).step;
        return IntStream.rangeClosed(middle - 5, middle + 4)
                .mapToObj(PlaySpeed::new)
                .toList();
    }

    /** Returns seconds of the run a second of the clock on the wall. */
    public double factor() {
        return exact().doubleValue();
    }

    private BigDecimal exact() {
        return BigDecimal.valueOf(LEADING[Math.floorMod(step, 3)]).scaleByPowerOfTen(Math.floorDiv(step, 3));
    }

    /** Returns the factor as people read it: {@code 0.2×}, and {@code 1/500} or {@code 1/20k} where it is very small. */
    public String title() {
        if (step >= SMALLEST_DECIMAL) {
            return exact().toPlainString() + "×";
        }
        long slower = Math.round(1 / factor());
        String[] units = {"", "k", "M", "G"};
        int unit = 0;
        while (slower >= 1_000 && slower % 1_000 == 0) {
            slower /= 1_000;
            unit++;
        }
        return "1/" + slower + units[unit];
    }
}
