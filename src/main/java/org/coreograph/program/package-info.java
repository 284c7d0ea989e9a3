/**
 * The vocabulary that concurrent programs are written in, in Go's terms where Go has one.
 *
 * <p>Contract: a {@link org.coreograph.program.Program} gets a {@link org.coreograph.program.Machine} and asks it for
 * all it needs. It runs unchanged on both clocks, both kinds of thread and any number of cores. Each primitive is one
 * class, built on what a {@link org.coreograph.program.Kernel} gives: a step that nothing interleaves with, blocking,
 * and waking. What uncontended can be done by one atomic change is done so first, before any step; each class that has
 * such a way says why no wake-up is lost. Everything here may be called only by the tasks of the run it belongs to; any
 * other thread gets an {@link java.lang.IllegalStateException}, and a task whose run is over a {@link
 * org.coreograph.program.RunClosedError}.
 */
@NullMarked
package org.coreograph.program;

import org.jspecify.annotations.NullMarked;
