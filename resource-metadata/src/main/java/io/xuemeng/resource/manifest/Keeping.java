package io.xuemeng.resource.manifest;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.xml.RawXml;
import io.xuemeng.core.xml.UnreadableXmlException;
import io.xuemeng.core.xml.XmlReader;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What of a document is kept in memory, and how much of it may be. For one document. */
final class Keeping {

    /** A record takes far more memory than the few bytes it can be written with. */
    private static final int RECORD_WEIGHT = 16;

    /** Kept elements declare their namespaces each, so that they can be larger than the document. */
    private static final int SPARE_CHARACTERS = 64 << 10;

    private final XmlReader xml;
    private final int maxElements;
    private final Map<String, String> names = new HashMap<>();
    private int elements;
    private long characters;
    private boolean reported;

    Keeping(XmlReader xml, int documentBytes) {
        this.xml = xml;
        this.maxElements = (int) Math.min(2L * xml.limits().archiveEntries(), Integer.MAX_VALUE);
        this.characters = 2L * documentBytes + SPARE_CHARACTERS;
    }

    /** Whether one more item, resource, file or dependency may be kept; reports the first time it may not. */
    boolean element() {
        return weigh(1);
    }

    /** Whether one more metadata record may be kept. */
    boolean record() {
        return weigh(RECORD_WEIGHT);
    }

    private boolean weigh(int weight) {
        if (elements > maxElements - weight) {
            exceeded();
            return false;
        }
        elements += weight;
        return true;
    }

    private void exceeded() {
        if (!reported) {
            reported = true;
            xml.findings()
                    .report(Finding.of(ManifestRequirement.MANIFEST_SIZE)
                            .with("limit", maxElements)
                            .at(xml.location())
                            .build());
        }
    }

    /** Whether everything was kept so far. */
    boolean isComplete() {
        return !reported;
    }

    /** The current element with everything in it, or null when no more is kept. The reader then stands on its end tag. */
    @Nullable
    ManifestExtension extension() throws UnreadableXmlException {
        if (characters <= 0 || !weigh(1)) {
            exceeded();
            xml.skipElement();
            return null;
        }
        RawXml raw = xml.captureElement();
        characters -= raw.text().length();
        return new ManifestExtension(name(raw.namespace(), raw.localName()), raw.text());
    }

    /** Whether one more attribute may be kept. */
    boolean attribute(String value) {
        characters -= value.length();
        if (characters < 0) {
            exceeded();
        }
        return characters >= 0;
    }

    /** A name as <code>{namespace}local</code>; the same string for the same name. */
    String name(@Nullable String namespace, String local) {
        String name = namespace == null || namespace.isEmpty() ? local : '{' + namespace + '}' + local;
        String known = names.putIfAbsent(name, name);
        if (known == null) {
            characters -= name.length();
            return name;
        }
        return known;
    }
}
