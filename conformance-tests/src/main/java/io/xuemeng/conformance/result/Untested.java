package io.xuemeng.conformance.result;

import io.xuemeng.conformance.text.Bilingual;

/**
 * A requirement that no test of the role is about, and why. Immutable.
 *
 * @param id the requirement
 * @param level MUST, SHOULD or MAY
 * @param source document and clause
 * @param why why it is not tested
 */
public record Untested(String id, String level, String source, Bilingual why) {}
