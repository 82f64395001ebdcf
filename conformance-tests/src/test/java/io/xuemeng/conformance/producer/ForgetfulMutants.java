package io.xuemeng.conformance.producer;

import io.xuemeng.conformance.mutant.Archive;
import io.xuemeng.conformance.sample.Samples;
import io.xuemeng.core.input.Limits;
import io.xuemeng.resource.MetadataReader;
import io.xuemeng.resource.MetadataWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Producers that do not know one element of the metadata: for each element, one that leaves it out of every record. */
final class ForgetfulMutants {

    private static final Pattern ELEMENT = Pattern.compile("<((?:\\w+:)?[A-Za-z]\\w*)[\\s>]");
    private static final Set<String> WHOLE = Set.of("lom", "string", "duration"); // a duration stands within a duration

    private ForgetfulMutants() {}

    static List<ProducerMutant> all() {
        Set<String> elements = new TreeSet<>();
        for (String profile : List.of("alliance", "textbook", "content-object")) {
            byte[] json = Samples.all().content(profile + "-001/pass.json");
            var document = MetadataReader.read(json, null, Limits.defaults(), finding -> {});
            Matcher names =
                    ELEMENT.matcher(new String(MetadataWriter.toXml(document.metadata()), StandardCharsets.UTF_8));
            while (names.find()) {
                elements.add(names.group(1));
            }
        }
        elements.removeAll(WHOLE);
        return elements.stream().map(ForgetfulMutants::without).toList();
    }

    private static ProducerMutant without(String element) {
        Pattern pattern = Pattern.compile("(?s)<" + element + "\\b(?:[^>]*/>|[^>]*>.*?</" + element + ">)\\s*");
        return ProducerMutant.writing(
                "never writes " + element,
                bytes -> Archive.withManifest(bytes, text -> {
                    int from = text.indexOf("<lom");
                    int to = text.lastIndexOf("</lom>");
                    return from < 0 || to < from
                            ? text
                            : text.substring(0, from)
                                    + pattern.matcher(text.substring(from, to)).replaceAll("")
                                    + text.substring(to);
                }));
    }
}
