/**
 * Learner records (学习记录): the xAPI Statement and its parts as immutable records, how they are built and written, and when
 * two of them say the same. xAPI 1.0.3 and xAPI 2.0 (IEEE 9274.1.1-2023).
 */
@NullMarked
package io.xuemeng.lrs.statement;

import org.jspecify.annotations.NullMarked;
