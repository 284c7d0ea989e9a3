/**
 * The built-in programs with their parameters and lessons.
 *
 * <p>Contract: programs are written against {@link org.coreograph.program.Machine} alone; nothing here knows which
 * clock, how many cores or which threads they run on.
 */
@NullMarked
package org.coreograph.gallery;

import org.jspecify.annotations.NullMarked;
