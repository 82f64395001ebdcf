package io.xuemeng.resource.validation;

import io.xuemeng.resource.requirement.MetadataRequirement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The samples of META-100 to META-199: a good record, and in it one text replaced by another. */
final class ValueSamples {

    /** A text of the good record, as a pattern, and what stands there in the failing one. */
    record Edit(String from, String to) {}

    private static final String CARD =
            "BEGIN:VCARD\\r\\nVERSION:3.0\\r\\nFN:示例教研组\\r\\nN:;;;;\\r\\nORG:示例教研组\\r\\nEND:VCARD\\r\\n";
    private static final Map<MetadataRequirement, Edit> EDITS = edits();

    private ValueSamples() {}

    private static Map<MetadataRequirement, Edit> edits() {
        Map<MetadataRequirement, Edit> edits = new EnumMap<>(MetadataRequirement.class);
        put(edits, MetadataRequirement.LANGUAGE_TAG_UNDERSCORE, "zh-CN", "zh_CN");
        put(edits, MetadataRequirement.LANGUAGE_TAG_MALFORMED, "zh-CN", "中文");
        put(
                edits,
                MetadataRequirement.DATE_TIME_OUTSIDE_LOM,
                "2026-08-15T08:00:00.0+08:00",
                "2026-08-15T08:00:00+08:00");
        put(edits, MetadataRequirement.DATE_TIME_MALFORMED, "2026-09-01", "2026-02-30");
        put(edits, MetadataRequirement.DURATION_MALFORMED, "PT8M30S", "8:30");
        put(edits, MetadataRequirement.DURATION_OUTSIDE_LOM, "PT8M30S", "P2W");
        put(edits, MetadataRequirement.ADDRESS_NOT_IRI, "org/k3/math/0312", "org/k3/math 0312");
        put(edits, MetadataRequirement.SIZE_NOT_DIGITS, "258540767", "246 MB");
        put(edits, MetadataRequirement.FORMAT_NOT_MEDIA_TYPE, "video/mp4", "mp4");
        put(edits, MetadataRequirement.VOCABULARY_VALUE_UNKNOWN, "\"lecture\"", "\"lecturing\"");
        put(edits, MetadataRequirement.VOCABULARY_VALUE_SPELLING, "\"lecture\"", "\"Lecture\"");
        put(edits, MetadataRequirement.VOCABULARY_SOURCE_UNKNOWN, "LOMv1.0", "org.example.terms");
        edits.put(MetadataRequirement.VOCABULARY_SOURCE_MISSING, new Edit("\"source\": \"LOMv1.0\",\\s*", ""));
        put(edits, MetadataRequirement.VOCABULARY_VALUE_MISSING, "\"atomic\"", "\"\"");
        put(edits, MetadataRequirement.VOCABULARY_NOT_OF_ELEMENT, "LOMv1.0", "zxxxk");
        put(edits, MetadataRequirement.VOCABULARY_VALUE_NOT_LISTED, "\"人教版\"", "\"人教社版\"");
        put(edits, MetadataRequirement.ENTITY_NOT_VCARD, CARD, "示例教研组");
        put(edits, MetadataRequirement.VCARD_MALFORMED_LINE, "ORG:示例教研组", "示例教研组");
        put(edits, MetadataRequirement.VCARD_WITHOUT_VERSION, "VERSION:3.0\\r\\n", "");
        put(edits, MetadataRequirement.VCARD_WITHOUT_FORMATTED_NAME, "FN:示例教研组\\r\\n", "");
        put(edits, MetadataRequirement.VCARD_LINE_ENDS, CARD, CARD.replace("\\r\\n", "\\\\n"));
        put(
                edits,
                MetadataRequirement.VCARD_INDENTED,
                CARD,
                CARD.replace("\\r\\n", "\\r\\n  ").replaceFirst(" +$", ""));
        put(edits, MetadataRequirement.VCARD_WITHOUT_END, "END:VCARD\\r\\n", "");
        put(edits, MetadataRequirement.VCARD_FOLLOWED_BY_MORE, "END:VCARD\\r\\n", "END:VCARD\\r\\nNOTE:又及\\r\\n");
        put(edits, MetadataRequirement.VCARD_OTHER_VERSION, "VERSION:3.0", "VERSION:2.1");
        put(edits, MetadataRequirement.VCARD_WITHOUT_NAME, "N:;;;;\\r\\n", "");
        edits.put(MetadataRequirement.AIGC_LABEL_VALUE, new Edit("\"label\": \"1\"", "\"label\": \"是\""));
        put(edits, MetadataRequirement.AIGC_PRODUCER_MISSING, "\"示例生成服务\"", "\"\"");
        put(edits, MetadataRequirement.AIGC_PROPAGATOR_MISSING, "\"示例平台\"", "\"\"");
        put(edits, MetadataRequirement.LICENCE_IDENTIFIER, "CC-BY-4.0", "CC BY 4.0");
        put(edits, MetadataRequirement.CITIZEN_ID, "学生很喜欢", "联系 11010519491231002X");
        put(edits, MetadataRequirement.MOBILE_NUMBER, "学生很喜欢", "联系 13912345678");
        put(edits, MetadataRequirement.PRICE_AMOUNT, "12.50", "12.5元");
        put(edits, MetadataRequirement.REGION_CODE, "330000", "990000");
        edits.put(MetadataRequirement.REPRINT_NUMBER, new Edit("\"reprintNumber\": \"3\"", "\"reprintNumber\": \"三\""));
        put(edits, MetadataRequirement.EMPTY_VALUE, "需要扬声器", "");
        return edits;
    }

    private static void put(
            Map<MetadataRequirement, Edit> edits, MetadataRequirement requirement, String from, String to) {
        edits.put(requirement, new Edit(Pattern.quote(from), to));
    }

    static Map<Path, byte[]> all() throws IOException {
        String good = ProfileSamples.text(ProfileSamples.good("values"));
        Map<Path, byte[]> samples = new TreeMap<>();
        for (Map.Entry<MetadataRequirement, Edit> entry : EDITS.entrySet()) {
            Matcher matcher = Pattern.compile(entry.getValue().from()).matcher(good);
            if (!matcher.find()) {
                throw new IllegalStateException(entry + ": the good record has no such text");
            }
            String bad = good.substring(0, matcher.start()) + entry.getValue().to() + good.substring(matcher.end());
            Path folder = ProfileSamples.SAMPLES.resolve(entry.getKey().id());
            samples.put(folder.resolve("pass.json"), good.getBytes(StandardCharsets.UTF_8));
            samples.put(folder.resolve("fail.json"), bad.getBytes(StandardCharsets.UTF_8));
        }
        return samples;
    }
}
