/**
 * Runs a program on simulated cores, under either clock, and writes what happens to a sink.
 *
 * <p>Contract: {@link org.coreograph.engine.Engine} is the only door. At most one run goes on at a time in a JVM. The
 * engine knows neither the programs it runs nor who reads its events; which task runs next is asked of a policy.
 */
@NullMarked
package org.coreograph.engine;

import org.jspecify.annotations.NullMarked;
