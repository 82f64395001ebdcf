package io.xuemeng.resource.json;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.resource.element.CompositeType;
import io.xuemeng.resource.element.Element;
import io.xuemeng.resource.element.MetadataElements;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the JSON Schema of the JSON form from {@link MetadataElements} and the names in {@code element-titles.tsv}. The
 * result is committed; run {@link #main} in the module's directory after a change of the model.
 */
final class MetadataSchemaGenerator {

    /** Where the schema stands, from the module's directory. */
    static final Path[] FILES = {
        Path.of("src/main/resources/io/xuemeng/resource/json/metadata.schema.json"),
        Path.of("../docs/schema/metadata.schema.json")
    };

    private final Map<String, String[]> titles = titles();
    private final Map<String, ObjectNode> definitions = new TreeMap<>();

    private MetadataSchemaGenerator() {}

    /** Writes the schema to where it is committed. */
    public static void main(String[] arguments) throws IOException {
        for (Path file : FILES) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, generate());
        }
    }

    /** The schema as text. */
    static String generate() {
        return new MetadataSchemaGenerator().schema();
    }

    private String schema() {
        ObjectNode root = object();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("$id", MetadataJsonSchema.ID);
        ObjectNode record = composite(MetadataElements.RESOURCE_METADATA);
        ObjectNode properties = (ObjectNode) record.get("properties");
        ObjectNode all = object();
        all.set("$schema", text("$schema", "the address of this schema"));
        all.set("profile", text("profile", "the profile that the record is meant to follow"));
        all.setAll(properties);
        all.set("extensions", extensions());
        record.set("properties", all);
        root.setAll(record);
        values();
        ObjectNode defs = root.putObject("$defs");
        definitions.forEach(defs::set);
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
        try {
            return new ObjectMapper().writer(printer).writeValueAsString(root) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode composite(CompositeType<?> type) {
        ObjectNode definition = object();
        String[] names = titles(type, "");
        definition.put("title", type.name() + " / " + names[0]);
        definition.put("description", sentence(names[1]) + " Other properties are kept as extensions.");
        definition.put("type", "object");
        ObjectNode properties = definition.putObject("properties");
        for (Element element : type.elements()) {
            properties.set(element.name(), property(type, element));
        }
        return definition;
    }

    private ObjectNode property(CompositeType<?> type, Element element) {
        ObjectNode property = object();
        String[] names = titles(type, element.name());
        property.put("title", element.name() + " / " + names[0]);
        String number = switch (element.origin()) {
            case LOM -> "LOM " + element.number();
            case XUEMENG -> "Not in LOM, " + element.number();
        };
        property.put("description", number + ": " + sentence(names[1]));
        ObjectNode value = value(element);
        if (element.repeatable()) {
            property.put("type", "array");
            property.set("items", value);
        } else {
            property.setAll(value);
        }
        return property;
    }

    private ObjectNode value(Element element) {
        return switch (element.kind()) {
            case TEXT -> object().put("type", "string");
            case MULTILINGUAL -> reference("MultilingualText");
            case VOCABULARY -> reference("VocabularyTerm");
            case DATE_TIME -> reference("DateTime");
            case DURATION -> reference("Duration");
            case COMPOSITE -> {
                CompositeType<?> type = element.composite();
                if (!definitions.containsKey(type.name())) {
                    definitions.put(type.name(), composite(type));
                }
                yield reference(type.name());
            }
        };
    }

    private void values() {
        ObjectNode texts = described("MultilingualText / 多语言字符串", "The same text in several languages.");
        texts.put("type", "array");
        texts.set("items", reference("LanguageText"));
        definitions.put("MultilingualText", texts);
        ObjectNode text = described("LanguageText / 单语言文本", "A text in one language.");
        text.put("type", "object");
        text.putObject("properties")
                .<ObjectNode>set("language", text("language / 语种", "a BCP 47 tag, for example zh-CN"))
                .set("text", text("text / 文本", "the text"));
        text.putArray("required").add("text");
        definitions.put("LanguageText", text);
        ObjectNode term = described("VocabularyTerm / 词汇", "A value of a vocabulary.");
        term.put("type", "object");
        term.putObject("properties")
                .<ObjectNode>set(
                        "source",
                        text(
                                "source / 来源",
                                "the vocabulary, for example LOMv1.0 or a tag dimension of the national platform"))
                .set("value", text("value / 值", "the value"));
        definitions.put("VocabularyTerm", term);
        definitions.put("DateTime", time("DateTime / 日期时间", "a date or a point in time of GB/T 7408 (ISO 8601)"));
        definitions.put("Duration", time("Duration / 时长", "a length of time of GB/T 7408 (ISO 8601)"));
    }

    private static ObjectNode time(String title, String what) {
        ObjectNode time = described(title, sentence(what));
        time.put("type", "object");
        ObjectNode properties = time.putObject("properties");
        properties.set("value", text("value / 值", what));
        properties.set(
                "description", described("description / 描述", "It in words.").setAll(reference("MultilingualText")));
        return time;
    }

    private static ObjectNode extensions() {
        ObjectNode extension = object();
        extension.put("type", "object");
        ObjectNode properties = extension.putObject("properties");
        properties.set("parent", text("parent", "the JSON Pointer of what held it; empty for the record"));
        properties.set("name", text("name", "its property, or {namespace}local of the XML form"));
        properties.set("mediaType", text("mediaType", "application/json or application/xml"));
        properties.set("content", text("content", "the JSON value or the XML element, character for character"));
        extension
                .putArray("required")
                .add("parent")
                .add("name")
                .add("mediaType")
                .add("content");
        ObjectNode extensions = described("extensions / 扩展", "What has no place of its own in this form.");
        extensions.put("type", "array");
        extensions.set("items", extension);
        return extensions;
    }

    private static ObjectNode text(String title, String description) {
        return described(title, sentence(description)).put("type", "string");
    }

    private static ObjectNode described(String title, String description) {
        return object().put("title", title).put("description", description);
    }

    private static ObjectNode reference(String definition) {
        return object().put("$ref", "#/$defs/" + definition);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + '.';
    }

    private String[] titles(CompositeType<?> type, String element) {
        String[] found = titles.get(type.name() + '/' + element);
        if (found == null) {
            throw new IllegalStateException(
                    "element-titles.tsv has no line for " + type.name() + (element.isEmpty() ? "" : "." + element));
        }
        return found;
    }

    private static Map<String, String[]> titles() {
        Map<String, String[]> titles = new HashMap<>();
        try (InputStream in = MetadataSchemaGenerator.class.getResourceAsStream("element-titles.tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(columns -> {
                        titles.put(columns[0] + '/' + columns[1], new String[] {columns[2], columns[3]});
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return titles;
    }
}
