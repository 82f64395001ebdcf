package io.xuemeng.resource.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes the samples of {@link FileRequirement}. Beside a file, a {@code .label.json} of the same name is the label that the
 * metadata declares; without it the metadata declares none. Run {@link #main} in the module's folder to write them anew.
 */
final class FileSamples {

    static final Path FOLDER = Path.of("src", "samples");

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private FileSamples() {}

    /** Writes the samples. */
    public static void main(String[] arguments) throws IOException {
        for (Map.Entry<String, byte[]> file : make().entrySet()) {
            Path path = FOLDER.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    /** All samples by their paths below {@link #FOLDER}. */
    static Map<String, byte[]> make() {
        FileSamples samples = new FileSamples();
        samples.types();
        samples.labels();
        samples.carriers();
        samples.comparisons();
        return samples.files;
    }

    private void types() {
        byte[] page = Bytes.utf8("<!DOCTYPE html>\n<html lang=\"zh-CN\"><title>练习</title><p>三分之一</p></html>\n");
        put("FILE-001/pass.html", page);
        put("FILE-001/fail.html", windowsProgram());
        put("FILE-002/pass.jpg", SampleImages.jpeg());
        put("FILE-002/fail.jpg", SampleImages.png());
        put("FILE-002/pass-text.txt", Bytes.utf8("三分之一\n"));
        put("FILE-002/fail-text.png", Bytes.utf8("三分之一\n"));
        put("FILE-002/fail-text.mp4", Bytes.utf8("三分之一\n"));
        put("FILE-002/fail-text.pdf", Bytes.utf8("三分之一\n"));
        put("FILE-002/fail-zeros.jpg", new byte[64]);
        put("FILE-002/fail-text.docx", Bytes.utf8("三分之一\n"));
        byte[] commands = Bytes.utf8("@echo off\r\nstart quiz.html\r\n");
        put("FILE-003/pass.txt", commands);
        put("FILE-003/fail.bat", commands);
        put("FILE-003/pass-class-name.txt", Bytes.utf8("CAFEBABE\n"));
        put(
                "FILE-003/fail-class.class",
                Bytes.of(0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 61, 0, 1, 0, 0).array());
        byte[] archive = emptyZip();
        put("FILE-004/pass.docx", archive);
        put("FILE-004/fail.zip", archive);
    }

    private void labels() {
        label("FILE-010", SampleLabel.json(), SampleLabel.json().replaceFirst("\\}", ""));
        label(
                "FILE-011",
                SampleLabel.json(),
                new SampleLabel().set("Producer", "x").text());
        label(
                "FILE-012",
                SampleLabel.json(),
                new SampleLabel().without("ProduceID").text());
        label(
                "FILE-013",
                SampleLabel.json(),
                new SampleLabel().set("Label", "AIGC").text());
        label(
                "FILE-014",
                SampleLabel.json(),
                new SampleLabel().set("ContentProducer", "").text());
        label(
                "FILE-015",
                SampleLabel.json(),
                new SampleLabel().set("PropagateID", "").text());
        label(
                "FILE-016",
                SampleLabel.json(),
                new SampleLabel().raw("Label", "1").text());
        label(
                "FILE-017",
                SampleLabel.json(),
                new SampleLabel().without("ReservedCode2").text());
        String other = new SampleLabel().set("ProduceID", "2026-11-0002").text();
        put("FILE-018/pass.png", twice(SampleLabel.json(), SampleLabel.json()));
        put("FILE-018/fail.png", twice(SampleLabel.json(), other));
    }

    /** The same mistake in each of the formats that the alliance's packages hold most. */
    private void carriers() {
        String wrong = new SampleLabel().set("ProduceID", " ").text();
        for (String verdict : new String[] {"pass", "fail"}) {
            String json = verdict.equals("pass") ? SampleLabel.json() : wrong;
            Bytes xmp = Bytes.of(SampleLabel.xmp(json));
            String folder = "FILE-014/" + verdict;
            put(
                    folder + "-xmp.jpg",
                    SampleImages.jpeg(SampleImages.segment(0xE1, Bytes.of("http://ns.adobe.com/xap/1.0/", 0, xmp))));
            put(folder + "-exif.jpg", SampleImages.jpeg(SampleImages.exifSegment("", Bytes.utf8(json))));
            put(
                    folder + "-xmp.png",
                    SampleImages.png(
                            SampleImages.internationalText("XML:com.adobe.xmp", SampleLabel.xmp(json), false)));
            put(
                    folder + "-information.pdf",
                    SamplePdfs.withTable(SamplePdfs.hexadecimal(Bytes.utf16(json)), Bytes.of()));
            put(folder + "-keys.mp4", SampleMedia.mp4(true, SampleMedia.keyed(false, "AIGC", json)));
            put(folder + "-chunk.wav", SampleMedia.wav(SampleMedia.riffChunk("AIGC", Bytes.utf8(json))));
            put(folder + "-frame.mp3", SampleMedia.mp3(3, 0, SampleMedia.userText(3, 1, "AIGC", json)));
        }
    }

    private void comparisons() {
        byte[] labelled = SampleImages.labelledPng(SampleLabel.json());
        byte[] declared = Bytes.utf8(SampleLabel.json() + "\n");
        put("FILE-020/pass.png", labelled);
        put("FILE-020/pass.label.json", declared);
        put("FILE-020/fail.png", labelled);
        put("FILE-021/pass.png", labelled);
        put("FILE-021/pass.label.json", declared);
        put("FILE-021/fail.png", SampleImages.png());
        put("FILE-021/fail.label.json", declared);
        put("FILE-022/pass.png", labelled);
        put("FILE-022/pass.label.json", declared);
        put("FILE-022/fail.png", labelled);
        String other = new SampleLabel().set("ContentProducer", "另一家公司").text();
        put("FILE-022/fail.label.json", Bytes.utf8(other + "\n"));
    }

    private void label(String id, String right, String wrong) {
        put(id + "/pass.png", SampleImages.labelledPng(right));
        put(id + "/fail.png", SampleImages.labelledPng(wrong));
    }

    private static byte[] twice(String one, String other) {
        return SampleImages.png(
                SampleImages.text("AIGC", one),
                SampleImages.internationalText("XML:com.adobe.xmp", SampleLabel.xmp(other), false));
    }

    /** The headers of a Windows program that does nothing. */
    private static byte[] windowsProgram() {
        return Bytes.of("MZ", new byte[58], Bytes.i32le(64), "PE", 0, 0, 0x64, 0x86, new byte[18])
                .array();
    }

    /** An archive without entries. */
    private static byte[] emptyZip() {
        return Bytes.of("PK", 5, 6, new byte[18]).array();
    }

    private void put(String path, byte[] content) {
        files.put(path, content);
    }
}
