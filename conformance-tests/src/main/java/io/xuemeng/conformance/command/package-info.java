/** Platforms that are plugged in as a command line: processes with limits, and the JSON they are asked and answer in. */
@NullMarked
package io.xuemeng.conformance.command;

import org.jspecify.annotations.NullMarked;
