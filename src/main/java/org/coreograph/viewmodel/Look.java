package org.coreograph.viewmodel;

/**
 * How the window looks.
 *
 * @param presentation the picture, the slider and one sentence, large; light whatever the theme
 */
public record Look(boolean dark, boolean presentation) {}
