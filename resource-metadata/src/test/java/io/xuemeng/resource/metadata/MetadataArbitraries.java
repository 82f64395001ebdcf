package io.xuemeng.resource.metadata;

import io.xuemeng.resource.element.CompositeType;
import io.xuemeng.resource.element.Element;
import io.xuemeng.resource.element.ElementKind;
import io.xuemeng.resource.element.MetadataElements;
import io.xuemeng.resource.element.Slots;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Records for round-trip properties: whatever the model can hold, made by walking {@link MetadataElements}, so that a new
 * element is covered without a change here. The texts are hostile but can be written in XML 1.0.
 */
public final class MetadataArbitraries {

    private static final double ABSENT = 0.45;

    private static final List<String> XML_CONTENTS = List.of(
            "<a:grade xmlns:a=\"urn:example:a\">\u4E09\u5E74\u7EA7</a:grade>",
            "<b:empty xmlns:b=\"urn:example:b\"/>",
            "<b:deep xmlns:b=\"urn:example:b\" at=\"1 &lt; 2\"><c xmlns=\"urn:example:c\">x &amp; y</c> tail</b:deep>");

    /** How XML extensions are called that {@link #XML_CONTENTS} hold. */
    private static final List<String> XML_NAMES =
            List.of("{urn:example:a}grade", "{urn:example:b}empty", "{urn:example:b}deep");

    private static final List<String> JSON_CONTENTS =
            List.of("\"\u6587\u672C\"", "{\"a\":[1,2.50,null,true],\"b\":{}}", "12345678901234567890", "[]", "\"<&>\"");

    private MetadataArbitraries() {}

    /** Records whose texts may hold every character of XML 1.0: white space, markup, bidi marks, beyond the BMP. */
    public static Arbitrary<ResourceMetadata> metadata() {
        return metadata(texts());
    }

    /** Records with other texts. */
    public static Arbitrary<ResourceMetadata> metadata(Arbitrary<String> texts) {
        return metadataWithoutExtensions(texts)
                .flatMap(record -> extensions(containers(record)).map(extensions -> {
                    ResourceMetadata.Builder builder = record.toBuilder();
                    extensions.forEach(builder::extension);
                    return builder.build();
                }));
    }

    /** Records without extensions, for forms that cannot hold them. */
    public static Arbitrary<ResourceMetadata> metadataWithoutExtensions(Arbitrary<String> texts) {
        return composite(MetadataElements.RESOURCE_METADATA, texts);
    }

    /** Texts of every kind that XML 1.0 can hold; a quarter of them are dates and durations, odd ones included. */
    public static Arbitrary<String> texts() {
        Arbitrary<String> samples = Arbitraries.of(
                "",
                " ",
                "\u5206\u6570\u7684\u521D\u6B65\u8BA4\u8BC6",
                "LOMv1.0",
                "zxxnj",
                "\uD842\uDFB7\u91CE\u5BB6 \uD83D\uDE00",
                "\u202Eabc\u202C \u200F\u2067x\u2069",
                "  lead and trail \t",
                "line\nfeed\r\nreturn\rend",
                "<b>&amp; ]]> \"quoted\" 'too'</b>",
                "e\u0301 \u00E9 \uFEFF\u0085\u2028",
                "\uD800\uDC00\uDBFF\uDFFD\uE000\uFFFD",
                "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:\u738B\u5C0F\u660E\r\nN:\u738B;\u5C0F\u660E;;;\r\nEND:VCARD\r\n");
        Arbitrary<String> dates = Arbitraries.of(
                "2026-09-01",
                "9999-12-31T23:59:60.999999999+14:00",
                "-0044-03-15",
                "0000-00-00",
                "2024-03-01T08:00:00+08:00",
                "20260901",
                "PT32M",
                "P9999Y11M30DT23H59M59.999S",
                "-P1D");
        Arbitrary<String> random = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('\u4E00', '\u9FA5')
                .withChars("\t\n\r <>&\"'{}[]\\/~\u200E\u202D\u2066")
                .ofMaxLength(12);
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(3, samples),
                        net.jqwik.api.Tuple.of(2, dates),
                        net.jqwik.api.Tuple.of(3, random))
                .withoutEdgeCases();
    }

    /** Language tags, good and bad; null for none. */
    public static Arbitrary<String> languages() {
        return Arbitraries.of("zh-CN", "en", "zh_CN", "x-none", "", "zh-Hant-TW", "not a tag\u202E")
                .injectNull(0.15)
                .withoutEdgeCases();
    }

    /** The places of a record below which an extension may stand, the root included. */
    public static List<String> containers(ResourceMetadata record) {
        List<String> paths = new ArrayList<>();
        containers(MetadataElements.RESOURCE_METADATA, record, "", paths);
        return paths;
    }

    private static void containers(CompositeType<?> type, Object record, String path, List<String> paths) {
        paths.add(path);
        Object[] parts = type.parts(record);
        for (int i = 0; i < parts.length; i++) {
            Element element = type.elements().get(i);
            List<?> values =
                    parts[i] == null ? List.of() : element.repeatable() ? (List<?>) parts[i] : List.of(parts[i]);
            for (int j = 0; j < values.size(); j++) {
                String child = path + '/' + element.name() + (element.repeatable() ? "/" + j : "");
                if (element.composite() == null) {
                    if (element.kind() != ElementKind.TEXT) {
                        paths.add(child);
                    }
                } else {
                    containers(element.composite(), values.get(j), child, paths);
                }
            }
        }
    }

    private static Arbitrary<List<Extension>> extensions(List<String> parents) {
        Arbitrary<String> parent = Arbitraries.of(parents);
        Arbitrary<Extension> xml = Combinators.combine(
                        parent, Arbitraries.integers().between(0, XML_NAMES.size() - 1))
                .as((where, i) -> new Extension(where, XML_NAMES.get(i), Extension.XML, XML_CONTENTS.get(i)));
        Arbitrary<Extension> json = Combinators.combine(
                        parent,
                        Arbitraries.of("rating", "x:\u8BC4\u5206", "@id", "a/b~c"),
                        Arbitraries.of(JSON_CONTENTS))
                .as((where, name, content) -> new Extension(where, name, Extension.JSON, content));
        return Arbitraries.oneOf(xml, json).list().ofMaxSize(3).withoutEdgeCases();
    }

    private static <T> Arbitrary<T> composite(CompositeType<T> type, Arbitrary<String> texts) {
        List<Arbitrary<Object>> parts = new ArrayList<>();
        for (Element element : type.elements()) {
            Arbitrary<Object> value = value(element, texts);
            parts.add(
                    element.repeatable()
                            ? value.list()
                                    .ofMinSize(1)
                                    .ofMaxSize(2)
                                    .injectNull(ABSENT)
                                    .asGeneric()
                            : value.injectNull(ABSENT));
        }
        return Combinators.combine(parts).as(values -> assemble(type, values)).withoutEdgeCases();
    }

    private static <T> T assemble(CompositeType<T> type, List<Object> values) {
        Slots slots = type.slots();
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value instanceof List<?> list) {
                for (Object item : list) {
                    slots.add(i, item);
                }
            } else if (value != null) {
                slots.set(i, value);
            }
        }
        return type.assemble(slots);
    }

    private static Arbitrary<Object> value(Element element, Arbitrary<String> texts) {
        Arbitrary<String> optional = texts.injectNull(0.2);
        return switch (element.kind()) {
            case TEXT -> texts.map(Function.identity());
            case MULTILINGUAL -> multilingual(texts).map(Function.identity());
            case VOCABULARY -> Combinators.combine(optional, optional).as(VocabularyTerm::new);
            case DATE_TIME ->
                Combinators.combine(optional, multilingual(texts).injectNull(0.6))
                        .as(DateTimeText::new);
            case DURATION ->
                Combinators.combine(optional, multilingual(texts).injectNull(0.6))
                        .as(DurationText::new);
            case COMPOSITE -> composite(element.composite(), texts).map(Function.identity());
        };
    }

    private static Arbitrary<MultilingualText> multilingual(Arbitrary<String> texts) {
        return Combinators.combine(languages(), texts)
                .as(LanguageText::new)
                .list()
                .ofMaxSize(2)
                .map(MultilingualText::new);
    }
}
