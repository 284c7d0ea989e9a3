/**
 * Draws timelines and charts, on the screen and into files.
 *
 * <p>Contract: one painter draws on a {@link org.coreograph.picture.Surface}, of which there is one for Java 2D and one
 * for a JavaFX canvas; both place text by the same measures, so that a picture is the same on either. Only
 * {@link org.coreograph.picture.CanvasSurface} touches JavaFX: everything else works without a display and without the
 * toolkit started. What is drawn says whether it was simulated or measured, each run for itself.
 */
@NullMarked
package org.coreograph.picture;

import org.jspecify.annotations.NullMarked;
