package io.xuemeng.resource.json;

import io.xuemeng.core.json.JsonWriter;
import io.xuemeng.resource.metadata.Extension;
import io.xuemeng.resource.metadata.ResourceMetadata;
import java.io.OutputStream;

/**
 * Writes records in this library's JSON form, UTF-8. The same record gives the same bytes. Extensions that came from JSON
 * stand where they were, as far as that place exists in the record; all others, those from XML among them, stand in the
 * property {@code extensions}. So reading what was written gives the same record; only among its {@linkplain Extension
 * extensions} those in place come first. Stateless and thread-safe.
 */
public final class MetadataJsonWriter {

    private MetadataJsonWriter() {}

    /** The record without white space. */
    public static byte[] compact(ResourceMetadata metadata) {
        return JsonWriter.compact(out -> new RecordWriter(out, metadata).write());
    }

    /** The record for people to read: indented, with a line feed at its end. */
    public static byte[] pretty(ResourceMetadata metadata) {
        return JsonWriter.pretty(out -> new RecordWriter(out, metadata).write());
    }

    /**
     * Writes the record without white space to a stream, which is flushed and stays open.
     *
     * @throws java.io.UncheckedIOException when the stream fails
     */
    public static void write(ResourceMetadata metadata, OutputStream stream) {
        try (JsonWriter out = JsonWriter.open(stream, JsonWriter.Layout.COMPACT)) {
            new RecordWriter(out, metadata).write();
        }
    }
}
