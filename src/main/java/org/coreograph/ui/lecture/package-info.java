/**
 * Lectures in the window: what is in one, its files, and how it is recorded.
 *
 * <p>Contract: files are read and written in the background, and nothing that no file holds is lost without asking.
 */
@NullMarked
package org.coreograph.ui.lecture;

import org.jspecify.annotations.NullMarked;
