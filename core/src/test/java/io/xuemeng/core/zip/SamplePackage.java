package io.xuemeng.core.zip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The package that every sample is made from: an IMS CP 1.1.4 manifest, a page, and what a sample adds. */
final class SamplePackage {

    static final String PAGE = "content/index.html";
    static final String HTML = """
            <!DOCTYPE html>
            <html lang="zh-CN"><head><meta charset="UTF-8"><title>第一课</title></head><body><p>分数的初步认识</p></body></html>
            """;

    private SamplePackage() {}

    /** The package with further files, which its manifest declares. */
    static RawZip of(String... paths) {
        RawZip zip = new RawZip();
        zip.add("imsmanifest.xml", manifest(List.of(paths)));
        zip.add(PAGE, HTML);
        for (String path : paths) {
            zip.add(path, "<p>" + path.codePointCount(0, path.length()) + "</p>");
        }
        return zip;
    }

    private static String manifest(List<String> paths) {
        List<String> files = new ArrayList<>();
        files.add(PAGE);
        files.addAll(paths);
        StringBuilder declared = new StringBuilder();
        for (String file : files) {
            if (!file.isEmpty() && !file.endsWith("/")) {
                declared.append("      <file href=\"").append(encode(file)).append("\"/>\n");
            }
        }
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
                    <resource identifier="RES-1" type="webcontent" href="content/index.html">
                %s    </resource>
                  </resources>
                </manifest>
                """.formatted(declared);
    }

    /** Percent-encodes what may not stand in an address, so that a file of any name can be declared. */
    private static String encode(String path) {
        StringBuilder out = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            out.append(plain || "-._~/".indexOf(c) >= 0 ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return out.toString();
    }
}
