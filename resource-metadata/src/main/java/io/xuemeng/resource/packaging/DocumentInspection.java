package io.xuemeng.resource.packaging;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.xml.UnreadableXmlException;
import io.xuemeng.core.xml.XmlReader;
import io.xuemeng.resource.document.MetadataDocument;
import io.xuemeng.resource.json.MetadataJsonReader;
import io.xuemeng.resource.manifest.ManifestDocument;
import io.xuemeng.resource.manifest.ManifestReader;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Judges a manifest or a metadata record that is not in a package. */
final class DocumentInspection {

    private final Limits limits;
    private final ReportSink findings;
    private final Records records;
    private @Nullable ManifestDocument manifest;

    DocumentInspection(Limits limits, ReportSink findings, Records records) {
        this.limits = limits;
        this.findings = findings;
        this.records = records;
    }

    /** The manifest; null when the input is none. */
    @Nullable
    ManifestDocument manifest() {
        return manifest;
    }

    /** What the document is, for reports; null when it cannot be read. */
    @Nullable
    String format() {
        if (manifest != null) {
            return manifest.manifest().format().label();
        }
        MetadataDocument record = records.main();
        return record == null ? null : record.form().label();
    }

    /** Whether an input is read as a document: by the name's ending, or by the content when the name has none. */
    static boolean isDocument(byte[] head, String name) {
        if (head.length >= 2 && head[0] == 'P' && head[1] == 'K') {
            return false;
        }
        String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        int dot = file.lastIndexOf('.');
        if (dot >= 0) {
            String extension = file.substring(dot + 1);
            return extension.equalsIgnoreCase("xml") || extension.equalsIgnoreCase("json");
        }
        for (byte octet : head) {
            int c = octet & 0xFF;
            if (c == '<' || c == '{' || c == '[') {
                return true;
            }
            // Byte order marks, the zeros of UTF-16, and white space.
            if (c != 0xEF && c != 0xBB && c != 0xBF && c != 0xFE && c != 0xFF && c > ' ') {
                return false;
            }
        }
        return false;
    }

    /**
     * Judges the document.
     *
     * @param name decides what an empty document was meant to be
     */
    void run(byte[] document, String name) {
        if (document.length == 0 && name.toLowerCase(Locale.ROOT).endsWith(".json")) {
            MetadataJsonReader.read(document, null, limits, findings);
        } else if (!isManifest(document)) {
            records.readAll(document);
            records.judge(null);
        } else {
            runManifest(document);
        }
    }

    private void runManifest(byte[] document) {
        ManifestDocument read = ManifestReader.read(document, null, limits, findings);
        manifest = read;
        if (read != null) {
            read.check(findings);
            read.packageRecords().forEach(records::addOfPackage);
            read.partRecords().forEach(records::addOfPart);
            records.judge(null);
        }
    }

    private boolean isManifest(byte[] document) {
        try (XmlReader xml = XmlReader.open(document, null, limits, finding -> {})) {
            return xml.nextChild() && xml.getLocalName().equals("manifest");
        } catch (UnreadableXmlException e) {
            // Whoever reads it next reports why.
            return false;
        }
    }
}
