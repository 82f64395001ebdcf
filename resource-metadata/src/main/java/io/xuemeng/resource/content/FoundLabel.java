package io.xuemeng.resource.content;

import io.xuemeng.resource.metadata.AigcLabel;

/**
 * A label for AI-generated content that a file carries.
 *
 * @param path the file within the package
 * @param carrier where in the file it stands
 * @param label the label as it stands there, right or wrong
 */
public record FoundLabel(String path, LabelCarrier carrier, AigcLabel label) {}
