package io.xuemeng.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;

/** The one place where a JSON generator is configured. Never changed after, so it is shared between threads. */
final class StrictFactory {

    static final JsonFactory FACTORY = create();

    private StrictFactory() {}

    private static JsonFactory create() {
        JsonFactoryBuilder builder = new JsonFactoryBuilder()
                // What was read is bounded already, and must be written as it is.
                .streamWriteConstraints(StreamWriteConstraints.builder()
                        .maxNestingDepth(Integer.MAX_VALUE)
                        .build())
                .recyclerPool(JsonRecyclerPools.threadLocalPool());
        writeAllOfUnicode(builder);
        return builder.build();
    }

    /** Characters outside the BMP are written as themselves; Jackson before 2.18 lacks the feature and writes escapes. */
    private static void writeAllOfUnicode(JsonFactoryBuilder builder) {
        for (JsonWriteFeature feature : JsonWriteFeature.values()) {
            if (feature.name().equals("COMBINE_UNICODE_SURROGATES_IN_UTF8")) {
                builder.enable(feature);
            }
        }
    }
}
