/**
 * The program without a window: {@code list}, {@code run}, {@code sweep} and {@code render}.
 *
 * <p>Contract: {@link org.coreograph.cli.CommandLineInterface} is the only door. Standard output holds what was asked
 * for and nothing else; what went wrong is one line on standard error, which names what was given and what is allowed.
 * A file is checked before a run, written beside its place and then moved there, so that it is either the old one or
 * whole; no folder is ever created. The exit status is one of {@link org.coreograph.cli.ExitStatus}.
 */
@NullMarked
package org.coreograph.cli;

import org.jspecify.annotations.NullMarked;
