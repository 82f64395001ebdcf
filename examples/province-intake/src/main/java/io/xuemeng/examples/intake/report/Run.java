package io.xuemeng.examples.intake.report;

import io.xuemeng.core.requirement.ProfileReference;
import java.time.Instant;
import java.util.Locale;

/**
 * What is known of a run before its first input.
 *
 * @param started when it began
 * @param profile the profile every input is held against
 * @param sdkVersion the version of the library
 * @param catalogueVersion the version of the requirements
 * @param locale the language of messages
 */
public record Run(
        Instant started, ProfileReference profile, String sdkVersion, String catalogueVersion, Locale locale) {}
