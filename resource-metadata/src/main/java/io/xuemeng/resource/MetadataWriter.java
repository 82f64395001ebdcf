package io.xuemeng.resource;

import io.xuemeng.resource.json.MetadataJsonWriter;
import io.xuemeng.resource.metadata.ResourceMetadata;
import io.xuemeng.resource.national.NationalPlatformJson;
import io.xuemeng.resource.xml.LomXmlWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes metadata records in the forms that others read. Thread-safe: there is no state. */
public final class MetadataWriter {

    private MetadataWriter() {}

    /**
     * The record as XML in the LOM's namespace, indented, in UTF-8; what the LOM lacks is in a namespace of this library.
     *
     * @throws IllegalArgumentException when a text has a character that XML 1.0 cannot hold; the message names its place
     */
    public static byte[] toXml(ResourceMetadata metadata) {
        return LomXmlWriter.write(metadata);
    }

    /** The record in this library's JSON form, indented, in UTF-8. */
    public static byte[] toJson(ResourceMetadata metadata) {
        return MetadataJsonWriter.pretty(metadata);
    }

    /** The record as a document of the national platform, indented, in UTF-8. */
    public static byte[] toNationalPlatformJson(ResourceMetadata metadata) {
        return NationalPlatformJson.write(metadata);
    }

    /**
     * Writes a file: XML when its name ends in {@code .xml}, this library's JSON form when it ends in {@code .json}. An
     * existing file is replaced.
     *
     * @return the file
     * @throws IllegalArgumentException when its name ends in neither, or XML cannot hold a text
     * @throws IOException when it cannot be written
     */
    public static Path write(ResourceMetadata metadata, Path file) throws IOException {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".xml")) {
            return Files.write(file, toXml(metadata));
        }
        if (name.endsWith(".json")) {
            return Files.write(file, toJson(metadata));
        }
        throw new IllegalArgumentException(
                "the form is told by the name: .xml or .json, but this is " + file.getFileName());
    }
}
