package io.xuemeng.conformance.sample;

import io.xuemeng.core.zip.ZipWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Packages of a manifest and one file, for tests that need a package of their own. */
public final class SmallPackage {

    private SmallPackage() {}

    /** The files of a good package with one file of content, in their order. */
    public static Map<String, byte[]> files(String path, byte[] content) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("imsmanifest.xml", PackageTemplates.holding("", path));
        files.put(path, content);
        return files;
    }

    /** A package of these files. */
    public static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipWriter zip = ZipWriter.to(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.add(file.getKey(), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
