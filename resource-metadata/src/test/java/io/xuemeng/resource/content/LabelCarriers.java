package io.xuemeng.resource.content;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** One file for every place that labels are read from. */
final class LabelCarriers {

    /** A labelled file, and where its label stands. */
    record Carried(String path, Bytes bytes, LabelCarrier carrier) {

        Carried(String path, byte[] content, LabelCarrier carrier) {
            this(path, Bytes.of(content), carrier);
        }

        byte[] content() {
            return bytes.array();
        }
    }

    private LabelCarriers() {}

    /** Files that carry a label, by what is special about them. */
    static Map<String, Carried> all(String json) {
        Map<String, Carried> files = new LinkedHashMap<>();
        String xmp = SampleLabel.xmp(json);
        png(files, json, xmp);
        jpeg(files, json, xmp);
        pdf(files, json, xmp);
        media(files, json, xmp);
        sound(files, json, xmp);
        return files;
    }

    private static void png(Map<String, Carried> files, String json, String xmp) {
        LabelCarrier text = LabelCarrier.PNG_TEXT;
        files.put("PNG text", new Carried("a.png", SampleImages.labelledPng(json), text));
        files.put(
                "PNG compressed text",
                new Carried("a.png", SampleImages.png(SampleImages.compressedText("AIGC", json)), text));
        files.put(
                "PNG international text",
                new Carried("a.png", SampleImages.png(SampleImages.internationalText("AIGC", json, false)), text));
        files.put(
                "PNG compressed international text",
                new Carried("a.png", SampleImages.png(SampleImages.internationalText("AIGC", json, true)), text));
        byte[] packet = SampleImages.internationalText("XML:com.adobe.xmp", xmp, false);
        files.put("PNG XMP", new Carried("a.png", SampleImages.png(packet), LabelCarrier.XMP));
        byte[] exif = SampleImages.chunk("eXIf", SampleImages.exif("ASCII", Bytes.utf8(json)));
        files.put("PNG EXIF", new Carried("a.png", SampleImages.png(exif), LabelCarrier.EXIF_USER_COMMENT));
    }

    private static void jpeg(Map<String, Carried> files, String json, String xmp) {
        files.put("JPEG XMP", jpeg(LabelCarrier.XMP, SampleImages.xmpSegment(xmp)));
        String attribute =
                SampleLabel.packet("<rdf:Description xmlns:t=\"http://www.tc260.org.cn/ns/AIGC/1.0/\" t:AIGC=\""
                        + SampleLabel.escaped(json) + "\"/>");
        files.put("JPEG XMP attribute", jpeg(LabelCarrier.XMP, SampleImages.xmpSegment(attribute)));
        byte[] first = SampleImages.extendedXmpSegment(xmp, 0, 100);
        byte[] second = SampleImages.extendedXmpSegment(xmp, 100, 60_000);
        files.put("JPEG extended XMP", jpeg(LabelCarrier.XMP, second, first));
        LabelCarrier comment = LabelCarrier.EXIF_USER_COMMENT;
        byte[] wrapped = Bytes.utf8("{\"AIGC\":" + json + "}");
        files.put("JPEG EXIF", jpeg(comment, SampleImages.exifSegment("", wrapped)));
        byte[] wide = json.getBytes(StandardCharsets.UTF_16BE);
        files.put("JPEG EXIF Unicode", jpeg(comment, SampleImages.exifSegment("UNICODE", wide)));
        byte[] swapped = json.getBytes(StandardCharsets.UTF_16LE);
        files.put("JPEG EXIF Unicode, other order", jpeg(comment, SampleImages.exifSegment("UNICODE", swapped)));
        byte[] webp = SampleImages.webp("XMP ", Bytes.utf8(xmp));
        files.put("WebP XMP", new Carried("a.webp", webp, LabelCarrier.XMP));
    }

    private static Carried jpeg(LabelCarrier carrier, byte[]... segments) {
        return new Carried("a.jpg", SampleImages.jpeg(segments), carrier);
    }

    private static void pdf(Map<String, Carried> files, String json, String xmp) {
        Bytes none = Bytes.of();
        Bytes wide = SamplePdfs.hexadecimal(Bytes.utf16(json));
        files.put("PDF literal", pdf(SamplePdfs.withTable(SamplePdfs.literal(json), none)));
        files.put("PDF hexadecimal", pdf(SamplePdfs.withTable(SamplePdfs.hexadecimal(Bytes.utf8(json)), none)));
        files.put("PDF UTF-16", pdf(SamplePdfs.withTable(wide, none)));
        files.put("PDF object stream", pdf(SamplePdfs.withStreams(wide, false)));
        files.put("PDF predicted references", pdf(SamplePdfs.withStreams(wide, true)));
        files.put("PDF update", pdf(SamplePdfs.updated(SamplePdfs.withTable(none, none), wide)));
        byte[] packet = Bytes.utf8(xmp);
        files.put(
                "PDF XMP",
                new Carried(
                        "a.pdf",
                        SamplePdfs.withTable(none, SamplePdfs.stream("/Type /Metadata /Subtype /XML", packet)),
                        LabelCarrier.XMP));
        files.put(
                "PDF compressed XMP",
                new Carried(
                        "a.pdf",
                        SamplePdfs.withTable(none, SamplePdfs.stream("/Filter [/FlateDecode]", Bytes.deflate(packet))),
                        LabelCarrier.XMP));
    }

    private static Carried pdf(byte[] content) {
        return new Carried("a.pdf", content, LabelCarrier.PDF_INFORMATION);
    }

    private static void media(Map<String, Carried> files, String json, String xmp) {
        LabelCarrier metadata = LabelCarrier.MP4_METADATA;
        files.put(
                "MP4 keys",
                new Carried("a.mp4", SampleMedia.mp4(false, SampleMedia.keyed(false, "AIGC", json)), metadata));
        files.put(
                "MP4 keys at the end",
                new Carried("a.mp4", SampleMedia.mp4(true, SampleMedia.keyed(false, "AIGC", json)), metadata));
        files.put(
                "QuickTime keys",
                new Carried("a.mov", SampleMedia.mp4(true, SampleMedia.keyed(true, "AIGC", json)), metadata));
        files.put(
                "M4A free form",
                new Carried("a.m4a", SampleMedia.mp4(true, SampleMedia.freeForm("AIGC", json)), metadata));
        files.put("MP4 box", new Carried("a.mp4", SampleMedia.mp4(true, SampleMedia.box("AIGC", json)), metadata));
        byte[] international = Bytes.of(Bytes.i16(Bytes.utf8(json).length), Bytes.i16(0x55C4), json)
                .array();
        files.put(
                "QuickTime comment",
                new Carried("a.mov", SampleMedia.mp4(true, SampleMedia.box("\u00A9cmt", international)), metadata));
        byte[] withPacket =
                Bytes.of(SampleMedia.mp4(false), SampleMedia.xmpBox(xmp)).array();
        files.put("MP4 XMP", new Carried("a.mp4", withPacket, LabelCarrier.XMP));
        byte[] chunk = SampleMedia.riffChunk("AIGC", Bytes.utf8(json));
        files.put("WAV chunk", new Carried("a.wav", SampleMedia.wav(chunk), LabelCarrier.RIFF_CHUNK));
        files.put("WAV list", new Carried("a.wav", SampleMedia.wav(SampleMedia.list(chunk)), LabelCarrier.RIFF_CHUNK));
    }

    private static void sound(Map<String, Carried> files, String json, String xmp) {
        LabelCarrier user = LabelCarrier.ID3_USER_TEXT;
        for (int version = 2; version <= 4; version++) {
            byte[] wide = SampleMedia.mp3(version, 0, SampleMedia.userText(version, 1, "AIGC", json));
            files.put("MP3 ID3v2." + version + " UTF-16", new Carried("a.mp3", wide, user));
            byte[] narrow = SampleMedia.mp3(version, 0, SampleMedia.userText(version, 3, "AIGC", json));
            files.put("MP3 ID3v2." + version + " UTF-8", new Carried("a.mp3", narrow, user));
        }
        Bytes frame = SampleMedia.frame(3, "PRIV", Bytes.of("XMP", 0, xmp));
        files.put("MP3 XMP", new Carried("a.mp3", SampleMedia.mp3(3, 0, frame), LabelCarrier.XMP));
        LabelCarrier comment = LabelCarrier.VORBIS_COMMENT;
        files.put("FLAC", new Carried("a.flac", SampleMedia.flac("TITLE=x", "AIGC=" + json), comment));
        files.put("Ogg", new Carried("a.ogg", SampleMedia.ogg(255, "TITLE=x", "aigc=" + json), comment));
        files.put("Ogg, many pages", new Carried("a.opus", SampleMedia.ogg(1, "TITLE=x", "AIGC=" + json), comment));
    }
}
