package org.coreograph.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/** How much memory this JVM takes. */
final class ProcessMemory {
    private static final Pattern TOTAL = Pattern.compile("Total: .*committed=(\\d+)KB");
    private static final Pattern HEAP = Pattern.compile("Java Heap \\(.*committed=(\\d+)KB");
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s*(\\d+) kB");
    private static final int KIB = 1_024;

    private ProcessMemory() {}

    /** Returns what is alive on the heap, after a collection. */
    static long heapBytes() {
        // A second collection takes what the first has only found to be unreachable.
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /**
     * Returns what the JVM has besides its heap: the stacks of platform threads above all. Needs the JVM's option
     * {@code -XX:NativeMemoryTracking=summary}.
     */
    static long nativeBytes() {
        try {
            String summary = (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "vmNativeMemory",
                            new Object[] {new String[] {"summary"}},
                            new String[] {String[].class.getName()});
            return (kilobytes(TOTAL, summary) - kilobytes(HEAP, summary)) * KIB;
        } catch (JMException e) {
            throw new IllegalStateException("the JVM doesn't tell its native memory", e);
        }
    }

    /** Returns the most that the process has had in memory so far, or 0 where the platform doesn't tell. */
    static long peakBytes() {
        try {
            return Files.exists(STATUS) ? kilobytes(PEAK, Files.readString(STATUS)) * KIB : 0;
        } catch (IOException e) {
            throw new IllegalStateException("could not be read: " + STATUS, e);
        }
    }

    private static long kilobytes(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in:\n" + text);
        }
        return Long.parseLong(matcher.group(1));
    }
}
