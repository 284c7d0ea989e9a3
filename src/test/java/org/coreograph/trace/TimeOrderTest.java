package org.coreograph.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimeOrderTest {
    @Test
    void timesComeInOrderAndEqualOnesStayAsTheyWere() {
        Random random = new Random(7);
        TimeOrder order = new TimeOrder();
        for (int round = 0; round < 500; round++) {
            int rows = 1 + random.nextInt(9);
            long[] times = IntStream.range(0, rows)
                    .mapToObj(row -> random.longs(random.nextInt(20), 0, 1 + random.nextInt(40))
                            .sorted())
                    .flatMapToLong(row -> row)
                    .toArray();
            int from = random.nextInt(times.length + 1);
            int to = from + random.nextInt(times.length - from + 1);
            int[] expected = IntStream.range(from, to)
                    .boxed()
                    .sorted(Comparator.comparingLong(i -> times[i]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            assertThat(Arrays.copyOf(order.of(times, from, to), to - from))
                    .as("%s from %d to %d", Arrays.toString(times), from, to)
                    .isEqualTo(expected);
            assertThat(TimeOrder.isSorted(times, from, to))
                    .isEqualTo(Arrays.equals(expected, IntStream.range(from, to).toArray()));
        }
    }
}
