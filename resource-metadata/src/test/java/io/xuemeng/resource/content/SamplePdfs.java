package io.xuemeng.resource.content;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Small real PDF files of one empty page. */
final class SamplePdfs {

    private SamplePdfs() {}

    static Bytes literal(String text) {
        return Bytes.of("(", text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)"), ")");
    }

    static Bytes hexadecimal(byte[] text) {
        return Bytes.of("<", HexFormat.of().formatHex(text), ">");
    }

    static Bytes stream(String entries, byte[] content) {
        return Bytes.of("<< ", entries, " /Length " + content.length + " >>\nstream\n", content, "\nendstream");
    }

    /** A PDF with a cross-reference table: its information dictionary's entry, and what the catalogue has as metadata. */
    static byte[] withTable(Bytes aigc, Bytes metadata) {
        List<Bytes> objects = pages(metadata.size() > 0);
        objects.add(Bytes.of("<< /Title (Test)", aigc.size() == 0 ? "" : " /AIGC ", aigc, " >>"));
        if (metadata.size() > 0) {
            objects.add(metadata);
        }
        Bytes pdf = Bytes.of("%PDF-1.7\n%", 0xE2, 0xE3, 0xCF, 0xD3, "\n");
        List<Integer> offsets = write(pdf, 1, objects);
        int start = pdf.size();
        pdf.add("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        offsets.forEach(offset -> pdf.add(String.format("%010d 00000 n \n", offset)));
        return pdf.add("trailer\n<< /Size " + (objects.size() + 1) + " /Root 1 0 R /Info 4 0 R >>\nstartxref\n" + start)
                .add("\n%%EOF\n")
                .array();
    }

    /** A PDF 1.5 whose information dictionary stands in a compressed object stream, found by a cross-reference stream. */
    static byte[] withStreams(Bytes aigc, boolean predicted) {
        Bytes pdf = Bytes.of("%PDF-1.5\n");
        List<Integer> offsets = write(pdf, 1, pages(false));
        byte[] information =
                Bytes.of("4 0 << /Title (Test) /AIGC ", aigc, " >>").array();
        Bytes container = stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", Bytes.deflate(information));
        offsets.addAll(write(pdf, 5, List.of(container)));
        int start = pdf.size();
        Bytes entries = Bytes.of(row(0, 0, 255));
        for (int i = 0; i < 3; i++) {
            entries.add(row(1, offsets.get(i), 0));
        }
        entries.add(row(2, 5, 0), row(1, offsets.get(3), 0), row(1, start, 0));
        byte[] rows = predicted ? upFiltered(entries.array(), 4) : entries.array();
        String parameters = predicted ? " /DecodeParms << /Predictor 12 /Columns 4 >>" : "";
        write(
                pdf,
                6,
                List.of(stream(
                        "/Type /XRef /Size 7 /W [1 2 1] /Root 1 0 R /Info 4 0 R /Filter /FlateDecode" + parameters,
                        Bytes.deflate(rows))));
        return pdf.add("startxref\n" + start + "\n%%EOF\n").array();
    }

    private static List<Bytes> pages(boolean metadata) {
        List<Bytes> objects = new ArrayList<>();
        objects.add(Bytes.of("<< /Type /Catalog /Pages 2 0 R", metadata ? " /Metadata 5 0 R" : "", " >>"));
        objects.add(Bytes.of("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"));
        objects.add(Bytes.of("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] >>"));
        return objects;
    }

    private static List<Integer> write(Bytes pdf, int firstNumber, List<Bytes> objects) {
        List<Integer> offsets = new ArrayList<>();
        for (Bytes object : objects) {
            offsets.add(pdf.size());
            pdf.add((firstNumber + offsets.size() - 1) + " 0 obj\n", object, "\nendobj\n");
        }
        return offsets;
    }

    private static byte[] row(int type, int value, int last) {
        return new byte[] {(byte) type, (byte) (value >> 8), (byte) value, (byte) last};
    }

    private static byte[] upFiltered(byte[] rows, int width) {
        Bytes out = Bytes.of();
        for (int at = 0; at < rows.length; at++) {
            if (at % width == 0) {
                out.add(2);
            }
            out.add(rows[at] - (at < width ? 0 : rows[at - width]));
        }
        return out.array();
    }

    /** The same file with an update after its end: a new information dictionary, whose section names the old one. */
    static byte[] updated(byte[] pdf, Bytes aigc) {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        int mark = text.lastIndexOf("startxref\n") + 10;
        String previous = text.substring(mark, text.indexOf('\n', mark));
        Bytes update = Bytes.of(pdf);
        int offset = update.size();
        update.add("4 0 obj\n<< /AIGC ", aigc, " >>\nendobj\n");
        int start = update.size();
        update.add("xref\n4 1\n", String.format("%010d 00000 n \n", offset));
        return update.add("trailer\n<< /Size 5 /Root 1 0 R /Info 4 0 R /Prev " + previous + " >>\nstartxref\n" + start)
                .add("\n%%EOF\n")
                .array();
    }
}
