/** Platforms that are plugged in over HTTP: what they are asked and answer, and the client that asks with limits and names every failure. */
@NullMarked
package io.xuemeng.conformance.http;

import org.jspecify.annotations.NullMarked;
