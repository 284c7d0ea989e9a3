package org.coreograph.engine;

import java.util.Locale;
import org.coreograph.model.ThreadKind;
import org.jspecify.annotations.Nullable;

/** Something ran out that a run needs to go on; the message says what, and what helps. The run ends because of it. */
final class ExhaustedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private ExhaustedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** A run has more tasks than it can. */
    static ExhaustedException tasks(int limit) {
        return new ExhaustedException(
                String.format(Locale.ROOT, "a run has at most %,d tasks: start fewer", limit), null);
    }

    /** More threads than a run can have at once. */
    static ExhaustedException threads(int limit) {
        return new ExhaustedException(
                String.format(
                        Locale.ROOT,
                        "a run has at most %,d platform threads at once: choose virtual threads, or start fewer tasks",
                        limit),
                null);
    }

    /**
     * The JVM could not make what was asked of it.
     *
     * @param threads how many threads of tasks there are
     */
    static ExhaustedException memory(OutOfMemoryError error, ThreadKind kind, int threads) {
        String told = String.valueOf(error.getMessage());
        return new ExhaustedException(
                told.contains("native thread")
                        ? String.format(
                                Locale.ROOT,
                                "the operating system gives no thread beyond %,d: %s",
                                threads,
                                switch (kind) {
                                    case PLATFORM -> "choose virtual threads, or start fewer tasks";
                                    case VIRTUAL -> "close other programs";
                                })
                        : String.format(
                                Locale.ROOT,
                                "the %,d MB of memory that Java may use are too few: start fewer tasks, keep less in"
                                        + " them, or allow more with JDK_JAVA_OPTIONS=-Xmx4g",
                                Runtime.getRuntime().maxMemory() >> 20),
                error);
    }
}
