/**
 * What the window shows and what can be done in it, without a toolkit.
 *
 * <p>Contract: {@link org.coreograph.viewmodel.Workbench} is the only door. Its commands are methods, called on the
 * thread that draws; each changes the state and asks for a frame. {@link org.coreograph.viewmodel.WorkbenchState} is
 * immutable, and is all that a view reads. What a person does with a lesson goes to its {@link
 * org.coreograph.viewmodel.lesson.LessonDesk}. Runs happen on the one thread of
 * {@link org.coreograph.viewmodel.RunWorker}, whose news are adopted at the start of a frame. Time is handed in.
 */
@NullMarked
package org.coreograph.viewmodel;

import org.jspecify.annotations.NullMarked;
