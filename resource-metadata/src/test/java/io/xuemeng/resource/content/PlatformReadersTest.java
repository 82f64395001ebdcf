package io.xuemeng.resource.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The platform's own readers, as witnesses that the samples are what they seem. */
class PlatformReadersTest {

    @Test
    void showEverySamplePicture() throws IOException {
        List<Path> pictures;
        try (Stream<Path> files = Files.walk(FileSamples.FOLDER)) {
            pictures = files.filter(file -> file.toString().matches(".*FILE-0(?!02.fail-).*\\.(png|jpg)"))
                    .toList();
        }
        assertThat(pictures).hasSizeGreaterThan(20);
        for (Path picture : pictures) {
            BufferedImage image = ImageIO.read(picture.toFile());
            assertThat(image).as(picture.toString()).isNotNull();
            assertThat(image.getWidth()).isEqualTo(8);
        }
    }

    @Test
    void findTheSameTextsInAPng() throws IOException {
        String ascii = new SampleLabel()
                .set("ContentProducer", "Example")
                .set("ContentPropagator", "Example")
                .text();
        byte[] plain = SampleImages.labelledPng(ascii);
        byte[] compressed = SampleImages.png(SampleImages.compressedText("AIGC", ascii));
        byte[] international = SampleImages.png(SampleImages.internationalText("AIGC", ascii, true));
        assertThat(text(plain, "tEXtEntry", "value")).isEqualTo(ascii);
        assertThat(text(compressed, "zTXtEntry", "text")).isEqualTo(ascii);
        assertThat(text(international, "iTXtEntry", "text")).isEqualTo(ascii);
        for (byte[] png : List.of(plain, compressed, international)) {
            assertThat(Inspecting.of("a.png", png).inspection().labels())
                    .singleElement()
                    .satisfies(
                            found -> assertThat(found.label().contentProducer()).isEqualTo("Example"));
        }
    }

    @Test
    void playTheSampleSound() throws IOException, UnsupportedAudioFileException {
        Path sample = FileSamples.FOLDER.resolve("FILE-014").resolve("pass-chunk.wav");
        try (AudioInputStream sound = AudioSystem.getAudioInputStream(sample.toFile())) {
            assertThat(sound.getFrameLength()).isEqualTo(32);
        }
    }

    private static String text(byte[] png, String entry, String attribute) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
            reader.setInput(in);
            Node root = reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
            NodeList entries = ((Element) root).getElementsByTagName(entry);
            assertThat(entries.getLength()).isEqualTo(1);
            return ((Element) entries.item(0)).getAttribute(attribute);
        } finally {
            reader.dispose();
        }
    }
}
