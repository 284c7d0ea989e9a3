package org.coreograph.engine;

import java.lang.management.ManagementFactory;
import jdk.management.VirtualThreadSchedulerMXBean;

/**
 * The one owner of the number of carriers, the platform threads that run virtual ones; it belongs to the whole JVM. A
 * thread that was given up may keep its carrier for ever, so one is added for each.
 */
final class Carriers {
    private static final VirtualThreadSchedulerMXBean SCHEDULER =
            ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);

    private static int wanted = Runtime.getRuntime().availableProcessors();
    private static int givenUp;

    private Carriers() {}

    /** Asks for a number of carriers that are free to run tasks. */
    static synchronized void want(int carriers) {
        wanted = carriers;
        apply();
    }

    /** Says that a virtual thread was given up. */
    static synchronized void giveUpOne() {
        givenUp++;
        apply();
    }

    private static void apply() {
        int parallelism = wanted + givenUp;
        if (SCHEDULER.getParallelism() != parallelism) {
            SCHEDULER.setParallelism(parallelism);
        }
    }
}
