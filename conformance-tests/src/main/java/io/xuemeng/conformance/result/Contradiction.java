package io.xuemeng.conformance.result;

import io.xuemeng.conformance.text.Bilingual;

/**
 * A feature that a platform does not declare and that it showed when it was probed. Immutable.
 *
 * @param feature the feature
 * @param observed what was seen
 */
public record Contradiction(String feature, Bilingual observed) {}
