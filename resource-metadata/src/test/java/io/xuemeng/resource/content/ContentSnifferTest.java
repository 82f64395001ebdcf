package io.xuemeng.resource.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ContentSnifferTest {

    static Stream<Arguments> beginnings() throws IOException {
        byte[] zeros = new byte[64];
        return Stream.of(
                is(FileType.PNG, SampleImages.png()),
                is(FileType.JPEG, SampleImages.jpeg()),
                is(FileType.GIF, "GIF89a", zeros),
                is(FileType.WEBP, SampleImages.webp("XMP ", zeros)),
                is(FileType.BMP, "BM", zeros, 0),
                is(FileType.TIFF, "II*", 0, zeros),
                is(FileType.ICON, 0, 0, 1, 0, 1, 0, 16, 16, 0, 0, zeros),
                is(FileType.HEIF, 0, 0, 0, 24, "ftypheic", zeros),
                is(FileType.SVG, "<?xml version='1.0'?><!-- drawn -->\n<svg xmlns='http://www.w3.org/2000/svg'/>"),
                is(FileType.MP4, SampleMedia.mp4(false)),
                is(FileType.QUICKTIME, 0, 0, 0, 20, "ftypqt  ", zeros),
                is(FileType.QUICKTIME, 0, 0, 16, 0, "moov", zeros),
                is(FileType.MATROSKA, 0x1A, 0x45, 0xDF, 0xA3, zeros),
                is(FileType.AVI, "RIFF", Bytes.i32le(100), "AVI LIST", zeros),
                is(FileType.FLV, "FLV", 1, 5, 0, 0, 0, 9, zeros),
                is(FileType.SWF, "CWS", 10, 0, 1, 0, 0, zeros),
                is(FileType.MP3, SampleMedia.mp3(3, 0, Bytes.of())),
                is(FileType.MP3, 0xFF, 0xFB, 0x90, 0x64, zeros),
                is(FileType.AAC, 0xFF, 0xF1, 0x50, 0x80, zeros),
                is(FileType.WAV, SampleMedia.wav(new byte[0])),
                is(FileType.OGG, SampleMedia.ogg(1, "A=b")),
                is(FileType.FLAC, SampleMedia.flac("A=b")),
                is(FileType.MIDI, "MThd", 0, 0, 0, 6, zeros),
                is(FileType.PDF, SamplePdfs.withTable(Bytes.of(), Bytes.of())),
                is(FileType.OLE, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, zeros),
                is(FileType.RTF, "{\\rtf1 }"),
                is(FileType.ZIP, zip("a.txt", "text")),
                is(FileType.OOXML, zip("[Content_Types].xml", "<Types/>")),
                is(FileType.EPUB, zip("mimetype", "application/epub+zip")),
                is(FileType.ODF, zip("mimetype", "application/vnd.oasis.opendocument.text")),
                is(FileType.JAR, zip("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\n")),
                is(FileType.GZIP, gzip()),
                is(FileType.SEVEN_ZIP, "7z", 0xBC, 0xAF, 0x27, 0x1C, zeros),
                is(FileType.RAR, "Rar!", 0x1A, 7, 1, 0, zeros),
                is(FileType.TAR, "name", new byte[253], "ustar", 0, "00", zeros),
                is(FileType.WINDOWS_PROGRAM, "MZ", new byte[58], Bytes.i32le(64), "PE", 0, 0, zeros),
                is(FileType.ELF_PROGRAM, 0x7F, "ELF", 2, 1, 1, zeros),
                is(FileType.MACH_PROGRAM, 0xCF, 0xFA, 0xED, 0xFE, zeros),
                is(FileType.MACH_PROGRAM, 0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 2, zeros),
                is(FileType.JAVA_CLASS, ownClass()),
                is(FileType.SCRIPT, "#!/bin/sh\n"),
                is(FileType.HTML, "\uFEFF <!DOCTYPE HTML>\n<p>"),
                is(FileType.HTML, "<html lang='zh'>"),
                is(FileType.XML, "<?xml version='1.0'?><manifest/>"),
                is(FileType.JSON, "{ \"title\": 1 }"),
                is(FileType.TEXT, "MZ is how this text begins, and it is no program\n".repeat(3)),
                is(FileType.TEXT, "BM 是一段普通的文字，不是位图。".repeat(5)),
                is(FileType.TEXT, "学盟".getBytes(StandardCharsets.UTF_16)),
                is(FileType.OPENTYPE, 0, 1, 0, 0, 0, 17, zeros),
                is(FileType.WOFF2, "wOF2", zeros),
                is(FileType.EMPTY),
                is(FileType.UNKNOWN, "中文".getBytes(Charset.forName("GB18030"))),
                is(FileType.UNKNOWN, zeros));
    }

    private static Arguments is(FileType type, Object... parts) {
        if (type == FileType.BMP) {
            // Reserved fields are zero; the second header has 40 bytes.
            return Arguments.of(type, Bytes.of("BM", new byte[12], 40, 0, 0, 0, new byte[40]));
        }
        return Arguments.of(type, Bytes.of(parts));
    }

    @ParameterizedTest
    @MethodSource("beginnings")
    void tellsWhatAFileIs(FileType type, Bytes head) {
        assertThat(ContentSniffer.sniff(head.array())).isEqualTo(type);
        byte[] shifted = Bytes.of(1, 2, 3, head).array();
        assertThat(ContentSniffer.sniff(shifted, 3, shifted.length - 3)).isEqualTo(type);
    }

    @Property(tries = 500)
    void namesATypeForAnyBytesAndFailsForNone(@ForAll byte[] head) {
        assertThat(ContentSniffer.sniff(head)).isNotNull();
    }

    @Test
    void doesNotCallAPdfBehindOtherLinesAText() {
        byte[] pdf = "From: printer\r\n\r\n%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII);
        assertThat(ContentSniffer.sniff(pdf)).isEqualTo(FileType.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "a.png, JPEG, CONTRADICTS",
        "a.jpg, PNG, CONTRADICTS",
        "a.JPEG, JPEG, AGREES",
        "a.jpg, TEXT, CONTRADICTS",
        "a.jpg, UNKNOWN, CONTRADICTS",
        "a.jpg, EMPTY, CANNOT_SAY",
        "a.mp4, TEXT, CONTRADICTS",
        "a.mp4, UNKNOWN, CANNOT_SAY",
        "a.pdf, TEXT, CONTRADICTS",
        "a.pdf, UNKNOWN, CANNOT_SAY",
        "a.mp3, TEXT, CANNOT_SAY",
        "a.png, HTML, CONTRADICTS",
        "a.mov, MP4, AGREES",
        "a.mp4, FLV, CONTRADICTS",
        "a.mp4, MP3, CANNOT_SAY",
        "a.doc, HTML, AGREES",
        "a.doc, OOXML, AGREES",
        "a.docx, OLE, AGREES",
        "a.docx, PDF, CONTRADICTS",
        "a.html, SVG, AGREES",
        "a.html, WINDOWS_PROGRAM, CONTRADICTS",
        "a.txt, HTML, AGREES",
        "a.txt, ZIP, AGREES",
        "a.txt, ELF_PROGRAM, CONTRADICTS",
        "a.js, SCRIPT, AGREES",
        "favicon.ico, PNG, AGREES",
        "a.dat, PNG, CANNOT_SAY",
        "noextension, PDF, CANNOT_SAY",
        "folder.png/noextension, PDF, CANNOT_SAY",
        "a.ggb, ZIP, CANNOT_SAY",
        "a.zip, RAR, CONTRADICTS"
    })
    void callsANameWrongOnlyWhenItPlainlyIs(String path, FileType found, FileNameType.Agreement expected) {
        assertThat(FileNameType.judge(FileNameType.extension(path), found)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "a.zip, ZIP, true",
        "a.rar, RAR, true",
        "a.dat, SEVEN_ZIP, true",
        "a.jar, JAR, true",
        "a.zip, EPUB, true",
        "a.tgz, GZIP, true",
        "a.TAR.gz, GZIP, true",
        "build.data.gz, GZIP, false",
        "a.svgz, GZIP, false",
        "a.docx, OOXML, false",
        "a.docx, ZIP, false",
        "a.h5p, ZIP, false",
        "a.ggb, ZIP, false",
        "a.epub, EPUB, false",
        "a.zip, UNKNOWN, false"
    })
    void callsAnArchiveNestedUnlessItIsADocumentBuiltOnZip(String path, FileType found, boolean nested) {
        assertThat(FileNameType.isNestedArchive(path, found)).isEqualTo(nested);
    }

    @Test
    void knowsEveryTypeByALabelAndAMediaType() {
        for (FileType type : FileType.values()) {
            assertThat(type.label()).isNotBlank();
            assertThat(type.mediaType()).matches("[a-z]+/[a-z0-9.+-]+");
            assertThat(type.family()).isNotNull();
        }
    }

    private static byte[] zip(String name, String content) throws IOException {
        byte[] bytes = Bytes.utf8(content);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(entry);
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] gzip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(1);
        }
        return out.toByteArray();
    }

    private static byte[] ownClass() throws IOException {
        try (InputStream in = ContentSnifferTest.class.getResourceAsStream("ContentSnifferTest.class")) {
            return in.readAllBytes();
        }
    }
}
