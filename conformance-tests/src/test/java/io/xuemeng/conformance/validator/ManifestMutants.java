package io.xuemeng.conformance.validator;

import static io.xuemeng.conformance.validator.ValidatorMutant.reading;

import io.xuemeng.conformance.mutant.Archive;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Validators that read manifests as lenient players do. */
final class ManifestMutants {

    private static final String MANIFEST = "imsmanifest.xml";
    private static final Pattern HREF = Pattern.compile("\\bhref=\"([^\"]*)\"");
    private static final byte[] PAGE = "<p>第一课</p>\n".getBytes(StandardCharsets.UTF_8);

    private ManifestMutants() {}

    static List<ValidatorMutant> all() {
        return List.of(
                reading(
                        "finds the manifest in whatever folder",
                        bytes -> Archive.withFiles(bytes, files -> {
                            if (files.containsKey(MANIFEST)) {
                                return files;
                            }
                            Map<String, byte[]> moved = new LinkedHashMap<>();
                            files.forEach((name, content) -> moved.put(name.replaceFirst("^[^/]+/", ""), content));
                            return moved.containsKey(MANIFEST) ? moved : files;
                        })),
                reading(
                        "finds the manifest under whatever case",
                        bytes -> Archive.withFiles(bytes, files -> {
                            Map<String, byte[]> renamed = new LinkedHashMap<>();
                            files.forEach((name, content) ->
                                    renamed.put(name.equalsIgnoreCase(MANIFEST) ? MANIFEST : name, content));
                            return renamed;
                        })),
                reading(
                        "does without a manifest",
                        bytes -> Archive.withFiles(bytes, files -> {
                            boolean none = files.keySet().stream()
                                    .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT)
                                            .endsWith(MANIFEST));
                            if (none) {
                                files.put(MANIFEST, manifestOf(files.keySet()));
                            }
                            return files;
                        })),
                reading("never looks whether files are there", ManifestMutants::withTargets),
                reading("finds files under whatever case", ManifestMutants::withTargetsOfAnyCase),
                hrefs("takes queries and fragments off addresses", href -> href.replaceFirst("[?#].*$", "")),
                hrefs("takes slashes off the begin of addresses", href -> href.replaceFirst("^/+", "")),
                text("takes slashes off the begin of bases", text -> text.replaceAll("xml:base=\"/+", "xml:base=\"")),
                hrefs(
                        "takes backslashes in addresses for slashes",
                        href -> href.replaceFirst("^C:\\\\.*\\\\(\\w+\\\\)", "$1")
                                .replace('\\', '/')),
                hrefs("takes .. off addresses", href -> href.replaceFirst("^(?:(?:\\.\\.|%2e%2e)/)+", "")),
                hrefs(
                        "takes addresses of one computer for addresses within the package",
                        href -> href.replaceFirst("^file:/+", "")
                                .replaceFirst("^[A-Z]:\\\\.*\\\\(\\w+)\\\\([^\\\\]+)$", "$1/$2")),
                hrefs(
                        "decodes percent signs that are none",
                        href -> href.replaceAll("%(?![0-9A-Fa-f]{2})", "%25").replace(" ", "%20")),
                text("skips files without an address", text -> text.replaceAll("<file(?: href=\"\")?/>\\s*", "")),
                text(
                        "ends every base with a slash",
                        text -> text.replaceAll("xml:base=\"([^\"/]+)\"", "xml:base=\"$1/\"")),
                text("skips items whose resource is not there", ManifestMutants::withoutDanglingItems),
                text("takes the first organization when the default is not there", ManifestMutants::withDefault),
                text("skips dependencies that are not there", text -> {
                    Set<String> known = identifiers(text, "resource");
                    return replace(
                            text,
                            "<dependency identifierref=\"([^\"]*)\"/>\\s*",
                            match -> known.contains(match.group(1)) ? match.group() : "");
                }),
                text("gives what has an identifier twice a new one", ManifestMutants::withUniqueIdentifiers),
                text(
                        "takes any text for an identifier",
                        text -> text.replaceAll("identifier=\"(\\d[^\"]*)\"", "identifier=\"I$1\"")),
                text(
                        "gives what has no identifier one",
                        text -> replace(
                                text,
                                "<(item|resource|organization) (?!identifier=)(?![^>]*\\bidentifier=)",
                                match -> "<" + match.group(1) + " identifier=\"G" + match.start() + "\" ")),
                text("does without schema and version", ManifestMutants::withSchema),
                text(
                        "takes every version for a known one",
                        text -> text.replace("2004 5th Edition", "2004 4th Edition")),
                text(
                        "skips schema locations without a partner",
                        text -> text.replaceAll("\\s*xsi:schemaLocation=\"\\S+\"", "")),
                text(
                        "reads namespaces by how they look",
                        text -> text.replace("v1p3/\"", "v1p3\"").replace("vlp3", "v1p3")),
                text(
                        "knows no namespaces",
                        text -> text.contains("xmlns=\"http://www.ims")
                                ? text
                                : text.replaceFirst(
                                        "<manifest (?:xmlns=\"[^\"]*\" )?",
                                        "<manifest xmlns=\"http://www.imsglobal.org/xsd/imscp_v1p1\" ")),
                text(
                        "takes mistyped elements for what they were to be",
                        text -> text.replaceAll("(</?)itm\\b", "$1item")),
                text(
                        "takes the first of two titles",
                        text -> text.replaceAll("(<title>[^<]*</title>)\\s*<title>[^<]*</title>", "$1")),
                text(
                        "does without organizations",
                        text -> text.contains("<organizations")
                                ? text
                                : text.replaceFirst("<resources", "<organizations/><resources")),
                text(
                        "takes a resource without a SCORM type for an asset",
                        text -> text.contains("adlcp")
                                ? replace(
                                        text,
                                        "<resource ((?:(?!scorm[Tt]ype)[^>])*?)(/?)>",
                                        match -> "<resource " + match.group(1)
                                                + (text.contains("v1p3") ? " adlcp:scormType" : " adlcp:scormtype")
                                                + "=\"asset\"" + match.group(2) + ">")
                                : text),
                text(
                        "reads SCORM types under whatever case",
                        text -> text.contains("v1p3")
                                ? text.replace("scormtype=", "scormType=")
                                : text.replace("scormType=", "scormtype=")),
                text(
                        "takes every SCORM type for a known one",
                        text -> text.replaceAll("(scorm[Tt]ype)=\"webpage\"", "$1=\"asset\"")),
                text(
                        "launches what has no address",
                        text -> replace(
                                text,
                                "(<resource (?![^>]*href=)[^>]*scorm[Tt]ype=\"sco\"[^>]*?)>(\\s*<file href=\"([^\"]*)\")",
                                match -> match.group(1) + " href=\"" + match.group(3) + "\">" + match.group(2))),
                text(
                        "takes every root for a manifest",
                        text -> text.replaceFirst(
                                        "<(?!manifest|\\?|!)(\\w+)( xmlns=\"http://www.ims[^>]*>)", "<manifest$2")
                                .replaceFirst("</(?!manifest)(\\w+)>\\s*$", "</manifest>")),
                text(
                        "takes no note of cycles",
                        text -> text.replaceAll("<dependency identifierref=\"RES-1\"/>\\s*", "")));
    }

    private static ValidatorMutant text(String name, UnaryOperator<String> edit) {
        return reading(name, bytes -> Archive.withManifest(bytes, edit));
    }

    private static ValidatorMutant hrefs(String name, UnaryOperator<String> edit) {
        return text(name, text -> replace(text, HREF.pattern(), match -> "href=\"" + edit.apply(match.group(1)) + '"'));
    }

    private static String replace(String text, String pattern, java.util.function.Function<Matcher, String> edit) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(out, Matcher.quoteReplacement(edit.apply(matcher)));
        }
        return matcher.appendTail(out).toString();
    }

    private static byte[] manifestOf(Set<String> files) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<manifest xmlns=\"http://www.imsglobal.org/xsd/imscp_v1p1\" identifier=\"M\"><metadata>"
                + "<schema>IMS Content</schema><schemaversion>1.1.4</schemaversion></metadata>"
                + "<organizations/><resources><resource identifier=\"R\" type=\"webcontent\">");
        files.stream()
                .filter(name -> !name.endsWith("/"))
                .forEach(name -> out.append("<file href=\"")
                        .append(name.replace("&", "&amp;"))
                        .append("\"/>"));
        return out.append("</resource></resources></manifest>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Set<String> targets(Map<String, byte[]> files) {
        Set<String> targets = new TreeSet<>();
        byte[] manifest = files.get(MANIFEST);
        if (manifest != null) {
            Matcher hrefs = HREF.matcher(new String(manifest, StandardCharsets.UTF_8));
            while (hrefs.find()) {
                String href = hrefs.group(1).replaceFirst("[?#].*$", "");
                if (!href.isEmpty() && !href.contains(":") && !href.contains("..") && !href.startsWith("/")) {
                    try {
                        targets.add(URLDecoder.decode(href.replace("+", "%2B"), StandardCharsets.UTF_8));
                    } catch (IllegalArgumentException e) {
                        targets.remove(href); // an address that nobody can decode names no file
                    }
                }
            }
        }
        return targets;
    }

    private static byte[] withTargets(byte[] bytes) {
        return Archive.withFiles(bytes, files -> {
            for (String target : targets(files)) {
                boolean similar = files.keySet().stream().anyMatch(target::equalsIgnoreCase);
                if (!similar && files.keySet().stream().noneMatch(name -> name.startsWith("content/"))) {
                    files.put(target, PAGE);
                }
            }
            return files;
        });
    }

    private static byte[] withTargetsOfAnyCase(byte[] bytes) {
        return Archive.withFiles(bytes, files -> {
            Map<String, byte[]> renamed = new LinkedHashMap<>();
            Set<String> targets = targets(files);
            files.forEach((name, content) -> renamed.put(
                    targets.contains(name)
                            ? name
                            : targets.stream()
                                    .filter(name::equalsIgnoreCase)
                                    .findFirst()
                                    .orElse(name),
                    content));
            return renamed;
        });
    }

    private static Set<String> identifiers(String text, String element) {
        Set<String> known = new HashSet<>();
        Matcher matcher = Pattern.compile("<" + element + "\\b[^>]*\\bidentifier=\"([^\"]*)\"")
                .matcher(text);
        while (matcher.find()) {
            known.add(matcher.group(1));
        }
        return known;
    }

    private static String withoutDanglingItems(String text) {
        Set<String> known = identifiers(text, "resource");
        known.addAll(identifiers(text, "manifest"));
        return replace(
                text,
                "(<item\\b[^>]*) identifierref=\"([^\"]*)\"",
                match -> known.contains(match.group(2)) ? match.group() : match.group(1));
    }

    private static String withDefault(String text) {
        Set<String> known = identifiers(text, "organization");
        return replace(
                text,
                "<organizations default=\"([^\"]*)\"",
                match -> known.contains(match.group(1)) || known.isEmpty()
                        ? match.group()
                        : "<organizations default=\"" + known.iterator().next() + '"');
    }

    private static String withUniqueIdentifiers(String text) {
        Set<String> seen = new HashSet<>();
        return replace(
                text,
                "\\bidentifier=\"([^\"]*)\"",
                match -> seen.add(match.group(1))
                        ? match.group()
                        : "identifier=\"" + match.group(1) + "-" + match.start() + '"');
    }

    private static String withSchema(String text) {
        String schema = "<schema>IMS Content</schema><schemaversion>1.1.4</schemaversion>";
        if (!text.contains("<schema>") && text.contains("<metadata>") && !text.contains("<schemaversion>")) {
            return text.replaceFirst("<metadata>", "<metadata>" + schema);
        }
        if (!text.contains("<metadata")) {
            return text.replaceFirst("(<manifest[^>]*>)", "$1<metadata>" + schema + "</metadata>");
        }
        return text.contains("<schema>IMS Content</schema>") && !text.contains("<schemaversion>")
                ? text.replace("<schema>IMS Content</schema>", schema)
                : text;
    }
}
