/**
 * A second model of the scheduling rules, to hold the engine against. It is written from the rules alone, reads them
 * literally, and shares no code with the engine or its policies: no threads, no event queue, no levels or heaps. What it
 * lacks in speed it makes up for by being short enough to be checked against the rules line by line.
 *
 * <p>It doesn't model: channels and joins, the lottery's draws, jitter, random interleaving, and costs other than of
 * switches and migrations.
 */
package org.coreograph.testkit.oracle;
