package io.xuemeng.conformance.producer;

import static io.xuemeng.conformance.producer.ProducerMutant.writing;

import io.xuemeng.conformance.mutant.Archive;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Producers whose records are not written as they should be, or say something else. */
final class RecordMutants {

    private static final Pattern RECORD = Pattern.compile("(?s)<lom\\b.*</lom>");

    private RecordMutants() {}

    static List<ProducerMutant> all() {
        return List.of(
                record(
                        "writes every element of a category twice",
                        text -> text.replaceAll(
                                "(?s)(<(?!string|dateTime|value|source|general|lifeCycle|metaMetadata|technical|educational|rights|relation|annotation|classification|lom)(\\w+)>(?:(?!</?\\2>).)*</\\2>)",
                                "$1$1")),
                record(
                        "writes every text twelve hundred characters longer",
                        text -> text.replaceAll(
                                "(<(?:string[^>]*|entry|catalog|format|location)>[^<]+)(</)",
                                "$1" + "长".repeat(1200) + "$2")),
                record(
                        "writes an element that the LOM has not",
                        text -> text.replaceFirst("<general>", "<general><keywrod><string>a</string></keywrod>")),
                record(
                        "writes elements of a namespace that nobody knows",
                        text -> text.replaceFirst("<general>", "<general><v:made xmlns:v=\"urn:x-vendor\">a</v:made>")),
                record(
                        "writes attributes of its own",
                        text -> text.replaceFirst("<general>", "<general made=\"today\">")),
                record("writes the title twice", text -> text.replaceAll("(?s)(<title>.*?</title>)", "$1$1")),
                record("writes text between elements", text -> text.replaceFirst("<general>", "<general>分数")),
                record(
                        "writes markup into text",
                        text -> text.replaceFirst("<language>zh-CN", "<language><b>zh-CN</b>")),
                record("forgets a namespace", text -> text.replaceFirst("<language>", "<language xmlns=\"\">")),
                record(
                        "writes names in capitals",
                        text -> text.replace("<general>", "<General>").replace("</general>", "</General>")),
                record(
                        "gives the record a namespace of its own",
                        text -> text.replaceFirst("xmlns=\"[^\"]*\"", "xmlns=\"urn:x-vendor:lom\"")),
                record("writes in two spellings", text -> text.replaceAll("<string language=", "<string xml:lang=")),
                record(
                        "writes the spelling of IMS",
                        text -> text.replaceFirst(
                                "xmlns=\"[^\"]*\"", "xmlns=\"http://www.imsglobal.org/xsd/imsmd_v1p2\"")),
                record(
                        "writes language tags with an underscore",
                        text -> text.replace("\"zh-CN\"", "\"zh_CN\"").replace(">zh-CN<", ">zh_CN<")),
                record(
                        "writes languages in words",
                        text -> text.replace("\"zh-CN\"", "\"中文\"").replace(">zh-CN<", ">中文<")),
                record(
                        "writes times with a zone and no fraction",
                        text -> text.replaceAll(
                                "<dateTime>[^<]*</dateTime>", "<dateTime>2026-09-01T08:00:00+08:00</dateTime>")),
                record(
                        "writes dates with slashes",
                        text -> text.replaceAll("<dateTime>[^<]*</dateTime>", "<dateTime>2026/9/1</dateTime>")),
                record(
                        "writes durations as clocks do",
                        text -> text.replaceAll("<duration>PT(\\d+)M(\\d+)S</duration>", "<duration>$1:$2</duration>")),
                record(
                        "writes durations in weeks",
                        text -> text.replaceAll("<duration>PT\\d+M\\d+S</duration>", "<duration>P2W</duration>")),
                record(
                        "writes blanks into locations",
                        text -> text.replaceAll("(<location>[^<]*)/([^/<]*</location>)", "$1/a $2")),
                record(
                        "writes endings of files for formats",
                        text -> text.replaceAll("<format>\\w+/(\\w+)</format>", "<format>$1</format>")),
                record(
                        "writes prices with their unit",
                        text -> text.replaceAll("(<xm:amount>[^<]*)(</xm:amount>)", "$1元$2")),
                record("writes impressions in words", text -> text.replaceAll("(<xm:reprintNumber>)[^<]*<", "$1三<")),
                record(
                        "forgets who distributed what was generated",
                        text -> text.replaceAll("(contentPropagator>)[^<]*<", "$1<")),
                writing("writes records of its own name into files of their own", RecordMutants::withRecordInFile),
                record(
                        "writes contributors as names",
                        text -> text.replaceAll("(?s)<entity>.*?</entity>", "<entity>示例社</entity>")),
                record("writes cards without a version", text -> text.replaceAll("VERSION:3.0&#(?:13|xd|xD);\\n", "")),
                record(
                        "writes cards without a formatted name",
                        text -> text.replaceAll("FN:[^&]*&#(?:13|xd|xD);\\n", "")),
                record(
                        "writes cards without a structured name",
                        text -> text.replaceAll("\\nN:[^&]*&#(?:13|xd|xD);", "")),
                record("writes cards without an end", text -> text.replaceAll("END:VCARD(?:&#(?:13|xd|xD);\\n)?", "")),
                record(
                        "writes more after the end of cards",
                        text -> text.replaceAll("END:VCARD", "END:VCARD&#xD;\nNOTE:a")),
                record("writes cards of version 2.1", text -> text.replace("VERSION:3.0", "VERSION:2.1")),
                record("indents cards", text -> text.replaceAll("\\n(VERSION|FN|N|ORG|END)", "\n  $1")),
                record("writes lines of cards without a colon", text -> text.replaceAll("\\nORG:", "\n")),
                record(
                        "writes \\n where cards have line ends",
                        text -> text.replaceAll("&#(?:13|xd|xD);\\n", "\\\\\\\\n")),
                record(
                        "writes roles in capitals",
                        text -> text.replaceAll("<value>publisher</value>", "<value>PUBLISHER</value>")),
                record(
                        "writes roles of its own",
                        text -> text.replaceAll("<value>publisher</value>", "<value>maker</value>")),
                record(
                        "writes roles without a source",
                        text -> text.replaceAll("<source>[^<]*</source>\\s*(<value>publisher</value>)", "$1")),
                record(
                        "writes sources without a value",
                        text -> text.replaceAll("(<source>LOMv1.0</source>)\\s*<value>publisher</value>", "$1")),
                record(
                        "writes the author's number into the record",
                        text -> text.replaceFirst("(<title>\\s*<string[^>]*>)", "$1 11010519491231002X ")),
                record(
                        "writes the author's telephone into the record",
                        text -> text.replaceFirst("(<title>\\s*<string[^>]*>)", "$1 13912345678 ")),
                record("writes no record", text -> ""),
                record(
                        "writes titles of two thousand characters",
                        text -> text.replaceFirst("(<title>\\s*<string[^>]*>)", "$1" + "长".repeat(2000))),
                record("writes no title", text -> text.replaceFirst("(?s)<title>.*?</title>", "")),
                record("writes no general category", text -> text.replaceFirst("(?s)<general>.*?</general>", "")),
                record("writes no life cycle", text -> text.replaceFirst("(?s)<lifeCycle>.*?</lifeCycle>", "")),
                record(
                        "writes no meta-metadata",
                        text -> text.replaceFirst("(?s)<metaMetadata>.*?</metaMetadata>", "")),
                record("writes no technical category", text -> text.replaceFirst("(?s)<technical>.*?</technical>", "")),
                record(
                        "writes no educational category",
                        text -> text.replaceAll("(?s)<educational>.*?</educational>", "")),
                record("writes no rights", text -> text.replaceFirst("(?s)<rights>.*?</rights>", "")),
                record(
                        "writes nothing that the LOM lacks",
                        text -> text.replaceAll("(?s)<(\\w+:\\w+)\\b[^>]*?(?:/>|>.*?</\\1>)", "")),
                record("writes empty elements", text -> text.replaceAll("(<string[^>]*>)[^<]+(</string>)", "$1$2")),
                record(
                        "takes everything for generated by a machine, and says it wrongly",
                        text -> text.replaceAll("(contentProducer>)[^<]*<", "$1<")
                                .replaceAll("(label>)1<", "$1yes<")),
                record(
                        "writes the label of another maker",
                        text -> text.replaceAll("(contentProducer>)[^<]*<", "$1另一家公司<")));
    }

    /** The record in a file beside the manifest, under another root. */
    private static byte[] withRecordInFile(byte[] bytes) {
        return Archive.withFiles(bytes, files -> {
            byte[] manifest = files.get("imsmanifest.xml");
            Matcher record = RECORD.matcher(manifest == null ? "" : new String(manifest, StandardCharsets.UTF_8));
            if (record.find()) {
                String own = record.group().replaceFirst("^<lom", "<record").replaceFirst("</lom>$", "</record>");
                files.put(
                        "metadata.xml",
                        ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + own + '\n').getBytes(StandardCharsets.UTF_8));
                String location = "<adlcp:location xmlns:adlcp=\"http://www.adlnet.org/xsd/adlcp_v1p3\">"
                        + "metadata.xml</adlcp:location>";
                files.put(
                        "imsmanifest.xml",
                        record.replaceFirst(Matcher.quoteReplacement(location)).getBytes(StandardCharsets.UTF_8));
            }
            return files;
        });
    }

    private static ProducerMutant text(String name, UnaryOperator<String> edit) {
        return writing(name, bytes -> Archive.withManifest(bytes, edit));
    }

    private static ProducerMutant record(String name, UnaryOperator<String> edit) {
        return text(
                name,
                text -> RECORD.matcher(text)
                        .replaceFirst(match -> Matcher.quoteReplacement(edit.apply(match.group()))));
    }
}
