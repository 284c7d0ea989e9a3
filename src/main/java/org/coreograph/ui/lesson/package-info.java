/**
 * The parts of a lesson in the window, and the gallery to choose one from.
 *
 * <p>Contract: a view shows what it is handed and calls commands of the {@link org.coreograph.viewmodel.Workbench} and of
 * its {@link org.coreograph.viewmodel.lesson.LessonDesk}. Everything here is used by the JavaFX thread.
 */
@NullMarked
package org.coreograph.ui.lesson;

import org.jspecify.annotations.NullMarked;
