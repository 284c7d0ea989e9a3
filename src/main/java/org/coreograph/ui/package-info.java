/**
 * The window: its regions, built in code.
 *
 * <p>Contract: a view shows a {@link org.coreograph.viewmodel.WorkbenchState} and calls commands of the
 * {@link org.coreograph.viewmodel.Workbench}; it keeps no state of its own beyond what the eye needs, such as where a
 * token is on its way. Everything here is used by the JavaFX thread. Colours of controls come from the theme's
 * {@code -color-*} variables, those of drawings from a {@code Palette}.
 */
@NullMarked
package org.coreograph.ui;

import org.jspecify.annotations.NullMarked;
