/**
 * What all views that draw on a canvas share.
 *
 * <p>Contract: called on the JavaFX thread; knows nothing of what is drawn.
 */
@NullMarked
package org.coreograph.ui.canvas;

import org.jspecify.annotations.NullMarked;
