/**
 * Learner records (xAPI 1.0.3 and 2.0). Nothing is here yet: statements, validation, client and engine come with a later
 * release.
 */
@NullMarked
package io.xuemeng.lrs;

import org.jspecify.annotations.NullMarked;
