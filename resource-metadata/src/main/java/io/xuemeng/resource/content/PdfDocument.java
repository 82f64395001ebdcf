package io.xuemeng.resource.content;

import io.xuemeng.resource.content.PdfValue.Dictionary;
import io.xuemeng.resource.content.PdfValue.Reference;
import io.xuemeng.resource.content.PdfValue.Text;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The two places of a PDF that carry labels: the document information dictionary, and the XMP packet of the catalogue. They
 * are found by the file's cross-references; when these are broken, the key {@code /AIGC} is searched for in what is held.
 */
final class PdfDocument {

    private static final String KEY = "AIGC";

    /** A text may be as long as the file, so a file full of keys must not have each of them read. */
    private static final int MAX_TRIES = 16;

    private final PdfBytes bytes;
    private final LabelCollector labels;
    private final PdfObjects objects;

    PdfDocument(PdfBytes bytes, int inflatable, LabelCollector labels) {
        this.bytes = bytes;
        this.labels = labels;
        this.objects = new PdfObjects(bytes, inflatable, labels.textLength());
    }

    void read() {
        PdfReferences references = objects.references();
        references.load();
        Reference information = references.information();
        PdfValue dictionary = information == null ? null : objects.resolve(information);
        boolean broken = references.catalogue() == null || (information != null && dictionary == null);
        if (!references.isEncrypted()) {
            if (dictionary instanceof Dictionary found) {
                add(objects.resolve(found.get(KEY)));
            } else if (broken) {
                search();
            }
        }
        metadata(references);
    }

    /** An encrypted file may leave its metadata legible; what is encrypted does not look like XMP. */
    private void metadata(PdfReferences references) {
        PdfValue catalogue = objects.resolve(references.catalogue());
        if (!(catalogue instanceof Dictionary dictionary)
                || !(dictionary.get("Metadata") instanceof Reference packet)) {
            return;
        }
        PdfObjects.Indirect stream = objects.find(packet.number());
        byte[] content = stream == null ? null : objects.content(stream);
        if (content != null && content.length <= labels.textLength()) {
            Xmp.read(content, 0, content.length, labels);
        }
    }

    private void search() {
        int tries = 0;
        for (long at = bytes.find('/', 0); at < bytes.size() && tries < MAX_TRIES; at = bytes.find('/', at + 1)) {
            if (bytes.has(at + 1, KEY)) {
                PdfParser parser = objects.parser(at);
                if (parser.next() instanceof PdfValue.Name name && name.value().equals(KEY)) {
                    add(parser.next());
                    tries++;
                }
            }
        }
    }

    private void add(@Nullable PdfValue value) {
        if (value instanceof Text text) {
            byte[] octets = text.octets().getBytes(StandardCharsets.ISO_8859_1);
            labels.add(LabelCarrier.PDF_INFORMATION, text(octets));
        }
    }

    /** UTF-16 or UTF-8 when a byte order mark says so; else UTF-8 when it is that, or PDF's own encoding, nearly Latin 1. */
    private static String text(byte[] octets) {
        boolean wide = octets.length >= 2 && (Octets.u16(octets, 0) == 0xFEFF || Octets.u16(octets, 0) == 0xFFFE);
        if (wide) {
            return Octets.utf16(octets, 0, octets.length, StandardCharsets.UTF_16BE);
        }
        boolean marked = octets.length >= 3 && Octets.u16(octets, 0) == 0xEFBB && (octets[2] & 0xFF) == 0xBF;
        int from = marked ? 3 : 0;
        return Octets.text(octets, from, octets.length - from);
    }
}
