package io.xuemeng.core.asic;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.input.PositionalSource;
import io.xuemeng.core.zip.ZipArchive;
import io.xuemeng.core.zip.ZipEntry;
import io.xuemeng.core.zip.ZipWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Small packages as bytes, and what can be done to them. */
final class Packages {

    static final String PAGE = "content/第一课.html";

    private Packages() {}

    /** A manifest and two files, unsigned. */
    static Map<String, byte[]> plain() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("imsmanifest.xml", bytes("<manifest identifier=\"MANIFEST-1\"/>\n"));
        files.put(PAGE, bytes("<!DOCTYPE html><title>第一课</title><p>分数的初步认识</p>\n"));
        files.put("content/picture 1+2.svg", bytes("<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n"));
        return files;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipWriter zip = ZipWriter.to(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                if (file.getKey().endsWith("/")) {
                    zip.addDirectory(file.getKey());
                } else if (file.getKey().equals("mimetype")) {
                    zip.store(file.getKey(), file.getValue());
                } else {
                    zip.add(file.getKey(), file.getValue());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The files of an archive in its order; directories have no content. */
    static Map<String, byte[]> unzip(byte[] archive) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipArchive zip = ZipArchive.open(PositionalSource.of(archive), Limits.defaults(), finding -> {})) {
            for (ZipEntry entry : zip.entries()) {
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                zip.drain(entry, content::write, finding -> {});
                files.put(entry.path(), content.toByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    static byte[] sign(byte[] archive, ContainerSigner.Builder signer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            signer.build().sign(PositionalSource.of(archive), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static ContainerResult verify(byte[] archive, ContainerVerifier.Builder verifier) {
        try {
            return verifier.build().verify(PositionalSource.of(archive));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same archive with other files, packed again. */
    static byte[] edit(byte[] archive, Consumer<Map<String, byte[]>> change) {
        Map<String, byte[]> files = unzip(archive);
        change.accept(files);
        return zip(files);
    }

    /** The author's signature and seal, and the reviewer's over them. */
    static byte[] reviewed() {
        return sign(sign(zip(plain()), DemoPki.author()), DemoPki.reviewer());
    }
}
