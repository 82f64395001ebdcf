/**
 * A platform that runs: a learning record store, {@code xuemeng-lrs} on Javalin, and the sign-in of people across platforms with {@code
 * xuemeng-identity}. What lies here is what an operator needs: a command line, clients, stores, metrics, logs. Begin to read at {@link
 * io.xuemeng.examples.platform.PlatformServer}; identity is in the packages beside.
 */
@NullMarked
package io.xuemeng.examples.platform;

import org.jspecify.annotations.NullMarked;
