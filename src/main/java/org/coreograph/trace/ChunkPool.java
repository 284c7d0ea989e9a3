package org.coreograph.trace;

import java.lang.ref.SoftReference;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Memory of traces that have been read out, for those to come: what is new has to be cleared, and to be fetched from the
 * system, which takes longer than to write it. Bounded, and left to the garbage collector where memory runs short.
 * Thread-safe.
 */
final class ChunkPool {
    /** The one of this JVM: 64 MB, which is a run of two million records. */
    static final ChunkPool SHARED = new ChunkPool(4_096);

    private final int maxChunks;
    private SoftReference<Deque<long[]>> chunks = new SoftReference<>(new ArrayDeque<>());

    /** @param maxChunks how many are kept, all of {@link ChunkSource#CHUNK} records */
    ChunkPool(int maxChunks) {
        this.maxChunks = maxChunks;
    }

    /** Returns the chunk that was given last, which is the likeliest to be in a cache; null where there is none. */
    synchronized long @Nullable [] take() {
        Deque<long[]> kept = chunks.get();
        return kept == null ? null : kept.pollLast();
    }

    /** Takes chunks that nobody writes to or reads any more. */
    synchronized void give(Collection<long[]> given) {
        Deque<long[]> kept = chunks.get();
        if (kept == null) {
            kept = new ArrayDeque<>();
            chunks = new SoftReference<>(kept);
        }
        for (long[] chunk : given) {
            if (kept.size() == maxChunks) {
                return;
            }
            kept.addLast(chunk);
        }
    }

    /** Returns how many chunks there are to take. */
    synchronized int size() {
        Deque<long[]> kept = chunks.get();
        return kept == null ? 0 : kept.size();
    }
}
