/** What a run leaves behind: one outcome per input, written as it happens to a terminal, to JSON lines, and to a page. */
@NullMarked
package io.xuemeng.examples.intake.report;

import org.jspecify.annotations.NullMarked;
