package io.xuemeng.resource.json;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.json.JsonEvent;
import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.resource.document.MetadataDocument;
import io.xuemeng.resource.document.MetadataForm;
import io.xuemeng.resource.metadata.ResourceMetadata;
import io.xuemeng.resource.requirement.MetadataRequirement;
import org.jspecify.annotations.Nullable;

/**
 * Reads records in this library's JSON form from the token stream, in one pass. What it does not know it keeps as
 * extensions; what is written in another way than the form has it is read all the same where its meaning is clear. Both are
 * reported ({@link MetadataRequirement}, META-040 to META-049); reading stops at {@link Limits#recordElements()}; whether the values are right, validation says. Stateless and
 * thread-safe.
 */
public final class MetadataJsonReader {

    private MetadataJsonReader() {}

    /**
     * Reads one record.
     *
     * @param document the document's bytes, UTF-8; not to be changed while the result is in use
     * @param entry the file's path within its package, for findings; null when the input is this document
     * @param limits what the document may have at most
     * @param findings takes what is found
     * @return what could be read of the record; null when the document is no JSON object
     */
    public static @Nullable MetadataDocument read(
            byte[] document, @Nullable String entry, Limits limits, FindingSink findings) {
        try (JsonReader json = JsonReader.open(document, entry, limits, findings)) {
            JsonEvent event = json.next();
            if (event != JsonEvent.START_OBJECT) {
                findings.report(Finding.of(MetadataRequirement.JSON_NOT_RECORD)
                        .with("found", event.typeName())
                        .at(json.location())
                        .build());
                return null;
            }
            RecordReader reader = new RecordReader(json, document);
            ResourceMetadata record = reader.record();
            return new MetadataDocument(record, MetadataForm.JSON, reader.positions(), reader.isComplete());
        } catch (UnreadableJsonException e) {
            // The reader has reported why not even the beginning can be read.
            return null;
        }
    }
}
