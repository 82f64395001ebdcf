package io.xuemeng.resource.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The JSON Schema (2020-12) of the JSON form, for those who read or write it without this library. It says how a record is
 * put together, not which values are right: that is a profile's business. Names that it does not know are allowed.
 */
public final class MetadataJsonSchema {

    /** The schema's {@code $id}, which a record may name in its property {@code $schema}. */
    public static final String ID = "urn:x-xuemeng:metadata:1.0:schema";

    private static final String FILE = "metadata.schema.json";

    private MetadataJsonSchema() {}

    /** The schema as JSON text; the same on every call. */
    public static String text() {
        try (InputStream in = MetadataJsonSchema.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the file " + FILE + " is missing from its artifact");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + FILE + " could not be read from its artifact", e);
        }
    }
}
