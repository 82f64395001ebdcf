package io.xuemeng.conformance.validator;

import static io.xuemeng.conformance.validator.ValidatorMutant.reading;
import static io.xuemeng.conformance.validator.ValidatorMutant.unlimited;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.xuemeng.conformance.mutant.Archive;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Validators that read XML and JSON more leniently than they may. */
final class DocumentMutants {

    private static final Pattern DECLARED = Pattern.compile("^<\\?xml[^>]*encoding=[\"']([^\"']+)[\"'][^>]*\\?>");
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private DocumentMutants() {}

    static List<ValidatorMutant> all() {
        return List.of(
                xml("skips document type declarations and what they declare", text -> {
                    String without = text.replaceFirst("(?s)<!DOCTYPE[^\\[>]*(?:\\[.*?\\]\\s*)?>\\s*", "");
                    return without.equals(text)
                            ? text
                            : without.replaceAll("&(?!amp;|lt;|gt;|quot;|apos;|#)[A-Za-z0-9]+;", "");
                }),
                xml("skips processing instructions", text -> text.replaceAll("<\\?(?!xml[ \\t\\r\\n])[^>]*\\?>", "")),
                xml("skips inclusions", text -> text.replaceAll("<(?:\\w+:)?include\\b[^>]*/>", "")),
                xml("closes what is open at the end", DocumentMutants::closed),
                xml("takes any end tag for the one it needs", DocumentMutants::matched),
                xml(
                        "takes the first of two attributes of one name",
                        text -> text.replaceAll(
                                "(\\s([\\w:]+)=\"[^\"]*\")((?:\\s[\\w:]+=\"[^\"]*\")*)\\s\\2=\"[^\"]*\"", "$1$3")),
                xml(
                        "takes a stray ampersand for itself",
                        text -> text.replaceAll("&(?!(?:amp|lt|gt|quot|apos|#x?[0-9A-Fa-f]+);)", "&amp;")),
                xml(
                        "drops characters that XML cannot hold",
                        text -> text.replaceAll(
                                "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]|&#(?:x0*[0-8BCEFbcef]|0*[0-8]|x0*1[0-9A-Fa-f]);",
                                "")),
                xml(
                        "knows no namespaces and so no undeclared prefixes",
                        text -> text.contains("xmlns:")
                                ? text
                                : text.replaceAll("(</?|\\s)(?!xml:)[a-z]+:(?=[a-zA-Z]+[\\s=/>])", "$1")),
                xml(
                        "drops what it cannot parse",
                        text -> text.replaceAll("<(?=[\\s<\\d])", "").replaceAll("=([\\w.-]+)(?=[\\s>])", "=\"$1\"")),
                xml(
                        "takes every version for 1.0",
                        text -> text.replaceFirst("version=(['\"])1\\.1\\1", "version=\"1.0\"")),
                decoding("reads every document as UTF-8 and replaces what is not", StandardCharsets.UTF_8),
                documents(
                        "decodes as declared, or as the byte order mark says, without a word",
                        DocumentMutants::decoded),
                unlimited("metadataDepth"),
                unlimited("attributesPerElement"),
                unlimited("textLength"),
                unlimited("documentBytes"),
                unlimited("numberLength"),
                unlimited("recordElements"),
                unlimited("manifests"),
                lenient("takes comments in JSON", JsonReadFeature.ALLOW_JAVA_COMMENTS),
                lenient("takes single quotes in JSON", JsonReadFeature.ALLOW_SINGLE_QUOTES),
                lenient("takes names without quotes in JSON", JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES),
                lenient("takes a comma too much in JSON", JsonReadFeature.ALLOW_TRAILING_COMMA),
                lenient("takes numbers with leading zeros in JSON", JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS),
                lenient(
                        "takes numbers that begin with a point in JSON",
                        JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS),
                lenient("takes NaN in JSON", JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS),
                lenient("takes control characters in JSON", JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS),
                json(
                        "lets the last of two members of one name win",
                        text -> reparsed(
                                text,
                                JsonMapper.builder()
                                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                                        .build())),
                json(
                        "stops reading after the first value of JSON",
                        text -> reparsed(
                                text,
                                JsonMapper.builder()
                                        .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                        .build())),
                json("completes JSON that breaks off", text -> isBroken(text) ? closedJson(text) : text),
                json(
                        "replaces halves of surrogate pairs",
                        text -> text.replaceAll("\\\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\\\u[dD][c-fC-F])", "?")),
                record(
                        "drops a byte order mark in front of JSON",
                        bytes -> bytes.length > 3 && (bytes[0] & 0xFF) == 0xEF && (bytes[1] & 0xFF) == 0xBB
                                ? java.util.Arrays.copyOfRange(bytes, 3, bytes.length)
                                : bytes),
                record("reads JSON in any encoding", bytes -> {
                    String text = bytes.length > 1 && (bytes[0] == 0 || bytes[1] == 0 || (bytes[0] & 0xFE) == 0xFE)
                            ? new String(bytes, StandardCharsets.UTF_16)
                            : isUtf8(bytes) ? "" : new String(bytes, Charset.forName("GB18030"));
                    return text.isEmpty() ? bytes : text.getBytes(StandardCharsets.UTF_8);
                }));
    }

    private static ValidatorMutant xml(String name, UnaryOperator<String> edit) {
        return reading(name, bytes -> Archive.withXml(bytes, edit));
    }

    private static ValidatorMutant documents(String name, UnaryOperator<byte[]> edit) {
        return reading(
                name,
                bytes -> Archive.withFiles(bytes, files -> {
                    files.replaceAll((file, content) -> file.endsWith(".xml") ? edit.apply(content) : content);
                    return files;
                }));
    }

    private static ValidatorMutant decoding(String name, Charset charset) {
        return documents(name, content -> redeclared(new String(content, charset)));
    }

    private static byte[] redeclared(String text) {
        return text.replaceFirst("^\uFEFF", "")
                .replaceFirst("^(<\\?xml[^>]*encoding=)[\"'][^\"']+[\"']", "$1\"UTF-8\"")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] decoded(byte[] content) {
        Charset charset = StandardCharsets.UTF_8;
        if (content.length > 1 && ((content[0] & 0xFF) >= 0xFE || content[0] == 0 || content[1] == 0)) {
            charset = content[0] == '<' ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16;
        } else {
            Matcher declared = DECLARED.matcher(new String(content, StandardCharsets.ISO_8859_1));
            if (declared.find()
                    && Charset.isSupported(declared.group(1))
                    && !declared.group(1).startsWith("UTF-16")) {
                charset = Charset.forName(declared.group(1));
            }
        }
        return redeclared(new String(content, charset));
    }

    /** Appends the end tags that are missing at the end. */
    private static String closed(String text) {
        java.util.ArrayDeque<String> open = new java.util.ArrayDeque<>();
        Matcher tags = Pattern.compile("<(/?)([A-Za-z][\\w:.-]*)[^<>]*?(/?)>").matcher(text);
        int last = 0;
        while (tags.find()) {
            last = tags.end();
            if (tags.group(1).isEmpty() && tags.group(3).isEmpty()) {
                open.push(tags.group(2));
            } else if (!tags.group(1).isEmpty()) {
                if (!tags.group(2).equals(open.peek())) {
                    return text;
                }
                open.pop();
            }
        }
        if (open.isEmpty()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.substring(0, last));
        open.forEach(name -> out.append("</").append(name).append('>'));
        return out.toString();
    }

    /** Renames end tags to what is open. */
    private static String matched(String text) {
        java.util.ArrayDeque<String> open = new java.util.ArrayDeque<>();
        Matcher tags = Pattern.compile("<(/?)([A-Za-z][\\w:.-]*)([^<>]*?)(/?)>").matcher(text);
        StringBuilder out = new StringBuilder();
        while (tags.find()) {
            if (!tags.group(1).isEmpty()) {
                String name = open.isEmpty() ? tags.group(2) : open.pop();
                tags.appendReplacement(out, Matcher.quoteReplacement("</" + name + tags.group(3) + '>'));
            } else if (tags.group(4).isEmpty()) {
                open.push(tags.group(2));
            }
        }
        return tags.appendTail(out).toString();
    }

    private static ValidatorMutant json(String name, UnaryOperator<String> edit) {
        return record(
                name,
                bytes -> isUtf8(bytes)
                        ? edit.apply(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)
                        : bytes);
    }

    private static ValidatorMutant record(String name, UnaryOperator<byte[]> edit) {
        return reading(name, bytes -> Archive.withFile(bytes, "metadata.json", edit));
    }

    private static boolean isUtf8(byte[] bytes) {
        return java.util.Arrays.equals(
                new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8), bytes);
    }

    private static ValidatorMutant lenient(String name, JsonReadFeature feature) {
        return json(
                name,
                text -> reparsed(
                        text,
                        JsonMapper.builder()
                                .enable(feature)
                                .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                                .build()));
    }

    private static boolean isBroken(String text) {
        try {
            STRICT.readTree(text);
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** What a lenient reader makes of JSON that a strict one refuses. */
    private static String reparsed(String text, ObjectMapper lenient) {
        if (!isBroken(text)) {
            return text;
        }
        try {
            JsonNode tree = lenient.readTree(text);
            return tree == null || tree.isMissingNode()
                    ? text
                    : STRICT.writeValueAsString(tree).replace("\"NaN\"", "0");
        } catch (IOException e) {
            return text;
        }
    }

    private static String closedJson(String text) {
        for (String end : List.of("}", "]}", "\"}", "\"]}", "{}")) {
            if (!isBroken(text.stripTrailing().replaceFirst(",$", "") + end)) {
                return text.stripTrailing().replaceFirst(",$", "") + end;
            }
        }
        return text;
    }
}
