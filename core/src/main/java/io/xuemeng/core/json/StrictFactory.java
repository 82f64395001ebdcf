package io.xuemeng.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;

/**
 * The one place where a JSON parser is made. Configured once and never changed after, so it is shared between threads, and with
 * it the table of names: a name that was seen before is the same String again.
 */
final class StrictFactory {

    static final JsonFactory FACTORY = create();

    private StrictFactory() {}

    private static JsonFactory create() {
        JsonFactoryBuilder builder = new JsonFactoryBuilder()
                // JsonReader itself holds its caller's limits; these only must not be in their way. All that the parser
                // keeps is bounded by the document, which is in memory already.
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(Integer.MAX_VALUE)
                        .maxNumberLength(Integer.MAX_VALUE)
                        .maxStringLength(Integer.MAX_VALUE)
                        .maxNameLength(Integer.MAX_VALUE)
                        .build())
                .streamWriteConstraints(StreamWriteConstraints.builder()
                        .maxNestingDepth(Integer.MAX_VALUE)
                        .build())
                // Findings never quote a document's text by accident, and names of a stranger stay out of the JVM's
                // table.
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                .disable(JsonReadFeature.ALLOW_TRAILING_COMMA)
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

    static JsonParser parser(byte[] document, int from, int length) throws IOException {
        return FACTORY.createParser(document, from, length);
    }
}
