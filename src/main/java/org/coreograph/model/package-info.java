/**
 * The words the whole program shares: settings, outcomes, kinds of waiting, and the sink that events are written to.
 *
 * <p>Contract: immutable records, enums and interfaces only; imports no other room. All times are whole nanoseconds
 * since the run began and say so in their names. Anything a person typed that can't be used is reported as a
 * {@link org.coreograph.model.BadInputException}, whose message names the value and what is allowed.
 */
@NullMarked
package org.coreograph.model;

import org.jspecify.annotations.NullMarked;
