/**
 * The codes of Chinese education data, and the dates, language tags and IRIs around them: value types that check, static
 * predicates, and Jakarta Validation constraints over the same predicates. This package refers to no other.
 */
@NullMarked
package io.xuemeng.core.code;

import org.jspecify.annotations.NullMarked;
