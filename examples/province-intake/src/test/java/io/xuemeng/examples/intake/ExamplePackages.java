package io.xuemeng.examples.intake;

import static io.xuemeng.resource.metadata.MultilingualText.zh;
import static io.xuemeng.resource.packaging.ResourcePackage.item;

import io.xuemeng.core.zip.ZipWriter;
import io.xuemeng.resource.metadata.MetaMetadata;
import io.xuemeng.resource.metadata.ResourceMetadata;
import io.xuemeng.resource.metadata.Rights;
import io.xuemeng.resource.metadata.Role;
import io.xuemeng.resource.metadata.SchoolStage;
import io.xuemeng.resource.packaging.ResourcePackage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Makes the packages that ship with the example, out of the folders in {@code src/packages}: good ones, and typical bad ones. */
final class ExamplePackages {

    private static final Path SOURCES = Path.of("src", "packages");
    private static final Charset GBK = Charset.forName("GBK");

    private ExamplePackages() {}

    /** Makes them anew in the folder {@code packages}. Run it in the module's folder. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of("packages");
        math(folder.resolve("math-fractions.zip"));
        plain(folder.resolve("english-my-school.imscc"), "english");
        gbkNames(folder.resolve("physics-sound.zip"), "physics");
        plain(folder.resolve("chemistry-air.zip"), "chemistry");
        escaping(folder.resolve("history-silk-road.zip"), "history");
        unlabelled(folder.resolve("art-ink-painting.zip"), "art");
        cutOff(folder.resolve("sports-cut-off.zip"), "history");
    }

    /** What a vendor does: describe, package. */
    private static void math(Path file) throws IOException {
        ResourceMetadata metadata = ResourceMetadata.builder()
                .identifier("org.example.courseware", "K7-MATH-0312")
                .title(zh("分数的初步认识"))
                .language("zh-CN")
                .description(zh("三年级上册第八单元，含微课与练习。"))
                .keyword(zh("分数"))
                .stage(SchoolStage.PRIMARY)
                .grade("三年级")
                .subject("数学")
                .edition("人教版")
                .volume("上册")
                .contributor(Role.PUBLISHER, "示例教育科技有限公司", LocalDate.of(2026, 9, 1))
                .metaMetadata(new MetaMetadata(List.of(), List.of(), List.of(), "zh-CN"))
                .rights(Rights.licensed("CC BY 4.0"))
                .build();
        Files.deleteIfExists(file);
        ResourcePackage.builder(metadata)
                .organization("第八单元", item("微课", "video/intro.html"), item("练习", "quiz/index.html"))
                .content(SOURCES.resolve("math"))
                .writeTo(file);
    }

    private static void plain(Path file, String source) throws IOException {
        Files.write(file, zip(source));
    }

    private static byte[] zip(String source) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipWriter zip = ZipWriter.to(out)) {
            for (Path each : files(source)) {
                zip.add(name(source, each), each);
            }
        }
        return out.toByteArray();
    }

    /**
     * As old Chinese Windows tools write it: names in GBK, without saying so. The file in the source folder has another name,
     * because not every machine can check out a Chinese one.
     */
    private static void gbkNames(Path file, String source) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out, GBK)) {
            for (Path each : files(source)) {
                add(zip, name(source, each).replace("sound.html", "声音的产生.html"), Files.readAllBytes(each));
            }
        }
    }

    /** With a file that an unsuspecting reader writes into the folder above. */
    private static void escaping(Path file, String source) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Path each : files(source)) {
                add(zip, name(source, each), Files.readAllBytes(each));
            }
            add(zip, "../startup.html", "<p>escaped</p>".getBytes(StandardCharsets.UTF_8));
        }
    }

    /** With a picture that says of itself that it was generated, and metadata that does not. */
    private static void unlabelled(Path file, String source) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipWriter zip = ZipWriter.to(out)) {
            for (Path each : files(source)) {
                zip.add(name(source, each), each);
            }
            zip.add("content/picture.png", labelledPicture());
        }
    }

    private static void cutOff(Path file, String source) throws IOException {
        byte[] whole = zip(source);
        Files.write(file, Arrays.copyOf(whole, whole.length * 2 / 3));
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(1_788_192_000_000L);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static List<Path> files(String source) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES.resolve(source))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String name(String source, Path file) {
        return SOURCES.resolve(source).relativize(file).toString().replace('\\', '/');
    }

    private static byte[] labelledPicture() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(32, 32, BufferedImage.TYPE_BYTE_GRAY), "png", out);
        String label = "{\"Label\":\"1\",\"ContentProducer\":\"示例绘图服务\",\"ProduceID\":\"20260901-0042\","
                + "\"ReservedCode1\":\"\",\"ContentPropagator\":\"示例教育科技有限公司\",\"PropagateID\":\"ART-0801\","
                + "\"ReservedCode2\":\"\"}";
        return withChunk(out.toByteArray(), label);
    }

    /** Puts a tEXt chunk with the key AIGC behind the picture's header (PNG, 11.3.4.3). */
    private static byte[] withChunk(byte[] picture, String label) throws IOException {
        byte[] data = ("tEXtAIGC\0" + label).getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(data);
        int header = 8 + 4 + 4 + 13 + 4;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayInputStream in = new ByteArrayInputStream(picture);
        out.write(in.readNBytes(header));
        out.write(ByteBuffer.allocate(4).putInt(data.length - 4).array());
        out.write(data);
        out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
        in.transferTo(out);
        return out.toByteArray();
    }
}
