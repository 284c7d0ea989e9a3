/**
 * The timelines and the running chart in the window.
 *
 * <p>Contract: a view shows an immutable scene and reports what a person wants to see by a listener; it changes neither
 * the scene nor the run. All methods are called on the JavaFX thread.
 */
@NullMarked
package org.coreograph.ui.timeline;

import org.jspecify.annotations.NullMarked;
