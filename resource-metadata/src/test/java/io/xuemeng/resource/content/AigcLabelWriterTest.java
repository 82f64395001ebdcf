package io.xuemeng.resource.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.resource.metadata.AigcLabel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AigcLabelWriterTest {

    private static final AigcLabel LABEL = AigcLabel.builder()
            .label("1")
            .contentProducer("示例 <公司> & \"其他\" 𠮷")
            .produceId("1")
            .reservedCode1("")
            .contentPropagator("示例平台")
            .propagateId("2")
            .reservedCode2("")
            .build();

    private static byte[] write(byte[] png, AigcLabel label) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AigcLabelWriter.writePng(new ByteArrayInputStream(png), label, out);
        return out.toByteArray();
    }

    @Test
    void writesALabelThatIsReadBackFromBothPlacesWithoutAFinding() throws IOException {
        byte[] copy = write(SampleImages.png(), LABEL);
        Inspecting done = Inspecting.of("a.png", copy);
        assertThat(done.findings()).isEmpty();
        assertThat(done.carriers()).containsExactly(LabelCarrier.PNG_TEXT, LabelCarrier.XMP);
        assertThat(done.inspection().labels())
                .allSatisfy(found -> assertThat(found.label()).isEqualTo(LABEL));
        assertThat(ImageIO.read(new ByteArrayInputStream(copy)).getRGB(3, 3))
                .isEqualTo(ImageIO.read(new ByteArrayInputStream(SampleImages.png()))
                        .getRGB(3, 3));
    }

    @Property(tries = 200)
    void writesAnyTextSoThatItIsReadBack(@ForAll String producer, @ForAll String id) throws IOException {
        // What is half a character has no form in UTF-8.
        String whole = new String(Bytes.utf8(producer), StandardCharsets.UTF_8);
        AigcLabel label = LABEL.toBuilder()
                .contentProducer(whole)
                .produceId(id.replaceAll("\\p{Cs}", ""))
                .build();
        assertThat(Inspecting.of("a.png", write(SampleImages.png(), label))
                        .inspection()
                        .labels())
                .hasSize(2)
                .allSatisfy(found -> assertThat(found.label()).isEqualTo(label));
    }

    @Test
    void replacesAnOlderLabelAndKeepsEverythingElse() throws IOException {
        byte[] packet = SampleImages.internationalText("XML:com.adobe.xmp", SampleLabel.packet(""), false);
        byte[] png = SampleImages.png(SampleImages.text("AIGC", "{}"), SampleImages.text("Author", "甲"), packet);
        byte[] copy = write(png, LABEL);
        assertThat(Inspecting.of("a.png", copy).carriers()).containsExactly(LabelCarrier.PNG_TEXT);
        byte[] kept = SampleImages.png(SampleImages.text("Author", "甲"), packet);
        int untilEnd = kept.length - 12;
        assertThat(Arrays.copyOf(copy, untilEnd)).isEqualTo(Arrays.copyOf(kept, untilEnd));
    }

    @Test
    void writesAbsentFieldsAsEmptyOnes() throws IOException {
        byte[] copy = write(SampleImages.png(), AigcLabel.builder().label("2").build());
        assertThat(Inspecting.of("a.png", copy)
                        .inspection()
                        .labels()
                        .get(0)
                        .label()
                        .reservedCode2())
                .isEmpty();
    }

    @Test
    void refusesAPictureThatIsLabelledInItsPacket() {
        byte[] packet = SampleImages.internationalText("XML:com.adobe.xmp", SampleLabel.xmp(SampleLabel.json()), true);
        assertThatThrownBy(() -> write(SampleImages.png(packet), LABEL)).hasMessageContaining("XMP packet");
    }

    @Test
    void refusesWhatIsNoPngOrCutOff() {
        assertThatThrownBy(() -> write(SampleImages.jpeg(), LABEL)).hasMessageContaining("no PNG");
        byte[] png = SampleImages.labelledPng("{}");
        for (int length : new int[] {8, 20, 60, png.length - 6}) {
            assertThatThrownBy(() -> write(Arrays.copyOf(png, length), LABEL)).isInstanceOf(EOFException.class);
        }
    }
}
