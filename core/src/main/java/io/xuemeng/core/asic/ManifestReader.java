package io.xuemeng.core.asic;

import io.xuemeng.core.asic.Manifest.Reference;
import io.xuemeng.core.crypto.DigestAlgorithm;
import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.core.requirement.Severity;
import io.xuemeng.core.xml.UnreadableXmlException;
import io.xuemeng.core.xml.XmlReader;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads manifests that nobody vouches for yet. What is not understood, and not marked as an extension, is a fault. */
final class ManifestReader {

    private final String path;
    private final Limits limits;
    private final FindingSink sink;
    private final Map<String, Reference> references = new LinkedHashMap<>();
    private final Set<String> directories = new LinkedHashSet<>();
    private @Nullable String signature;
    private @Nullable String seal;
    private boolean namesItself;
    private boolean faulty;

    ManifestReader(String path, Limits limits, FindingSink sink) {
        this.path = path;
        this.limits = limits;
        this.sink = sink;
    }

    /** The manifest, or null after a finding when it cannot be relied on. */
    @Nullable
    Manifest read(byte[] document) {
        FindingCollector xmlFindings = new FindingCollector();
        try (XmlReader xml = XmlReader.open(document, path, limits, xmlFindings)) {
            read(xml);
        } catch (UnreadableXmlException e) {
            malformed(e.finding().id());
        }
        for (Finding finding : xmlFindings.findings()) {
            if (!faulty && finding.severity().isWorseThan(Severity.WARNING)) {
                malformed(finding.id());
            }
        }
        String named = signature;
        if (named == null || references.isEmpty()) {
            if (!faulty) {
                malformed("SigReference, DataObjectReference");
            }
            return null;
        }
        return faulty ? null : new Manifest(path, named, seal, references, directories, namesItself);
    }

    private void read(XmlReader xml) throws UnreadableXmlException {
        if (!xml.nextChild() || !is(xml, Manifest.NAMESPACE, "ASiCManifest")) {
            malformed("ASiCManifest");
            return;
        }
        while (xml.nextChild()) {
            if (is(xml, Manifest.NAMESPACE, "SigReference") && signature == null) {
                signature = uri(xml);
                xml.skipElement();
            } else if (is(xml, Manifest.NAMESPACE, "DataObjectReference")) {
                reference(xml);
            } else if (is(xml, Manifest.NAMESPACE, "ASiCManifestExtensions")) {
                while (xml.nextChild()) {
                    manifestExtension(xml);
                }
            } else {
                unexpected(xml);
            }
        }
    }

    private void reference(XmlReader xml) throws UnreadableXmlException {
        String entry = uri(xml);
        Map<DigestAlgorithm, byte[]> digests = new EnumMap<>(DigestAlgorithm.class);
        List<String> unaccepted = new ArrayList<>(0);
        Digests found = new Digests(digests, unaccepted);
        while (xml.nextChild()) {
            if (is(xml, Manifest.NAMESPACE, "DataObjectReferenceExtensions")) {
                while (xml.nextChild()) {
                    referenceExtension(xml, found);
                }
            } else if (!found.take(xml)) {
                unexpected(xml);
            }
        }
        if (digests.isEmpty() && unaccepted.isEmpty()) {
            malformed("DigestMethod, DigestValue");
        }
        if (entry != null && references.putIfAbsent(entry, new Reference(digests, unaccepted)) != null) {
            report(Finding.of(SignatureRequirement.REFERENCE_UNIQUE).with("entry", entry));
        }
    }

    /** The pairs of method and value of one reference. */
    private final class Digests {

        private final Map<DigestAlgorithm, byte[]> digests;
        private final List<String> unaccepted;
        private @Nullable String method;

        Digests(Map<DigestAlgorithm, byte[]> digests, List<String> unaccepted) {
            this.digests = digests;
            this.unaccepted = unaccepted;
        }

        boolean take(XmlReader xml) throws UnreadableXmlException {
            if (is(xml, Manifest.DIGEST_NAMESPACE, "DigestMethod") && method == null) {
                String algorithm = xml.getAttributeValue(null, "Algorithm");
                method = algorithm == null ? "" : algorithm;
                xml.skipElement();
                return true;
            }
            String uri = method;
            if (!is(xml, Manifest.DIGEST_NAMESPACE, "DigestValue") || uri == null) {
                return false;
            }
            method = null;
            String text = xml.readText();
            DigestAlgorithm algorithm = Manifest.algorithm(uri);
            if (algorithm == null) {
                unaccepted.add(uri);
                return true;
            }
            byte[] value = decode(text);
            if (value.length != algorithm.lengthBytes() || digests.putIfAbsent(algorithm, value) != null) {
                malformed("DigestValue");
            }
            return true;
        }
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            // No digest has this length.
            return new byte[0];
        }
    }

    private void referenceExtension(XmlReader xml, Digests found) throws UnreadableXmlException {
        if (!isUsable(xml)) {
            return;
        }
        while (xml.nextChild()) {
            if (!found.take(xml)) {
                xml.skipElement();
            }
        }
    }

    private void manifestExtension(XmlReader xml) throws UnreadableXmlException {
        if (!isUsable(xml)) {
            return;
        }
        while (xml.nextChild()) {
            if (is(xml, Manifest.EXTENSION_NAMESPACE, "Manifest")) {
                checkOwnPath(uri(xml));
            } else if (is(xml, Manifest.EXTENSION_NAMESPACE, "Seal") && seal == null) {
                seal = uri(xml);
            } else if (is(xml, Manifest.EXTENSION_NAMESPACE, "Directory")) {
                String directory = uri(xml);
                directories.add(directory + "/");
            } else if (Manifest.EXTENSION_NAMESPACE.equals(xml.getNamespaceURI())) {
                malformed(xml.getLocalName());
            }
            xml.skipElement();
        }
    }

    private void checkOwnPath(@Nullable String stated) {
        namesItself = true;
        if (stated != null && !stated.equals(path)) {
            // What it says can be read all the same.
            sink.report(Finding.of(SignatureRequirement.NOTHING_RENAMED)
                    .at(Location.entry(path))
                    .with("manifest", path)
                    .with("path", stated)
                    .with("now", path)
                    .build());
        }
    }

    /** Whether the element is an extension that may be looked into; any other is passed over. */
    private boolean isUsable(XmlReader xml) throws UnreadableXmlException {
        if (!is(xml, Manifest.NAMESPACE, "Extension")) {
            unexpected(xml);
            return false;
        }
        String critical = xml.getAttributeValue(null, "Critical");
        if ("false".equals(critical) || "0".equals(critical)) {
            return true;
        }
        report(Finding.of(SignatureRequirement.CRITICAL_EXTENSION).with("manifest", path));
        xml.skipElement();
        return false;
    }

    private @Nullable String uri(XmlReader xml) {
        String uri = xml.getAttributeValue(null, "URI");
        String entry = uri == null ? null : EntryUris.decode(uri);
        if (entry == null) {
            report(Finding.of(SignatureRequirement.REFERENCE_LOCAL)
                    .with("manifest", path)
                    .with("uri", uri == null ? "" : uri));
        }
        return entry;
    }

    private static boolean is(XmlReader xml, String namespace, String name) {
        return name.equals(xml.getLocalName()) && namespace.equals(xml.getNamespaceURI());
    }

    private void unexpected(XmlReader xml) throws UnreadableXmlException {
        malformed(xml.getLocalName());
        xml.skipElement();
    }

    private void malformed(String detail) {
        if (!faulty) {
            report(Finding.of(SignatureRequirement.MANIFEST_READABLE)
                    .with("manifest", path)
                    .with("detail", detail));
        }
    }

    private void report(Finding.Builder finding) {
        faulty = true;
        sink.report(finding.at(Location.entry(path)).build());
    }
}
