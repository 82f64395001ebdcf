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

    /** An element of a record takes less than an item or a file. */
    private static final int RECORD_ELEMENTS_PER_WEIGHT = 2;

    /** What the default limits allow. */
    private static final int MOST_BY_DEFAULT = 100_000;

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
        int entries = xml.limits().archiveEntries();
        // A small package needs more elements than it has files; a large one does not need more than the memory of a
        // small heap.
        this.maxElements = (int) Math.min(2L * entries, Math.max(entries, MOST_BY_DEFAULT));
        this.characters = 2L * documentBytes + SPARE_CHARACTERS;
    }

    /**
     * Makes room for one more item, resource, file or dependency.
     *
     * @throws ExceededException when there is none; reported
     */
    void element() {
        weigh(1);
    }

    /** Makes room for one more metadata record. */
    void record() {
        weigh(RECORD_WEIGHT);
    }

    /** Counts what a record turned out to have beyond what was made room for. */
    void record(int recordElements) {
        weigh(Math.max(0, recordElements / RECORD_ELEMENTS_PER_WEIGHT - RECORD_WEIGHT));
    }

    private void weigh(int weight) {
        if (elements > maxElements - weight) {
            throw exceeded();
        }
        elements += weight;
    }

    private ExceededException exceeded() {
        reported = true;
        xml.findings()
                .report(Finding.of(ManifestRequirement.MANIFEST_SIZE)
                        .with("limit", maxElements)
                        .at(xml.location())
                        .build());
        return new ExceededException();
    }

    /** Reading ends here: what is not kept is not read either, because even looking at it costs time. */
    static final class ExceededException extends RuntimeException {

        private static final long serialVersionUID = 1;

        ExceededException() {
            super("the manifest is larger than its limit", null, false, false);
        }
    }

    /** Whether everything was kept so far. */
    boolean isComplete() {
        return !reported;
    }

    /** The current element with everything in it. The reader then stands on its end tag. */
    ManifestExtension extension() throws UnreadableXmlException {
        weigh(1);
        RawXml raw = xml.captureElement();
        spend(raw.text().length());
        return new ManifestExtension(name(raw.namespace(), raw.localName()), raw.text());
    }

    /** Makes room for the value of an attribute. */
    void attribute(String value) {
        spend(value.length());
    }

    private void spend(int count) {
        characters -= count;
        if (characters < 0) {
            throw exceeded();
        }
    }

    /** A name as <code>{namespace}local</code>; the same string for the same name. */
    String name(@Nullable String namespace, String local) {
        String name = namespace == null || namespace.isEmpty() ? local : '{' + namespace + '}' + local;
        String known = names.putIfAbsent(name, name);
        if (known == null) {
            spend(name.length());
            return name;
        }
        return known;
    }
}
