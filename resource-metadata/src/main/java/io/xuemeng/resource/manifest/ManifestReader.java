package io.xuemeng.resource.manifest;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.xml.UnreadableXmlException;
import io.xuemeng.core.xml.XmlReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads manifests: IMS Content Packaging 1.0 to 1.2 (GB/T 29809), SCORM 1.2 and 2004, Common Cartridge 1.0 to 1.3, and this
 * project's own form, which is IMS Content Packaging 1.1.4 with a metadata record in {@code manifest/metadata}, or beside the
 * manifest in a file that {@code adlcp:location} or {@code location} in the namespace {@code urn:x-xuemeng:metadata:1.0} names.
 *
 * <p>Every element is read or kept, whatever is wrong with it; what is wrong is reported ({@link ManifestRequirement}, and the
 * families of XML and metadata form). Stateless and thread-safe.
 */
public final class ManifestReader {

    private ManifestReader() {}

    /**
     * Reads a manifest.
     *
     * @param document the bytes of the file; at most {@link Limits#documentBytes()} of them are read
     * @param entry its path within its package, for findings; null when the input is this file
     * @param limits what it may have at most
     * @param findings takes what is wrong with it
     * @return the manifest; null when the document holds none, or not even its root element can be read
     */
    public static @Nullable ManifestDocument read(
            byte[] document, @Nullable String entry, Limits limits, FindingSink findings) {
        try (XmlReader xml = XmlReader.open(document, entry, limits, findings)) {
            if (!xml.nextChild()) {
                return null;
            }
            if (!xml.getLocalName().equals("manifest")) {
                findings.report(Finding.of(ManifestRequirement.MANIFEST_ROOT)
                        .with("element", xml.getLocalName())
                        .at(xml.location())
                        .build());
                return null;
            }
            return new ManifestElements(xml, document).readDocument();
        } catch (UnreadableXmlException e) {
            // Already reported by the reader.
            return null;
        }
    }
}
