package io.xuemeng.resource.national;

import java.util.Set;

/** The property names of the national platform's documents that a record has a place for. */
final class PlatformProperty {

    static final String ID = "id";
    static final String TITLE = "title";
    static final String GLOBAL_TITLE = "global_title";
    static final String DESCRIPTION = "description";
    static final String GLOBAL_DESCRIPTION = "global_description";
    static final String GLOBAL_KEYWORDS = "global_keywords";
    static final String LANGUAGE = "language";
    static final String STATUS = "status";
    static final String TYPE = "resource_type_code";
    static final String TYPE_NAME = "resource_type_code_name";
    static final String CREATE_TIME = "create_time";
    static final String UPDATE_TIME = "update_time";
    static final String ONLINE_TIME = "online_time";
    static final String PROVIDERS = "provider_list";
    static final String PROVIDER_NAME = "name";
    static final String PROVIDER_TYPE = "type";
    static final String TAGS = "tag_list";
    static final String TAG_DIMENSION = "tag_dimension_id";
    static final String TAG_ID = "tag_id";
    static final String TAG_NAME = "tag_name";
    static final String CUSTOM = "custom_properties";
    static final String SIZE = "size";
    static final String FORMAT = "format";

    private static final Set<String> TELLING =
            Set.of(GLOBAL_TITLE, GLOBAL_DESCRIPTION, TYPE, TAGS, CUSTOM, PROVIDERS, CREATE_TIME, ONLINE_TIME);

    private PlatformProperty() {}

    /** Whether an object with a property of this name is most likely one of the platform's documents. */
    static boolean isTelling(String name) {
        return TELLING.contains(name);
    }
}
