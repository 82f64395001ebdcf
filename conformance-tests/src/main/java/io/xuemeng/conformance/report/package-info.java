/** The canonical result as a file, and the reports that are made of it: JUnit XML, a page, EARL. */
@NullMarked
package io.xuemeng.conformance.report;

import org.jspecify.annotations.NullMarked;
