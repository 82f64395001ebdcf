/** The command line: run, list, explain, init, samples, report. */
@NullMarked
package io.xuemeng.conformance.cli;

import org.jspecify.annotations.NullMarked;
