package io.xuemeng.core.asic;

import io.xuemeng.core.crypto.DigestAlgorithm;
import io.xuemeng.core.xml.XmlWriter;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Writes manifests: SHA-256 where every reader looks for a digest, SM3 beside it in an extension that nobody must understand. */
final class ManifestWriter {

    private static final Base64.Encoder BASE64 = Base64.getEncoder();
    private static final String ASIC = "asic";
    private static final String DS = "ds";
    private static final String XM = "xm";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(8192);
    private final XmlWriter xml;

    private ManifestWriter() throws XMLStreamException {
        this.xml = XmlWriter.open(out, XmlWriter.Layout.PRETTY);
    }

    /**
     * A manifest.
     *
     * @param path where it will stand, which nothing else says that is signed
     * @param digests by path, in the order in which they are to stand
     */
    static byte[] write(
            String path,
            String signature,
            @Nullable String seal,
            Map<String, Map<DigestAlgorithm, byte[]>> digests,
            List<String> emptyDirectories) {
        try {
            ManifestWriter writer = new ManifestWriter();
            writer.document(path, signature, seal, digests, emptyDirectories);
            return writer.out.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory does no input or output", e);
        }
    }

    private void document(
            String path,
            String signature,
            @Nullable String seal,
            Map<String, Map<DigestAlgorithm, byte[]>> digests,
            List<String> emptyDirectories)
            throws XMLStreamException {
        xml.writeStartDocument();
        start("ASiCManifest");
        xml.writeNamespace(ASIC, Manifest.NAMESPACE);
        xml.writeNamespace(DS, Manifest.DIGEST_NAMESPACE);
        xml.writeEmptyElement(ASIC, "SigReference", Manifest.NAMESPACE);
        xml.writeAttribute("URI", EntryUris.encode(signature));
        xml.writeAttribute("MimeType", MediaTypes.SIGNATURE);
        for (Map.Entry<String, Map<DigestAlgorithm, byte[]>> file : digests.entrySet()) {
            reference(file.getKey(), file.getValue());
        }
        extension(path, seal, emptyDirectories);
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
    }

    private void reference(String path, Map<DigestAlgorithm, byte[]> digests) throws XMLStreamException {
        start("DataObjectReference");
        xml.writeAttribute("URI", EntryUris.encode(path));
        xml.writeAttribute("MimeType", MediaTypes.of(path));
        digest(DigestAlgorithm.SHA_256, digests);
        start("DataObjectReferenceExtensions");
        start("Extension");
        xml.writeAttribute("Critical", "false");
        digest(DigestAlgorithm.SM3, digests);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void digest(DigestAlgorithm algorithm, Map<DigestAlgorithm, byte[]> digests) throws XMLStreamException {
        xml.writeEmptyElement(DS, "DigestMethod", Manifest.DIGEST_NAMESPACE);
        xml.writeAttribute("Algorithm", Manifest.uri(algorithm));
        xml.writeStartElement(DS, "DigestValue", Manifest.DIGEST_NAMESPACE);
        byte[] value = digests.get(algorithm);
        if (value == null) {
            throw new IllegalArgumentException("a digest by " + algorithm + " is missing");
        }
        xml.writeCharacters(BASE64.encodeToString(value));
        xml.writeEndElement();
    }

    private void extension(String path, @Nullable String seal, List<String> emptyDirectories)
            throws XMLStreamException {
        start("ASiCManifestExtensions");
        start("Extension");
        xml.writeAttribute("Critical", "false");
        xml.writeNamespace(XM, Manifest.EXTENSION_NAMESPACE);
        own("Manifest", path);
        if (seal != null) {
            own("Seal", seal);
        }
        for (String directory : emptyDirectories) {
            own("Directory", directory.substring(0, directory.length() - 1));
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void own(String name, String path) throws XMLStreamException {
        xml.writeEmptyElement(XM, name, Manifest.EXTENSION_NAMESPACE);
        xml.writeAttribute("URI", EntryUris.encode(path));
    }

    private void start(String name) throws XMLStreamException {
        xml.writeStartElement(ASIC, name, Manifest.NAMESPACE);
    }
}
