package io.xuemeng.conformance.producer;

import static io.xuemeng.conformance.producer.ProducerMutant.writing;

import io.xuemeng.conformance.mutant.Archive;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/** Producers whose manifests are not the XML they should be. */
final class DocumentMutants {

    private DocumentMutants() {}

    static List<ProducerMutant> all() {
        return List.of(
                text(
                        "writes a document type declaration",
                        text -> text.replaceFirst("<manifest", "<!DOCTYPE manifest>\n<manifest")),
                text(
                        "writes a processing instruction",
                        text -> text.replaceFirst("<manifest", "<?vendor made?>\n<manifest")),
                text("writes XML 1.1", text -> text.replaceFirst("version=(['\"])1.0\\1", "version=\"1.1\"")),
                text("forgets an end tag", text -> text.replaceFirst("</manifest>", "")),
                text(
                        "writes an end tag of another name",
                        text -> text.replaceFirst("</organizations>", "</organisations>")),
                text(
                        "writes an attribute twice",
                        text -> text.replaceFirst("<manifest ", "<manifest identifier=\"M\" ")),
                text("writes an ampersand as it is", text -> text.replaceFirst("<title>", "<title>A&B ")),
                text("writes a control character", text -> text.replaceFirst("<title>", "<title>\u0001")),
                text(
                        "writes a prefix that it does not declare",
                        text -> text.replaceFirst("<resources>", "<resources v:made=\"1\">")),
                text("writes a less-than sign as it is", text -> text.replaceFirst("<title>", "<title>1 < 2 ")),
                text(
                        "writes an inclusion",
                        text -> text.replaceFirst(
                                "<resources>",
                                "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"a.xml\"/><resources>")),
                bytes("writes GBK and says UTF-8", text -> text.getBytes(Charset.forName("GBK"))),
                bytes(
                        "writes GBK and says so",
                        text -> text.replaceFirst("encoding=(['\"])[^'\"]*\\1", "encoding=\"GBK\"")
                                .getBytes(Charset.forName("GBK"))),
                text(
                        "writes UTF-8 and says GBK",
                        text -> text.replaceFirst("encoding=(['\"])[^'\"]*\\1", "encoding=\"GBK\"")),
                text(
                        "names an encoding that nobody knows",
                        text -> text.replaceFirst("encoding=(['\"])[^'\"]*\\1", "encoding=\"ZH\"")),
                bytes(
                        "writes UTF-16 without a byte order mark",
                        text -> text.replaceFirst("encoding=(['\"])[^'\"]*\\1", "encoding=\"UTF-16\"")
                                .getBytes(StandardCharsets.UTF_16LE)),
                bytes(
                        "writes a byte order mark of UTF-16 and says UTF-8",
                        text -> text.getBytes(StandardCharsets.UTF_16)));
    }

    private static ProducerMutant text(String name, UnaryOperator<String> edit) {
        return writing(name, bytes -> Archive.withManifest(bytes, edit));
    }

    private static ProducerMutant bytes(String name, java.util.function.Function<String, byte[]> edit) {
        return writing(
                name,
                bytes -> Archive.withFile(
                        bytes, "imsmanifest.xml", content -> edit.apply(new String(content, StandardCharsets.UTF_8))));
    }
}
