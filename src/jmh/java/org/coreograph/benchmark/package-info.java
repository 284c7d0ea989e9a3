/**
 * Benchmarks, each beside a limit that it can't beat or a peer that does the same, measured in the same run so that the
 * figure is a ratio.
 *
 * <p>Contract: nothing here is part of the program or of its tests. A benchmark says at its class what it compares and
 * why that is fair. {@link org.coreograph.benchmark.Benchmarks} runs them, {@link
 * org.coreograph.benchmark.BenchmarkTable} knows which figure belongs beside which, and the goals.
 */
@NullMarked
package org.coreograph.benchmark;

import org.jspecify.annotations.NullMarked;
