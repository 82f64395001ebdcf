package io.xuemeng.resource.signature;

import io.xuemeng.core.zip.ZipWriter;
import io.xuemeng.resource.metadata.MultilingualText;
import io.xuemeng.resource.metadata.ResourceMetadata;
import io.xuemeng.resource.packaging.ResourcePackage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Small packages, and what somebody may do to them on the way. */
final class SignedPackages {

    static final String PAGE = "quiz/练习.html";

    private SignedPackages() {}

    static Path unsigned(Path file) throws IOException {
        ResourceMetadata metadata = ResourceMetadata.builder()
                .identifier("org.example.courseware", "K7-MATH-0312")
                .title(MultilingualText.zh("分数的初步认识"))
                .language("zh-CN")
                .build();
        return ResourcePackage.builder(metadata)
                .organization("第八单元", ResourcePackage.item("练习", PAGE))
                .content(PAGE, "<!DOCTYPE html>\n<title>练习</title>\n".getBytes(StandardCharsets.UTF_8))
                .writeTo(file);
    }

    /** Writes the package again, entries in their order, after somebody has changed what is in it. */
    static Path changed(Path file, Consumer<Map<String, byte[]>> change) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> each = zip.entries(); each.hasMoreElements(); ) {
                ZipEntry entry = each.nextElement();
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        change.accept(entries);
        try (ZipWriter zip = ZipWriter.to(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                if (entry.getKey().equals("mimetype")) {
                    zip.store(entry.getKey(), entry.getValue());
                } else {
                    zip.add(entry.getKey(), entry.getValue());
                }
            }
        }
        return file;
    }
}
