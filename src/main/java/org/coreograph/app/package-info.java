/**
 * The launcher, and how everything is put together.
 *
 * <p>Contract: the only room that knows all others, and the only one that knows Guice. What is built here is handed to
 * constructors; nothing asks for it later.
 */
@NullMarked
package org.coreograph.app;

import org.jspecify.annotations.NullMarked;
