/**
 * The program's text: its Java, with the lines that its tasks are in, and its Go twin.
 *
 * <p>Contract: shows the {@link org.coreograph.viewmodel.code.CodeState} that it is handed, and tells the
 * {@link org.coreograph.viewmodel.code.CodeModel} what a person chose.
 */
@NullMarked
package org.coreograph.ui.code;

import org.jspecify.annotations.NullMarked;
