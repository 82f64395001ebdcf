package io.xuemeng.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes the packages the benchmarks read: the same bytes on every run. */
final class PackageFiles {

    private static final int KIB = 1024;
    private static final int MIB = 1024 * KIB;

    private PackageFiles() {}

    /** A package of 20 files that hold 200 KB: a manifest with metadata, pages, and what does not compress. */
    static void writeSmall(Path file) throws IOException {
        List<String> names = new ArrayList<>();
        for (int i = 1; i < 20; i++) {
            names.add(i % 3 == 0 ? "content/data-" + i + ".dat" : "content/page-" + i + ".txt");
        }
        write(file, names, 10 * KIB);
    }

    /** A package of about 500 MB, most of which does not compress, as in a package of films. */
    static void writeLarge(Path file) throws IOException {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= 60; i++) {
            names.add(i % 4 == 0 ? "content/page-" + i + ".txt" : "content/film-" + i + ".dat");
        }
        write(file, names, 11 * MIB);
    }

    private static void write(Path file, List<String> names, int size) throws IOException {
        Random random = new Random(20260901);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            put(zip, "imsmanifest.xml", manifest(names));
            for (String name : names) {
                put(zip, name, name.endsWith(".txt") ? text(size) : noise(random, size));
            }
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] text(int size) {
        StringBuilder text = new StringBuilder(size);
        for (int i = 1; text.length() < size * 2 / 5; i++) {
            text.append("第 ").append(i).append(" 段：把一张长方形纸平均折成四份，其中的一份是它的四分之一。\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] noise(Random random, int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] manifest(List<String> names) {
        String lom = new String(Resources.read("lom.xml"), StandardCharsets.UTF_8);
        StringBuilder xml = new StringBuilder();
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<manifest xmlns=\"http://www.imsglobal.org/xsd/imscp_v1p1\" identifier=\"K7-MATH-0312\">\n")
                .append("  <metadata>\n    <schema>IMS Content</schema>\n    <schemaversion>1.1.4</schemaversion>\n")
                .append(lom.substring(lom.indexOf("<lom")))
                .append("  </metadata>\n  <organizations default=\"O\">\n    <organization identifier=\"O\">\n")
                .append("      <title>第八单元</title>\n      <item identifier=\"I\" identifierref=\"R\">\n")
                .append("        <title>分数的初步认识</title>\n      </item>\n    </organization>\n  </organizations>\n")
                .append("  <resources>\n    <resource identifier=\"R\" type=\"webcontent\" href=\"")
                .append(names.get(0))
                .append("\">\n");
        names.forEach(name -> xml.append("      <file href=\"").append(name).append("\"/>\n"));
        xml.append("    </resource>\n  </resources>\n</manifest>\n");
        return xml.toString().getBytes(StandardCharsets.UTF_8);
    }
}
