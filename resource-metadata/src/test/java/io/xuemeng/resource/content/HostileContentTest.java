package io.xuemeng.resource.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.xuemeng.core.input.Limits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class HostileContentTest {

    private static final List<LabelCarriers.Carried> FILES =
            new ArrayList<>(LabelCarriers.all(SampleLabel.json()).values());
    private static final Limits LIMITS = Limits.defaults().toBuilder()
            .textLength(1 << 16)
            .documentBytes(1 << 20)
            .build();

    @Provide
    Arbitrary<LabelCarriers.Carried> files() {
        return Arbitraries.of(FILES);
    }

    @Property(tries = 500)
    void neverFailsOnAFileWithChangedBytes(@ForAll("files") LabelCarriers.Carried file, @ForAll long seed) {
        Random random = new Random(seed);
        byte[] content = file.content();
        int changes = 1 + random.nextInt(8);
        for (int i = 0; i < changes; i++) {
            content[random.nextInt(content.length)] = (byte) random.nextInt(256);
        }
        int step = 1 + random.nextInt(content.length);
        assertThatCode(() -> Inspecting.of(file.path(), content, LIMITS, random.nextInt(4096) - 1, step))
                .doesNotThrowAnyException();
    }

    @Property(tries = 500)
    void neverFailsOnAFileThatEndsEarlyOrHoldsSomethingTwice(
            @ForAll("files") LabelCarriers.Carried file, @ForAll long seed) {
        Random random = new Random(seed);
        byte[] content = file.content();
        int from = random.nextInt(content.length);
        int to = from + random.nextInt(content.length - from);
        byte[] changed = random.nextBoolean()
                ? Arrays.copyOf(content, to)
                : Bytes.of(Arrays.copyOf(content, to), Arrays.copyOfRange(content, from, content.length))
                        .array();
        assertThatCode(() -> Inspecting.of(file.path(), changed, LIMITS, -1, 1 + random.nextInt(300)))
                .doesNotThrowAnyException();
    }

    @Property(tries = 300)
    void neverFailsOnALengthThatLies(@ForAll("files") LabelCarriers.Carried file, @ForAll long seed) {
        Random random = new Random(seed);
        byte[] content = file.content();
        int at = random.nextInt(Math.max(1, content.length - 8));
        long[] lies = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x00FF_FFFF, 16, content.length};
        byte[] lie = Bytes.i32(lies[random.nextInt(lies.length)]);
        System.arraycopy(lie, 0, content, at, Math.min(4, content.length - at));
        assertThatCode(() -> Inspecting.of(file.path(), content, LIMITS, -1, content.length))
                .doesNotThrowAnyException();
    }

    @Test
    void doesNotInflateATextBeyondTheLimit() {
        String bomb = "0".repeat(20 << 20);
        byte[] png = SampleImages.png(
                SampleImages.compressedText("AIGC", bomb),
                SampleImages.internationalText("XML:com.adobe.xmp", bomb, true));
        Inspecting done = Inspecting.of("a.png", png);
        assertThat(done.findings()).isEmpty();
        assertThat(done.inspection().labels()).isEmpty();
    }

    @Test
    void doesNotInflateAStreamOfAPdfBeyondTheLimit() {
        byte[] packet = Bytes.deflate(Bytes.utf8(" ".repeat(20 << 20)));
        byte[] pdf = SamplePdfs.withTable(Bytes.of(), SamplePdfs.stream("/Filter /FlateDecode", packet));
        assertThat(Inspecting.of("a.pdf", pdf).findings()).isEmpty();
    }

    @Test
    void doesNotReserveWhatAChunkOnlyDeclares() {
        byte[] png = Bytes.of(SampleImages.png()).array();
        byte[] lying = Bytes.of(Arrays.copyOf(png, 33), Bytes.i32(1 << 20), "tEXtAIGC", 0, "{")
                .array();
        Limits huge =
                Limits.defaults().toBuilder().textLength(Integer.MAX_VALUE).build();
        assertThat(Inspecting.of("a.png", lying, huge, -1, 10).inspection().labels())
                .isEmpty();
    }

    @Test
    void followsTheSectionsOfAPdfOnlyOnceRound() {
        byte[] pdf = Bytes.of("%PDF-1.4\nxref\n0 0\ntrailer\n<< /Prev 9 /XRefStm 9 >>\nstartxref\n9\n%%EOF")
                .array();
        assertThat(Inspecting.of("a.pdf", pdf).inspection().type()).isEqualTo(FileType.PDF);
    }

    @Test
    void survivesAPdfOfNothingButOpenBrackets() {
        byte[] brackets = Bytes.of("%PDF-1.4\nxref\n0 0\ntrailer\n", "[<<".repeat(100_000), "\nstartxref\n9\n%%EOF")
                .array();
        assertThat(Inspecting.of("a.pdf", brackets).findings()).isEmpty();
    }

    @Test
    void survivesABrokenPdfFullOfKeysThatNeverEnd() {
        byte[] keys = Bytes.of("%PDF-1.4\n", "/AIGC(".repeat(1_000_000)).array();
        assertThat(Inspecting.of("a.pdf", keys).inspection().labels()).isEmpty();
    }

    @Test
    void expandsNoEntityOfAPacket() {
        String packet = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
                + "<x xmlns:t=\"http://www.tc260.org.cn/ns/AIGC/1.0/\"><t:AIGC>&b;</t:AIGC></x>";
        Inspecting done = Inspecting.of("a.jpg", SampleImages.jpeg(SampleImages.xmpSegment(packet)));
        assertThat(done.ids()).containsExactly("FILE-010");
    }

    @Test
    void keepsOnlySoManyLabelsOfAFile() {
        byte[][] chunks = new byte[1000][];
        for (int i = 0; i < chunks.length; i++) {
            chunks[i] = SampleImages.text(
                    "AIGC", new SampleLabel().set("ProduceID", "n" + i).text());
        }
        assertThat(Inspecting.of("a.png", SampleImages.png(chunks)).inspection().labels())
                .hasSize(16);
    }
}
