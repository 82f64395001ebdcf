package io.xuemeng.core.xml;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The samples of the XML requirements: a small manifest (IMS CP 1.1.4) that declares one resource, {@code
 * content/index.html}, and what one edit makes of it.
 */
final class XmlSamples {

    private static final String MANIFEST = """
            <?xml version="1.0" encoding="UTF-8"?>
            <manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="MANIFEST-1" version="1.1.4">
              <metadata>
                <schema>IMS Content</schema>
                <schemaversion>1.1.4</schemaversion>
              </metadata>
              <organizations default="ORG-1">
                <organization identifier="ORG-1">
                  <title>分数的初步认识</title>
                  <item identifier="ITEM-1" identifierref="RES-1">
                    <title>微课</title>
                  </item>
                </organization>
              </organizations>
              <resources>
                <resource identifier="RES-1" type="webcontent" href="content/index.html">
                  <file href="content/index.html"/>
                </resource>
              </resources>
            </manifest>
            """;

    private static final String TITLE = "<title>分数的初步认识</title>";
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final Map<String, byte[]> files = new TreeMap<>();

    private XmlSamples() {}

    /** All samples by path below {@code src/samples}. */
    static Map<String, byte[]> all() {
        XmlSamples samples = new XmlSamples();
        samples.addFaults();
        samples.addEncodings();
        samples.addLimits();
        samples.addContent();
        return samples.files;
    }

    private void addFaults() {
        edit("XML-001", "version=\"1.1.4\"", "version=1.1.4");
        edit("XML-002", "</manifest>\n", "");
        edit("XML-003", "</schemaversion>", "</schemaVersion>");
        edit("XML-004", "type=\"webcontent\" ", "type=\"webcontent\" type=\"webcontent\" ");
        edit("XML-005", "<title>微课</title>", "<title>微课&nbsp;</title>");
        add("XML-005", "fail-ampersand", replaced("<title>微课</title>", "<title>微课 & 练习</title>"));
        edit("XML-006", "<title>微课</title>", "<title>微课\u000B</title>");
        add("XML-006", "fail-reference", replaced("<title>微课</title>", "<title>微课&#x1F;</title>"));
        edit(
                "XML-007",
                "<organization identifier",
                "<organization adlseq:objectivesGlobalToSystem=\"false\" identifier");
    }

    private void addEncodings() {
        add("XML-009", "pass", MANIFEST);
        add("XML-009", "fail", withTitleIn(GB18030));
        add("XML-009", "fail-utf-16-declared", replaced("UTF-8", "UTF-16"));
        edit("XML-010", "UTF-8", "UTF-9");
        add("XML-011", "pass", MANIFEST);
        add("XML-011", "pass-utf-16", utf16(replaced("UTF-8", "UTF-16"), true));
        add("XML-011", "fail", replaced("UTF-8", "GB18030").getBytes(GB18030));
        add("XML-012", "pass", MANIFEST);
        add("XML-012", "fail", "\uFEFF" + MANIFEST);
        add("XML-013", "pass", utf16(replaced("UTF-8", "UTF-16"), true));
        add("XML-013", "fail", utf16(MANIFEST, true));
        add("XML-014", "pass", utf16(replaced("UTF-8", "UTF-16"), true));
        add("XML-014", "fail", utf16(replaced("UTF-8", "UTF-16"), false));
        add("XML-022", "pass", MANIFEST);
        add("XML-022", "fail", replaced("UTF-8", "ISO-8859-1"));
        // Two characters of UTF-8 are three of GB18030, so that texts of an even number are valid in both.
        add("XML-022", "fail-gb18030", replaced("UTF-8", "GB18030").replace(TITLE, "<title>分数初步认识</title>"));
    }

    private void addLimits() {
        int size = MANIFEST.getBytes(StandardCharsets.UTF_8).length;
        add("XML-015", "pass", MANIFEST);
        add("XML-015", "fail", MANIFEST + "\n");
        limit("XML-015", "documentBytes=" + size);
        add("XML-016", "pass", nested(28));
        add("XML-016", "fail", nested(29));
        add("XML-017", "pass", withAttributes(61));
        add("XML-017", "fail", withAttributes(62));
        edit("XML-018", TITLE, "<title>分数的初步认识，三年级上册第八单元，含微课、练习、作业、教学设计、课件与拓展阅读，并附教师用书和评价量表，供全省使用</title>");
        add("XML-018", "pass-pieces", replaced(TITLE, "<title>分数<!-- -->的初步认识</title>"));
        String pieces = "分数的初步认识<!-- -->".repeat(7);
        add("XML-018", "fail-pieces", replaced(TITLE, "<title>" + pieces + "</title>"));
        String name = "x".repeat(49);
        add("XML-018", "fail-element", replaced(TITLE, TITLE + "<" + name + "/>"));
        add("XML-018", "fail-attribute", replaced("<title>微课", "<title " + name + "=\"\">微课"));
        add("XML-018", "fail-target", replaced("<manifest ", "<?" + name + "?>\n<manifest "));
        limit("XML-018", "textLength=48");
    }

    private void addContent() {
        edit("XML-008", "<manifest ", "<!DOCTYPE manifest>\n<manifest ");
        add(
                "XML-008",
                "fail-entity",
                replaced("<manifest ", "<!DOCTYPE manifest [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>\n<manifest ")
                        .replace("微课", "&e;"));
        add("XML-008", "fail-expansion", expanding());
        edit(
                "XML-019",
                "</schemaversion>\n",
                "</schemaversion>\n    <xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"metadata.xml\"/>\n");
        edit("XML-020", "<manifest ", "<?xml-stylesheet type=\"text/xsl\" href=\"view.xsl\"?>\n<manifest ");
        edit("XML-021", "<?xml version=\"1.0\"", "<?xml version=\"1.1\"");
    }

    private void edit(String id, String before, String after) {
        add(id, "pass", MANIFEST);
        add(id, "fail", replaced(before, after));
    }

    private static String replaced(String before, String after) {
        if (!MANIFEST.contains(before)) {
            throw new IllegalArgumentException("the manifest has no " + before);
        }
        return MANIFEST.replace(before, after);
    }

    private void add(String id, String name, String text) {
        add(id, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void add(String id, String name, byte[] bytes) {
        files.put(id + "/" + name + ".xml", bytes);
    }

    private void limit(String id, String line) {
        files.put(id + "/limits.properties", (line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] utf16(String text, boolean mark) {
        return ((mark ? "\uFEFF" : "") + text).getBytes(StandardCharsets.UTF_16LE);
    }

    private static byte[] withTitleIn(Charset charset) {
        int title = MANIFEST.indexOf("分数的初步认识");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            bytes.write(MANIFEST.substring(0, title).getBytes(StandardCharsets.UTF_8));
            bytes.write("分数的初步认识".getBytes(charset));
            // What follows has no more characters outside ASCII, or the whole would be neither encoding.
            bytes.write(MANIFEST.substring(title + 7).replace("微课", "1").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new IllegalStateException("an array does not fail", e);
        }
        return bytes.toByteArray();
    }

    /** Items in items; the innermost title is four levels deeper than their number. */
    private static String nested(int items) {
        StringBuilder nested = new StringBuilder();
        for (int i = 1; i <= items; i++) {
            nested.append("<item identifier=\"N-")
                    .append(i)
                    .append("\"><title>")
                    .append(i)
                    .append("</title>");
        }
        nested.append("</item>".repeat(items));
        return replaced("    </organization>\n", "      " + nested + "\n    </organization>\n");
    }

    private static String withAttributes(int count) {
        StringBuilder attributes = new StringBuilder("<resource xmlns:x=\"urn:x-example\"");
        for (int i = 1; i <= count; i++) {
            attributes.append(" x:a").append(i).append("=\"\"");
        }
        return replaced("<resource ", attributes + " ");
    }

    /** The attack that grows a kilobyte to a gigabyte in a reader that expands entities. */
    private static String expanding() {
        StringBuilder type = new StringBuilder("<!DOCTYPE manifest [<!ENTITY l0 \"lol\">");
        for (int i = 1; i <= 9; i++) {
            type.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return replaced("<manifest ", type + "]>\n<manifest ").replace("微课", "&l9;");
    }
}
