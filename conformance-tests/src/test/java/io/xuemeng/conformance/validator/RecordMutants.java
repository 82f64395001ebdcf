package io.xuemeng.conformance.validator;

import static io.xuemeng.conformance.validator.ValidatorMutant.answering;
import static io.xuemeng.conformance.validator.ValidatorMutant.asking;
import static io.xuemeng.conformance.validator.ValidatorMutant.reading;

import io.xuemeng.conformance.mutant.Archive;
import io.xuemeng.core.input.Limits;
import io.xuemeng.resource.MetadataReader;
import io.xuemeng.resource.MetadataWriter;
import io.xuemeng.resource.document.MetadataDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Validators that judge records and their values less, or more, than they should; and those that judge nothing. */
final class RecordMutants {

    private static final Pattern RECORD = Pattern.compile("(?s)<lom\\b.*</lom>");

    private RecordMutants() {}

    static List<ValidatorMutant> all() {
        return List.of(
                record("judges only what it understands of a record in XML", "metadata.xml", RecordMutants::understood),
                record(
                        "judges only what it understands of a record in JSON",
                        "metadata.json",
                        RecordMutants::understood),
                reading(
                        "does not look at the record in the manifest",
                        bytes -> Archive.withManifest(
                                bytes, text -> RECORD.matcher(text).replaceAll(""))),
                reading(
                        "does not look at records in files of their own",
                        bytes -> Archive.withFiles(bytes, files -> {
                            files.remove("metadata.json");
                            files.computeIfPresent(
                                    "metadata.xml",
                                    (name, content) -> "<lom xmlns=\"http://ltsc.ieee.org/xsd/LOM\"/>"
                                            .getBytes(StandardCharsets.UTF_8));
                            return files;
                        })),
                asking(
                        "judges by one profile, whichever is asked for",
                        request ->
                                new ValidationRequest(request.file(), "lom", request.limits(), request.signatures())),
                asking(
                        "keeps its own limits, whatever is asked for",
                        request -> request.withLimits(java.util.Map.of())),
                value("takes underscores in language tags", text -> text.replace("\"zh_CN\"", "\"zh-CN\"")),
                value(
                        "takes any text for a language tag",
                        text -> text.replaceAll("language=\"[^\"]*[^\\x00-\\x7F][^\"]*\"", "language=\"zh-CN\"")),
                value(
                        "takes every zone of a time",
                        text -> text.replaceAll("(T\\d\\d:\\d\\d:\\d\\d)(\\+08:00)", "$1.0$2")),
                value("takes every day of a month", text -> text.replace("2026-02-30", "2026-02-28")),
                value(
                        "takes any text for a duration",
                        text -> text.replaceAll("<duration>8:30</duration>", "<duration>PT8M30S</duration>")),
                value("takes weeks in durations", text -> text.replace("P2W", "P14D")),
                value(
                        "takes blanks in addresses",
                        text -> text.replaceAll("(<location>[^<]*) ([^<]*</location>)", "$1%20$2")),
                value(
                        "takes sizes in any unit",
                        text -> text.replaceAll("<size>\\d+ MB</size>", "<size>258540767</size>")),
                value(
                        "takes endings for formats",
                        text -> text.replace("<format>mp4</format>", "<format>video/mp4</format>")),
                value(
                        "takes every value of a vocabulary",
                        text -> text.replaceAll("<value>(?:lecturing|Lecture)</value>", "<value>lecture</value>")),
                value(
                        "asks for no source of a value",
                        text -> text.replaceAll("(<structure>\\s*)(?=<value>)", "$1<source>LOMv1.0</source>")),
                value(
                        "asks for no value of a term",
                        text -> text.replaceAll(
                                "<structure>\\s*<source>LOMv1.0</source>\\s*(?:<value/>|<value></value>)?\\s*</structure>",
                                "")),
                value(
                        "takes a source for any element",
                        text -> text.replaceAll(
                                "<source>zxxxk</source>(\\s*<value>atomic)", "<source>LOMv1.0</source>$1")),
                value(
                        "takes a name for a visiting card",
                        text -> text.replaceAll(
                                "(<entity>)(?!BEGIN)([^<]*)(</entity>)",
                                "$1BEGIN:VCARD&#13;\nVERSION:3.0&#13;\nFN:$2&#13;\nN:;;;;&#13;\nEND:VCARD&#13;\n$3")),
                card(
                        "skips lines of a card that it does not understand",
                        text -> text.replaceAll("(N:;;;;&#(?:13|xd);\\n)示例教研组&#(?:13|xd);\\n", "$1")),
                card(
                        "asks for no version of a card",
                        text -> text.replaceAll(
                                "BEGIN:VCARD(&#(?:13|xd);\\n)(?!\\s*VERSION)", "BEGIN:VCARD$1VERSION:3.0$1")),
                card(
                        "asks for no formatted name on a card",
                        text -> text.replaceAll("VERSION:3.0(&#(?:13|xd);\\n)N:", "VERSION:3.0$1FN:a$1N:")),
                card("takes backslash and n for a line's end", text -> text.replace("\\n", "&#xd;\n")),
                card(
                        "trims the lines of a card",
                        text -> text.replaceAll("\\n[ \\t]+(VERSION|FN|N|ORG|END):", "\n$1:")),
                card(
                        "asks for no end of a card",
                        text -> text.replaceAll("(ORG:[^<&]*&#(?:13|xd);\\n)(</entity>)", "$1END:VCARD&#xd;\n$2")),
                card(
                        "reads a card up to its end",
                        text -> text.replaceAll("END:VCARD(&#(?:13|xd);\\n)NOTE:[^<]*", "END:VCARD$1")),
                card("takes every version of cards", text -> text.replace("VERSION:2.1", "VERSION:3.0")),
                card(
                        "asks for no structured name on a card",
                        text -> text.replaceAll("(FN:[^<&]*(&#(?:13|xd);\\n))(?=ORG)", "$1N:;;;;$2")),
                value("takes every value of a label", text -> text.replaceAll(">是</", ">1</")),
                value(
                        "asks for no service that generated the content",
                        text -> text.replaceAll("<((?:\\w+:)?contentProducer)(?:/>|></\\1>)", "<$1>示例生成服务</$1>")),
                value(
                        "asks for no service that distributes the content",
                        text -> text.replaceAll("<((?:\\w+:)?contentPropagator)(?:/>|></\\1>)", "<$1>示例平台</$1>")),
                value("overlooks identity numbers", text -> text.replace("11010519491231002X", "X")),
                value("takes amounts with a unit", text -> text.replace("12.5元", "12.50")),
                value(
                        "takes any text for a number of impressions",
                        text -> text.replaceAll("(reprintNumber>)三<", "$13<")),
                reading("knows nothing of labels of generated content", RecordMutants::withoutLabels),
                reading(
                        "tells files by their names",
                        bytes -> Archive.withFiles(bytes, files -> {
                            files.replaceAll(
                                    (name, content) -> content.length > 2 && content[0] == 'M' && content[1] == 'Z'
                                            ? "<p></p>".getBytes(StandardCharsets.UTF_8)
                                            : content);
                            return files;
                        })),
                profile(
                        "cuts long texts before it judges them",
                        text -> text.replaceAll("([^<>]{900})[^<>]{100,}(?=</)", "$1")),
                profile("looks at the first of repeated elements", RecordMutants::first),
                answering("accepts everything", judgement -> new Judgement(true, List.of())),
                answering(
                        "refuses everything",
                        judgement -> new Judgement(false, List.of(Reason.of(ReasonClass.LIMIT, Reason.Weight.ERROR)))),
                answering("refuses whatever it has a word about", judgement -> {
                    boolean spoken =
                            judgement.reasons().stream().anyMatch(reason -> reason.weight() != Reason.Weight.INFO);
                    return new Judgement(
                            judgement.accepted() && !spoken,
                            judgement.reasons().stream()
                                    .map(reason -> new Reason(
                                            reason.reason(),
                                            Reason.Weight.ERROR,
                                            reason.requirement(),
                                            reason.message()))
                                    .toList());
                }),
                answering(
                        "says nothing about what it accepts",
                        judgement -> judgement.accepted() ? new Judgement(true, List.of()) : judgement),
                answering(
                        "never says why it refuses",
                        judgement -> judgement.accepted() ? judgement : new Judgement(false, List.of())),
                new ValidatorMutant(
                        "refuses names of files that do not end with .zip",
                        right -> request -> request.file().toString().endsWith(".zip")
                                ? right.judge(request)
                                : new Judgement(
                                        false,
                                        List.of(Reason.of(ReasonClass.ARCHIVE_UNREADABLE, Reason.Weight.ERROR)))));
    }

    private static ValidatorMutant record(String name, String file, UnaryOperator<byte[]> edit) {
        return reading(name, bytes -> Archive.withFile(bytes, file, edit));
    }

    private static ValidatorMutant value(String name, UnaryOperator<String> edit) {
        return reading(name, bytes -> Archive.withManifest(bytes, edit));
    }

    private static ValidatorMutant card(String name, UnaryOperator<String> edit) {
        return value(name, edit);
    }

    private static ValidatorMutant profile(String name, UnaryOperator<String> edit) {
        return value(
                name,
                text -> RECORD.matcher(text)
                        .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(edit.apply(match.group()))));
    }

    private static byte[] understood(byte[] record) {
        MetadataDocument document = MetadataReader.read(record, "metadata.json", Limits.defaults(), finding -> {});
        if (document == null) {
            return record;
        }
        boolean json = record.length > 0 && record[0] == '{';
        return json ? MetadataWriter.toJson(document.metadata()) : MetadataWriter.toXml(document.metadata());
    }

    /** Drops every element whose brother of the same name stands in front of it. */
    private static String first(String record) {
        return record.replaceAll("(?s)(<([A-Za-z]+)>(?:(?!</\\2>).)*</\\2>)(?:\\s*<\\2>(?:(?!</\\2>).)*</\\2>)+", "$1");
    }

    private static byte[] withoutLabels(byte[] bytes) {
        return Archive.withFiles(bytes, files -> {
            boolean labelled = files.keySet().stream().anyMatch(name -> name.startsWith("content/sample."));
            files.computeIfPresent("imsmanifest.xml", (name, content) -> {
                String text = new String(content, StandardCharsets.UTF_8);
                return text.contains("aigc") && labelled
                        ? RECORD.matcher(text).replaceAll("").getBytes(StandardCharsets.UTF_8)
                        : content;
            });
            files.replaceAll((name, content) -> labelled
                            && name.startsWith("content/sample.")
                            && new String(content, StandardCharsets.ISO_8859_1).matches("(?s).*(?:AIGC|Label).*")
                    ? "".getBytes(StandardCharsets.UTF_8)
                    : content);
            return files;
        });
    }
}
