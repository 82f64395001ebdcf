package io.xuemeng.resource.json;

import io.xuemeng.core.json.JsonEvent;

/** The properties of a record in the JSON form that are no elements of the model. */
final class RootProperty {

    /** The address of the schema. */
    static final String SCHEMA = "$schema";

    /** The profile the record is meant to follow. */
    static final String PROFILE = "profile";

    /** What has no place of its own. */
    static final String EXTENSIONS = "extensions";

    private RootProperty() {}

    /** Whether a name is one of them. */
    static boolean isKnown(String name) {
        return name.equals(SCHEMA) || name.equals(PROFILE) || name.equals(EXTENSIONS);
    }

    /** How a property's value begins. */
    static JsonEvent type(String name) {
        return name.equals(EXTENSIONS) ? JsonEvent.START_ARRAY : JsonEvent.STRING;
    }
}
