package io.xuemeng.resource.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.core.input.Limits;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Forms of files that are rarer than those of {@link LabelCarriers}, or that must be left alone. */
class LabelPlacesTest {

    private static final String JSON = SampleLabel.json();

    private static void assertLabelled(String path, byte[] content) {
        assertLabelled(Inspecting.of(path, content));
    }

    private static void assertLabelled(Inspecting done) {
        assertThat(done.findings()).isEmpty();
        assertThat(done.inspection().labels())
                .singleElement()
                .satisfies(found -> assertThat(found.label().produceId()).isEqualTo("2026-11-0001"));
    }

    private static void assertUnlabelled(String path, byte[] content) {
        Inspecting done = Inspecting.of(path, content);
        assertThat(done.findings()).isEmpty();
        assertThat(done.inspection().labels()).isEmpty();
    }

    @Test
    void findsTheLabelAtTheEndOfAPdfThatIsLargerThanWhatIsHeld() {
        byte[] large = SamplePdfs.withTable(Bytes.of(), SamplePdfs.stream("", new byte[12 << 20]));
        byte[] pdf = SamplePdfs.updated(large, SamplePdfs.literal(JSON));
        assertLabelled(Inspecting.of("a.pdf", pdf, Limits.defaults(), pdf.length, 1 << 16));
        assertLabelled(Inspecting.of("a.pdf", pdf, Limits.defaults(), -1, 1 << 16));
        assertLabelled(Inspecting.of("a.pdf", pdf, Limits.defaults(), -1, 12345));
    }

    @Test
    void findsTheLabelOfAPdfWhoseReferencesAreBroken() {
        byte[] pdf = SamplePdfs.withTable(SamplePdfs.literal(JSON), Bytes.of());
        assertLabelled("a.pdf", Arrays.copyOf(pdf, pdf.length - 30));
    }

    @Test
    void readsEscapesOfAPdfText() {
        String escaped = JSON.replace("2026-11-0001", "2026\\05511\\055\\\n0001");
        assertLabelled("a.pdf", SamplePdfs.withTable(Bytes.of("(", escaped, ")"), Bytes.of()));
    }

    @Test
    void leavesTheInformationOfAnEncryptedPdfAlone() {
        String pdf = new String(
                SamplePdfs.withTable(SamplePdfs.hexadecimal(new byte[] {1, 2, 3}), Bytes.of()),
                StandardCharsets.ISO_8859_1);
        String encrypted = pdf.replace("/Root 1 0 R", "/Root 1 0 R /Encrypt << /Filter /Standard >>");
        assertUnlabelled("a.pdf", encrypted.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void readsAnId3TagWithZerosPutAfterBytesOfOnes() {
        byte[] frames = SampleMedia.userText(3, 1, "AIGC", JSON).array();
        Bytes safe = Bytes.of();
        for (byte octet : frames) {
            safe.add((int) octet);
            if (octet == (byte) 0xFF) {
                safe.add(0);
            }
        }
        assertLabelled("a.mp3", SampleMedia.mp3(3, 0x80, safe));
    }

    @Test
    void readsAnId3TagWithAnExtendedHeader() {
        Bytes frame3 = SampleMedia.userText(3, 3, "AIGC", JSON);
        assertLabelled("a.mp3", SampleMedia.mp3(3, 0x40, Bytes.of(Bytes.i32(6), new byte[6], frame3)));
        Bytes frame4 = SampleMedia.userText(4, 3, "AIGC", JSON);
        assertLabelled("a.mp3", SampleMedia.mp3(4, 0x40, Bytes.of(0, 0, 0, 6, 1, 0, frame4)));
    }

    @Test
    void readsALabelAfterABoxWithALongSize() {
        Bytes data = Bytes.of(Bytes.i32(1), "mdat", Bytes.i32(0), Bytes.i32(4096 + 16), new byte[4096]);
        byte[] plain = SampleMedia.mp4(true, SampleMedia.keyed(false, "AIGC", JSON));
        byte[] type = Arrays.copyOf(plain, 24);
        byte[] rest = Arrays.copyOfRange(plain, 24, plain.length);
        assertLabelled("a.mp4", Bytes.of(type, data, rest).array());
    }

    @Test
    void readsTheFieldsOfAPacketThatSpellsThemOut() {
        Bytes elements = Bytes.of();
        new SampleLabel().each((field, value) -> elements.add("<t:" + field + ">" + value + "</t:" + field + ">"));
        String open = "<rdf:Description xmlns:t=\"http://www.tc260.org.cn/ns/AIGC/1.0/\">";
        String resource = "<t:AIGC rdf:parseType=\"Resource\">" + new String(elements.array(), StandardCharsets.UTF_8)
                + "</t:AIGC></rdf:Description>";
        assertLabelled("a.jpg", SampleImages.jpeg(SampleImages.xmpSegment(SampleLabel.packet(open + resource))));
    }

    @Test
    void readsAPacketThatGivesTheLabelAsAnAlternative() {
        String open = "<rdf:Description xmlns:t=\"http://www.tc260.org.cn/ns/AIGC/1.0/\"><t:AIGC>";
        String text = JSON.replace("&", "&amp;").replace("<", "&lt;");
        for (String kind : new String[] {"Alt", "Bag", "Seq"}) {
            String list =
                    "\n<rdf:" + kind + ">\n<rdf:li xml:lang=\"x-default\">" + text + "</rdf:li>\n</rdf:" + kind + ">\n";
            String packet = open + list + "</t:AIGC></rdf:Description>";
            assertLabelled("a.jpg", SampleImages.jpeg(SampleImages.xmpSegment(SampleLabel.packet(packet))));
        }
    }

    @Test
    void readsALabelThatIsWrappedAsText() {
        String wrapped = "{\"AIGC\":\"" + JSON.replace("\"", "\\\"") + "\"}";
        assertLabelled("a.png", SampleImages.labelledPng(wrapped));
    }

    @Test
    void takesNoOtherTextForALabel() {
        assertUnlabelled("a.png", SampleImages.png(SampleImages.text("Comment", JSON)));
        assertUnlabelled(
                "a.jpg", SampleImages.jpeg(SampleImages.exifSegment("ASCII", Bytes.utf8("{ a camera's notes }"))));
        assertUnlabelled("a.jpg", SampleImages.jpeg(SampleImages.xmpSegment(SampleLabel.packet(""))));
        assertUnlabelled("a.mp4", SampleMedia.mp4(true, SampleMedia.keyed(false, "comment", JSON)));
        assertUnlabelled("a.mp3", SampleMedia.mp3(3, 0, SampleMedia.userText(3, 3, "Comment", JSON)));
        assertUnlabelled("a.flac", SampleMedia.flac("COMMENT=" + JSON));
    }

    @Test
    void wantsNoMoreThanTheHeadOfAFileWithoutPlacesForLabels() {
        ContentProbe probe = ContentInspector.of(Limits.defaults()).probe("a.html");
        byte[] page = Bytes.utf8("<!DOCTYPE html>".repeat(100));
        assertThat(probe.accept(page, 0, 1023)).isTrue();
        assertThat(probe.accept(page, 1023, 1)).isFalse();
        assertThat(probe.finish(finding -> {}).type()).isEqualTo(FileType.HTML);
    }

    @Test
    void refusesBytesAfterItWasFinished() {
        ContentProbe probe = ContentInspector.of(Limits.defaults()).probe("a.html");
        probe.finish(finding -> {});
        assertThatThrownBy(() -> probe.accept(new byte[1], 0, 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> probe.finish(finding -> {})).isInstanceOf(IllegalStateException.class);
    }
}
