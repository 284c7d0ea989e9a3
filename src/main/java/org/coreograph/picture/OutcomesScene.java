package org.coreograph.picture;

import org.coreograph.analysis.Outcomes;
import org.coreograph.model.RunRequest;

/**
 * All that decides what a chart of outcomes looks like, besides its size and colours.
 *
 * @param title of the program
 * @param request the one with the first seed
 * @param seeds as they were asked for, such as {@code 1..200}
 */
public record OutcomesScene(String title, RunRequest request, String seeds, Outcomes outcomes) {}
