/**
 * The language every module speaks: a requirement is one checkable sentence of a standard, a finding is one place where an
 * input breaks it, a report is the findings of one input. This package refers to no other.
 */
@NullMarked
package io.xuemeng.core.requirement;

import org.jspecify.annotations.NullMarked;
