package org.coreograph.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** What the JVM tells on any platform: the CPU time of platform threads. */
final class PortableThreadFacts implements ThreadFacts {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final boolean supported = THREADS.isCurrentThreadCpuTimeSupported() && THREADS.isThreadCpuTimeEnabled();

    @Override
    public long cpuNanos() {
        return supported && !Thread.currentThread().isVirtual() ? THREADS.getCurrentThreadCpuTime() : UNKNOWN;
    }

    @Override
    public long osThread() {
        return UNKNOWN;
    }

    @Override
    public int processor() {
        return UNKNOWN;
    }

    @Override
    public boolean wakeOnTime() {
        return false;
    }
}
