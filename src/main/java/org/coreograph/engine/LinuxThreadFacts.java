package org.coreograph.engine;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * What Linux tells, asked of the C library directly; it answers inside virtual threads too, which the JVM doesn't.
 *
 * <p><b>Memory.</b> The clock wants memory to write to. Each thread of the operating system has a block of its own,
 * which also keeps that thread's id: the C library finds it by a key ({@code pthread_getspecific}) in a few nanoseconds,
 * from a virtual thread as well, and frees it when the thread ends. A virtual thread can't change its carrier between
 * finding the block and reading it, since nothing here blocks.
 *
 * <p>Pointers are passed as longs, which on a 64-bit machine is the same and makes no objects. It is a record since the
 * JVM trusts the fields of records to be constant, and calls constant handles directly.
 */
record LinuxThreadFacts(
        MethodHandle clockGettime,
        MethodHandle gettid,
        MethodHandle schedGetcpu,
        MethodHandle prctl,
        MethodHandle getspecific,
        MethodHandle setspecific,
        MethodHandle malloc,
        int key)
        implements ThreadFacts {
    private static final int CLOCK_THREAD_CPUTIME_ID = 3;
    private static final int PR_SET_TIMERSLACK = 29;
    private static final long SHORTEST_SLACK_NANOS = 1;

    // The block: a timespec (seconds, nanoseconds), then the thread's id.
    private static final long NANOS_OFFSET = 8;
    private static final long THREAD_OFFSET = 16;
    private static final long BLOCK_BYTES = 24;

    private static final long SECOND_NANOS = 1_000_000_000;

    /**
     * Links what is needed of the C library; empty on another platform, where anything is missing, and where native access
     * wasn't enabled when the JVM was started, since then it would print a warning.
     */
    static Optional<ThreadFacts> link() {
        boolean mayCall = LinuxThreadFacts.class.getModule().isNativeAccessEnabled();
        if (!mayCall || !System.getProperty("os.name").equals("Linux") || ADDRESS.byteSize() != Long.BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Library().facts());
        } catch (NoSuchElementException | UnsupportedOperationException missing) {
            // An older C library: the JVM's own facts are the next best, and say themselves what they don't know.
            return Optional.empty();
        }
    }

    @Override
    public long cpuNanos() {
        try {
            long block = block();
            if (block == 0 || (int) clockGettime.invokeExact(CLOCK_THREAD_CPUTIME_ID, block) != 0) {
                return UNKNOWN;
            }
            return Memory.ALL.get(JAVA_LONG, block) * SECOND_NANOS + Memory.ALL.get(JAVA_LONG, block + NANOS_OFFSET);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    @Override
    public long osThread() {
        try {
            long block = block();
            return block == 0 ? UNKNOWN : Memory.ALL.get(JAVA_LONG, block + THREAD_OFFSET);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    @Override
    public int processor() {
        try {
            return (int) schedGetcpu.invokeExact();
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    @Override
    public boolean wakeOnTime() {
        try {
            return (int) prctl.invokeExact(PR_SET_TIMERSLACK, SHORTEST_SLACK_NANOS) == 0;
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** Returns the address of the calling thread's block, or 0 where there is no memory for one. */
    private long block() throws Throwable {
        long block = (long) getspecific.invokeExact(key);
        return block == 0 ? newBlock() : block;
    }

    private long newBlock() throws Throwable {
        long block = (long) malloc.invokeExact(BLOCK_BYTES);
        if (block == 0 || (int) setspecific.invokeExact(key, block) != 0) {
            return 0;
        }
        Memory.ALL.set(JAVA_LONG, block + THREAD_OFFSET, (int) gettid.invokeExact());
        return block;
    }

    /** A handle throws what the function throws, and functions of C throw nothing. */
    private static AssertionError unexpected(Throwable e) {
        return new AssertionError("a call of the C library threw", e);
    }

    /** All that the process has: the blocks are read at the addresses that malloc gave. */
    private static final class Memory {
        @SuppressWarnings("restricted") // no address but those is used
        static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);
    }

    /** The C library while it is linked. */
    private static final class Library {
        private final Linker linker = Linker.nativeLinker();
        private final SymbolLookup symbols = linker.defaultLookup();

        LinuxThreadFacts facts() {
            return new LinuxThreadFacts(
                    leaf("clock_gettime", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG)),
                    leaf("gettid", FunctionDescriptor.of(JAVA_INT)),
                    leaf("sched_getcpu", FunctionDescriptor.of(JAVA_INT)),
                    call(
                            "prctl",
                            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG),
                            Linker.Option.firstVariadicArg(1)),
                    leaf("pthread_getspecific", FunctionDescriptor.of(JAVA_LONG, JAVA_INT)),
                    leaf("pthread_setspecific", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG)),
                    leaf("malloc", FunctionDescriptor.of(JAVA_LONG, JAVA_LONG)),
                    newKey());
        }

        /** Links a function that returns at once and calls nothing back. */
        private MethodHandle leaf(String name, FunctionDescriptor function) {
            return call(name, function, Linker.Option.critical(false));
        }

        @SuppressWarnings("restricted") // the descriptors are those of the manual pages
        private MethodHandle call(String name, FunctionDescriptor function, Linker.Option option) {
            return linker.downcallHandle(symbols.findOrThrow(name), function, option);
        }

        /** Makes the key under which threads find their blocks, which are freed with them. */
        private int newKey() {
            MethodHandle create = leaf("pthread_key_create", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG));
            long free = symbols.findOrThrow("free").address();
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment key = arena.allocate(JAVA_INT);
                if ((int) create.invokeExact(key.address(), free) != 0) {
                    throw new UnsupportedOperationException("the process has no key left for its threads' own data");
                }
                return key.get(JAVA_INT, 0);
            } catch (RuntimeException e) {
                throw e;
            } catch (Throwable e) {
                throw unexpected(e);
            }
        }
    }
}
