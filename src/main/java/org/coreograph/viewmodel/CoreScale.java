package org.coreograph.viewmodel;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Numbers of cores from 1 to 64, each doubling as long as the one before it: small numbers have room, and every number
 * can be reached.
 */
public final class CoreScale implements SliderScale {
    private static final double DOUBLINGS = Math.log(Workbench.MAX_CORES) / Math.log(2);

    @Override
    public double position(long value) {
        return Math.log(Math.clamp(value, 1, Workbench.MAX_CORES)) / Math.log(2) / DOUBLINGS;
    }

    @Override
    public long value(double position) {
        return Math.clamp(Math.round(Math.pow(2, position * DOUBLINGS)), 1, Workbench.MAX_CORES);
    }

    @Override
    public long next(long value) {
        return Math.min(value + 1, Workbench.MAX_CORES);
    }

    @Override
    public long previous(long value) {
        return Math.max(value - 1, 1);
    }

    @Override
    public List<Mark> marks() {
        return IntStream.iterate(1, cores -> cores <= Workbench.MAX_CORES, cores -> cores * 2)
                .mapToObj(cores -> new Mark(cores, String.valueOf(cores)))
                .toList();
    }
}
