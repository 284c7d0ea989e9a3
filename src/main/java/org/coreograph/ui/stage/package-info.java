/**
 * The stage on the screen: two runs beside each other, their tasks as tokens that move with the playhead.
 *
 * <p>Contract: where everything is comes from {@code viewmodel.stage}; here it is drawn, and tokens move to their places
 * where there is time to see it.
 */
@NullMarked
package org.coreograph.ui.stage;

import org.jspecify.annotations.NullMarked;
