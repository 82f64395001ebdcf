/**
 * A learning record store that runs: the engine of {@code xuemeng-lrs} on Javalin. The adapter is one class; the rest is what an
 * operator needs: clients, stores, metrics, logs, a command line.
 */
@NullMarked
package io.xuemeng.examples.platform;

import org.jspecify.annotations.NullMarked;
