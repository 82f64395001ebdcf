package io.xuemeng.resource.packaging;

import io.xuemeng.core.zip.ZipWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the samples about manifests that need a package around them, each a passing package and the same with one edit. Run
 * {@link #main} in the module's folder to write them; entries are stored, so the bytes are the same everywhere.
 */
final class ManifestSamples {

    private static final String MANIFEST = "imsmanifest.xml";
    private static final String PAGE = "<!DOCTYPE html>\n<html><body>第一课</body></html>\n";

    private ManifestSamples() {}

    /** Writes all samples below {@code src/samples}. */
    public static void main(String[] arguments) throws IOException {
        for (Map.Entry<String, byte[]> sample : all().entrySet()) {
            Path file = Path.of("src/samples").resolve(sample.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, sample.getValue());
        }
    }

    /** All samples by their paths. */
    static Map<String, byte[]> all() {
        Map<String, byte[]> samples = new TreeMap<>();
        Map<String, String> base = base();
        put(samples, "MAN-001", base, without(base, MANIFEST));
        put(samples, "MAN-002", base, inFolder(base, "分数/"));
        put(samples, "MAN-003", base, renamed(base, MANIFEST, "IMSManifest.xml"));
        put(samples, "MAN-004", base, with(base, "lesson/imsmanifest.xml", zippedManifest()));
        put(samples, "MAN-007", base, edited(base, "manifest", "package"));
        put(samples, "MAN-010", base, without(base, "lesson/style.css"));
        put(samples, "MAN-011", base, renamed(base, "lesson/style.css", "lesson/Style.css"));
        encoding(samples, base);
        put(samples, "MAN-020", base, with(base, "lesson/notes.txt", "备注\n"));
        String file = "<file href=\"lesson/style.css\"/>";
        put(samples, "MAN-021", base, edited(base, file, file + "\n      " + file));
        schema(samples, base);
        return samples;
    }

    private static void encoding(Map<String, byte[]> samples, Map<String, String> base) {
        Map<String, String> spaced =
                edited(renamed(base, "lesson/style.css", "lesson/a 100%.css"), "style.css", "a%20100%25.css");
        put(samples, "MAN-012", spaced, edited(spaced, "a%20100%25.css", "a 100%.css"));
        Map<String, String> hash = edited(renamed(base, "lesson/style.css", "lesson/c#.css"), "style.css", "c%23.css");
        samples.put("MAN-012/pass-hash.zip", zip(hash));
        samples.put("MAN-012/fail-hash.zip", zip(edited(hash, "c%23.css", "c#.css")));
        Map<String, String> chinese =
                edited(renamed(base, "lesson/style.css", "lesson/我.css"), "style.css", "%E6%88%91.css");
        samples.put("MAN-012/pass-gbk.zip", zip(chinese));
        samples.put("MAN-012/fail-gbk.zip", zip(edited(chinese, "%E6%88%91.css", "%CE%D2.css")));
    }

    private static void schema(Map<String, byte[]> samples, Map<String, String> base) {
        String location = "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                + " xsi:schemaLocation=\"http://www.imsglobal.org/xsd/imscp_v1p1 imscp_v1p1.xsd\" identifier=\"MANIFEST-1\"";
        Map<String, String> located = edited(base, "identifier=\"MANIFEST-1\"", location);
        String xsd = "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"/>\n";
        put(samples, "MAN-056", with(located, "imscp_v1p1.xsd", xsd), located);
    }

    /** The manifest of the passing packages. */
    static String zippedManifest() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="MANIFEST-1">
                  <metadata>
                    <schema>IMS Content</schema>
                    <schemaversion>1.1.4</schemaversion>
                  </metadata>
                  <organizations default="ORG-1">
                    <organization identifier="ORG-1">
                      <title>分数的初步认识</title>
                      <item identifier="ITEM-1" identifierref="RES-1">
                        <title>第一课</title>
                      </item>
                    </organization>
                  </organizations>
                  <resources>
                    <resource identifier="RES-1" type="webcontent" href="lesson/index.html">
                      <file href="lesson/index.html"/>
                      <file href="lesson/style.css"/>
                    </resource>
                  </resources>
                </manifest>
                """;
    }

    private static Map<String, String> base() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(MANIFEST, zippedManifest());
        files.put("lesson/index.html", PAGE);
        files.put("lesson/style.css", "body { font-family: sans-serif }\n");
        return files;
    }

    private static Map<String, String> with(Map<String, String> files, String path, String content) {
        Map<String, String> copy = new LinkedHashMap<>(files);
        copy.put(path, content);
        return copy;
    }

    private static Map<String, String> without(Map<String, String> files, String path) {
        Map<String, String> copy = new LinkedHashMap<>(files);
        copy.remove(path);
        return copy;
    }

    private static Map<String, String> renamed(Map<String, String> files, String from, String to) {
        Map<String, String> copy = new LinkedHashMap<>();
        files.forEach((path, content) -> copy.put(path.equals(from) ? to : path, content));
        return copy;
    }

    private static Map<String, String> inFolder(Map<String, String> files, String folder) {
        Map<String, String> copy = new LinkedHashMap<>();
        files.forEach((path, content) -> copy.put(folder + path, content));
        return copy;
    }

    private static Map<String, String> edited(Map<String, String> files, String from, String to) {
        return with(files, MANIFEST, files.get(MANIFEST).replace(from, to));
    }

    private static void put(
            Map<String, byte[]> samples, String id, Map<String, String> passing, Map<String, String> failing) {
        samples.put(id + "/pass.zip", zip(passing));
        samples.put(id + "/fail.zip", zip(failing));
    }

    static byte[] zip(Map<String, String> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipWriter zip = ZipWriter.to(out)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.store(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
