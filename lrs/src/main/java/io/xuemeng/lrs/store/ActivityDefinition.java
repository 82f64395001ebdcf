package io.xuemeng.lrs.store;

import io.xuemeng.core.json.RawJson;
import java.util.UUID;

/**
 * What a statement says about an activity.
 *
 * @param activity the activity's key
 * @param definition its definition, a JSON object
 */
public record ActivityDefinition(UUID activity, RawJson definition) {}
