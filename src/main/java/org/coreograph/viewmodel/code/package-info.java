/**
 * The program's text beside its picture: what is in which line when, and what is chosen in it.
 *
 * <p>Contract: knows neither the views nor the workbench, whose state it is handed; nothing here waits but the thread of
 * the {@link org.coreograph.viewmodel.code.LineWorker}.
 */
@NullMarked
package org.coreograph.viewmodel.code;

import org.jspecify.annotations.NullMarked;
