/**
 * The lecture that a class is shown: states of the window, to be stepped through, recorded and changed.
 *
 * <p>Contract: {@link org.coreograph.viewmodel.lecture.LectureDesk} knows neither the workbench nor files; it is used by
 * the thread that draws. {@link org.coreograph.viewmodel.lecture.LectureState} is immutable, and is all that a view reads.
 */
@NullMarked
package org.coreograph.viewmodel.lecture;

import org.jspecify.annotations.NullMarked;
