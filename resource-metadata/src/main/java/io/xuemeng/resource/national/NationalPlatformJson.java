package io.xuemeng.resource.national;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.json.JsonEvent;
import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.JsonWriter;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.resource.document.MetadataDocument;
import io.xuemeng.resource.document.MetadataForm;
import io.xuemeng.resource.metadata.Extension;
import io.xuemeng.resource.metadata.ResourceMetadata;
import io.xuemeng.resource.metadata.VocabularyTerm;
import io.xuemeng.resource.requirement.MetadataRequirement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Imports and exports the JSON in which the national platform (国家中小学智慧教育平台) describes its resources: textbooks
 * ({@code teachingmaterials}), files of textbooks ({@code assets_document}), courses ({@code thematic_course}) and whatever
 * else has the same properties.
 *
 * <p>What a record has no place for is kept in one extension named {@link #REMAINDER}, so that exporting an imported record
 * gives an equivalent document: the same properties with the same values, perhaps in another order. A record that was changed
 * in between is exported as it is then. Of a record that was never imported, only what the platform has a property for is
 * exported. No source defines this JSON; the properties are those seen in stored answers of the platform.
 *
 * <table>
 * <caption>What goes where</caption>
 * <tr><th>platform</th><th>record</th></tr>
 * <tr><td>id</td><td>general.identifier with the catalogue {@link #CATALOG}</td></tr>
 * <tr><td>title, global_title; description, global_description; global_keywords; language</td>
 *   <td>general.title, description, keyword, language</td></tr>
 * <tr><td>tag_list: zxxxd, zxxnj, zxxxk, zxxbb, zxxcc</td>
 *   <td>curriculum.stage, grade, subject, edition, volume</td></tr>
 * <tr><td>resource_type_code</td><td>educational.learningResourceType with the source {@link #RESOURCE_TYPE}</td></tr>
 * <tr><td>create_time, update_time</td><td>metaMetadata.contribute, roles {@link #CREATOR} and {@link #UPDATE}</td></tr>
 * <tr><td>online_time, provider_list</td><td>lifeCycle.contribute, roles {@link #PUBLISHER} and {@link #PROVIDER}</td></tr>
 * <tr><td>status</td><td>lifeCycle.status with the source {@link #CATALOG}</td></tr>
 * <tr><td>custom_properties.size, format</td><td>technical.size, format</td></tr>
 * </table>
 *
 * <p>Stateless and thread-safe.
 */
public final class NationalPlatformJson {

    /** The catalogue of identifiers and the source of terms that are the platform's own. */
    public static final String CATALOG = "basic.smartedu.cn";
    /** The source of the platform's types of resource. */
    public static final String RESOURCE_TYPE = "basic.smartedu.cn resource_type_code";
    /** The name of the extension that keeps what a record has no place for. */
    public static final String REMAINDER = "urn:x-xuemeng:national-platform:1.0:remainder";
    /** The role of who created the platform's record. */
    public static final VocabularyTerm CREATOR = VocabularyTerm.lom("creator");
    /** The role of who last changed the platform's record. */
    public static final VocabularyTerm UPDATE = VocabularyTerm.of(CATALOG, "update");
    /** The role of who put the resource online. */
    public static final VocabularyTerm PUBLISHER = VocabularyTerm.lom("publisher");
    /** The role of who provided the resource. */
    public static final VocabularyTerm PROVIDER = VocabularyTerm.lom("content provider");

    private NationalPlatformJson() {}

    /**
     * Imports the platform's documents.
     *
     * @param document one document, or an array of them; UTF-8
     * @param entry the file's path within its package, for findings; null when the input is this document
     * @param limits what the document may have at most
     * @param findings takes what is found (META-050 to META-059)
     * @return a record for each document, in their order; empty when there are none, or none could be read
     */
    public static List<MetadataDocument> read(
            byte[] document, @Nullable String entry, Limits limits, FindingSink findings) {
        List<MetadataDocument> records = new ArrayList<>();
        try (JsonReader json = JsonReader.open(document, entry, limits, findings)) {
            JsonEvent event = json.next();
            if (event == JsonEvent.START_OBJECT) {
                records.add(imported(NodeReader.read(json), entry, findings, ""));
            } else if (event == JsonEvent.START_ARRAY) {
                readItems(json, records);
            } else {
                findings.report(Finding.of(MetadataRequirement.NATIONAL_NOT_DOCUMENTS)
                        .with("found", event.typeName())
                        .at(json.location())
                        .build());
                return records;
            }
            json.next();
        } catch (UnreadableJsonException e) {
            // It has been reported; the documents before the fault count.
        }
        return records;
    }

    private static void readItems(JsonReader json, List<MetadataDocument> records) throws UnreadableJsonException {
        for (int position = 0; json.nextElement(); position++) {
            if (json.event() == JsonEvent.START_OBJECT) {
                records.add(imported(NodeReader.read(json), json.entry(), json.findings(), "/" + position));
            } else {
                json.findings()
                        .report(Finding.of(MetadataRequirement.NATIONAL_NOT_DOCUMENT)
                                .with("position", position)
                                .with("found", json.event().typeName())
                                .at(json.location())
                                .build());
                json.skipValue();
            }
        }
    }

    private static MetadataDocument imported(
            Node document, @Nullable String entry, FindingSink findings, String pointer) {
        PlatformDocumentReader reader = new PlatformDocumentReader(entry, findings, pointer);
        ResourceMetadata record = reader.read(document);
        Remainder remainder = Remainder.of(document, PlatformDocumentWriter.write(record));
        if (!remainder.isEmpty()) {
            record = record.toBuilder()
                    .extension(new Extension(
                            "", REMAINDER, Extension.JSON, remainder.toNode().toJson()))
                    .build();
        }
        return new MetadataDocument(record, MetadataForm.NATIONAL_PLATFORM_JSON, reader.positions(), true);
    }

    /** Exports a record as one document of the platform, for people to read: indented, with a line feed at its end. */
    public static byte[] write(ResourceMetadata metadata) {
        return JsonWriter.pretty(exported(metadata)::writeTo);
    }

    /** Exports records as an array of the platform's documents, for people to read. */
    public static byte[] writeAll(Collection<ResourceMetadata> records) {
        return JsonWriter.pretty(out -> {
            out.startArray();
            records.forEach(record -> exported(record).writeTo(out));
            out.endArray();
        });
    }

    private static Node exported(ResourceMetadata metadata) {
        Node written = PlatformDocumentWriter.write(metadata);
        for (Extension extension : metadata.extensions()) {
            if (extension.name().equals(REMAINDER) && extension.mediaType().equals(Extension.JSON)) {
                Node content = NodeReader.parse(extension.content());
                return content == null ? written : Remainder.fromNode(content).applyTo(written);
            }
        }
        return written;
    }

    /**
     * Whether a JSON document looks like one of the platform's rather than a record in this library's JSON form: an array of
     * objects, or an object with properties that only the platform has.
     */
    public static boolean isLikely(byte[] document) {
        try (JsonReader json = JsonReader.open(document, null, Limits.defaults(), finding -> {})) {
            JsonEvent event = json.next();
            if (event == JsonEvent.START_ARRAY) {
                event = json.next();
            }
            if (event != JsonEvent.START_OBJECT) {
                return false;
            }
            while (json.nextMember()) {
                if (PlatformProperty.isTelling(json.name())) {
                    return true;
                }
            }
            return false;
        } catch (UnreadableJsonException e) {
            // Whoever reads it will say why it cannot be read.
            return false;
        }
    }
}
