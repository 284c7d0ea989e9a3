/**
 * The stage: cores as places, tasks as tokens that are at one of them at any time.
 *
 * <p>Contract: pure functions of a trace, a time and a size, with no screen. {@link StageSnapshot} says where every
 * task is, {@link ObjectStates} what is in what they share, {@link StageLayout} where the places lie, and {@link Seat}
 * where the tokens in them.
 */
@NullMarked
package org.coreograph.viewmodel.stage;

import org.jspecify.annotations.NullMarked;
