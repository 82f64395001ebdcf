/**
 * What statements must be: the requirements of the family REC, with their sources in both versions of xAPI and their texts in
 * Chinese and English.
 */
@NullMarked
package io.xuemeng.lrs.statement.requirement;

import org.jspecify.annotations.NullMarked;
