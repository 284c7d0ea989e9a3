/**
 * Pictures out of the window: into files and onto the clipboard.
 *
 * <p>Contract: what asks a person for a file, and the clipboard, stand behind interfaces. Pictures are drawn and written
 * off the JavaFX thread; what came of it is told at the next frame.
 */
@NullMarked
package org.coreograph.ui.export;

import org.jspecify.annotations.NullMarked;
