package io.xuemeng.resource.content;

/**
 * A label's text as it stands in a file, not yet read as JSON.
 *
 * @param carrier where it stands
 * @param text what stands there
 */
record EmbeddedLabel(LabelCarrier carrier, String text) {}
