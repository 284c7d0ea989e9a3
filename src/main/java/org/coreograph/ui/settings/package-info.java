/**
 * The settings that have no place of their own in the window.
 *
 * <p>Contract: as {@link org.coreograph.ui}. A row shows one setting and changes it through the workbench; what can't be
 * used is said below it and changes nothing.
 */
@NullMarked
package org.coreograph.ui.settings;

import org.jspecify.annotations.NullMarked;
