/**
 * Controls that know nothing of the program: sliders of round values, fields for durations, choices side by side.
 *
 * <p>Contract: each has a name for screen readers and works from the keyboard. Showing a value never reports it as a
 * change.
 */
@NullMarked
package org.coreograph.ui.control;

import org.jspecify.annotations.NullMarked;
