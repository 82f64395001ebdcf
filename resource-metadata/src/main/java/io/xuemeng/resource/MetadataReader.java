package io.xuemeng.resource;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.resource.document.MetadataDocument;
import io.xuemeng.resource.json.MetadataJsonReader;
import io.xuemeng.resource.national.NationalPlatformJson;
import io.xuemeng.resource.xml.LomXmlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads metadata records in whatever form they are written; the form is told by the first characters. Damaged records are
 * read as far as possible and what is wrong is reported. Thread-safe: there is no state.
 */
public final class MetadataReader {

    private MetadataReader() {}

    /**
     * Reads a file, with the usual limits.
     *
     * @throws IOException when the file cannot be opened or read; what is wrong with its content is a finding
     */
    public static MetadataReading read(Path file) throws IOException {
        FindingCollector findings = new FindingCollector();
        MetadataDocument document = read(bytes(file, Limits.defaults()), null, Limits.defaults(), findings);
        return new MetadataReading(Optional.ofNullable(document), findings.findings());
    }

    /**
     * Reads a record. Of a file of the national platform that holds several documents it is the first.
     *
     * @param document the document's bytes; not copied, so not to be changed while the result is in use
     * @param entry the file's path within its package, for findings; null when the input is this document
     * @param limits what the document may have at most
     * @param findings takes what is wrong with the form
     * @return the record as far as it could be read; null when there is none, which was reported as FATAL
     */
    public static @Nullable MetadataDocument read(
            byte[] document, @Nullable String entry, Limits limits, FindingSink findings) {
        List<MetadataDocument> records = readAll(document, entry, limits, findings);
        return records.isEmpty() ? null : records.get(0);
    }

    /**
     * Reads every record of a document: the national platform's files may hold an array of them, the other forms hold one.
     *
     * @param document the document's bytes; not copied, so not to be changed while the result is in use
     * @param entry the file's path within its package, for findings; null when the input is this document
     * @param limits what the document may have at most
     * @param findings takes what is wrong with the form
     * @return the records as far as they could be read, in their order; empty when there is none
     */
    public static List<MetadataDocument> readAll(
            byte[] document, @Nullable String entry, Limits limits, FindingSink findings) {
        if (!isJson(document, entry)) {
            MetadataDocument record = LomXmlReader.read(document, entry, limits, findings);
            return record == null ? List.of() : List.of(record);
        }
        if (NationalPlatformJson.isLikely(document)) {
            return NationalPlatformJson.read(document, entry, limits, findings);
        }
        MetadataDocument record = MetadataJsonReader.read(document, entry, limits, findings);
        return record == null ? List.of() : List.of(record);
    }

    /**
     * Whether the first character that is no white space opens a JSON object or array; in UTF-16 it is beside a zero. A file
     * that is named as JSON is told as JSON, unless it opens a tag.
     */
    private static boolean isJson(byte[] document, @Nullable String entry) {
        boolean named = entry != null && entry.toLowerCase(Locale.ROOT).endsWith(".json");
        int at = markLength(document);
        while (at < document.length && (document[at] == 0 || " \t\r\n".indexOf(document[at]) >= 0)) {
            at++;
        }
        if (at == document.length) {
            return named;
        }
        return document[at] == '{' || document[at] == '[' || (named && document[at] != '<');
    }

    /** The length of a byte order mark: of UTF-8, or of UTF-16, which JSON must not have and its reader refuses by name. */
    private static int markLength(byte[] document) {
        int first = document.length < 2 ? 0 : (document[0] & 0xFF) << 8 | (document[1] & 0xFF);
        if (first == 0xFEFF || first == 0xFFFE) {
            return 2;
        }
        return first == 0xEFBB && document.length > 2 && document[2] == (byte) 0xBF ? 3 : 0;
    }

    /** The bytes of a file, or one more than a document may have of a longer one, so that its reader refuses it. */
    static byte[] bytes(Path file, Limits limits) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(limits.documentBytes() + 1);
        }
    }
}
