package io.xuemeng.conformance.validator;

import io.xuemeng.conformance.sample.SmallPackage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Packages that name an address in every way a careless reader may follow. */
final class Lures {

    private static final String PAGE = "content/index.html";

    private Lures() {}

    static List<byte[]> all(String address) {
        return List.of(
                lure(manifest -> manifest.replace(
                        "<manifest ", "<!DOCTYPE manifest SYSTEM \"" + address + "/manifest.dtd\">\n<manifest ")),
                lure(manifest -> manifest.replace(
                                "<manifest ",
                                "<!DOCTYPE manifest [<!ENTITY e SYSTEM \"" + address + "/entity\">]>\n<manifest ")
                        .replace("<title>第一课", "<title>&e;第一课")),
                lure(manifest -> manifest.replace(
                        "identifier=\"MANIFEST\"",
                        "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\""
                                + "http://www.imsglobal.org/xsd/imscp_v1p1 " + address
                                + "/imscp_v1p1.xsd\" identifier=\"MANIFEST\"")),
                lure(manifest -> manifest.replace(
                        "  </metadata>",
                        "  <xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"" + address
                                + "/record.xml\"/>\n  </metadata>")),
                lure(manifest -> manifest.replace(
                        "<file href=\"" + PAGE + "\"/>",
                        "<file href=\"" + PAGE + "\"/>\n      <file href=\"" + address + "/lesson.html\"/>")));
    }

    private static byte[] lure(UnaryOperator<String> edit) {
        Map<String, byte[]> files = SmallPackage.files(PAGE, "<p>第一课</p>\n".getBytes(StandardCharsets.UTF_8));
        files.compute("imsmanifest.xml", (name, content) -> {
            String manifest = new String(content == null ? new byte[0] : content, StandardCharsets.UTF_8);
            String edited = edit.apply(manifest);
            if (edited.equals(manifest)) {
                throw new IllegalStateException("a lure has no address");
            }
            return edited.getBytes(StandardCharsets.UTF_8);
        });
        return SmallPackage.zip(files);
    }
}
