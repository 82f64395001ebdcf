package io.xuemeng.resource.content;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** The JSON of a label, right unless it is changed. */
final class SampleLabel {

    private final Map<String, String> fields = new LinkedHashMap<>();

    SampleLabel() {
        set("Label", "1");
        set("ContentProducer", "示例智能科技有限公司");
        set("ProduceID", "2026-11-0001");
        set("ReservedCode1", "");
        set("ContentPropagator", "示例教育云平台");
        set("PropagateID", "res-2026-0001");
        set("ReservedCode2", "");
    }

    static String json() {
        return new SampleLabel().text();
    }

    SampleLabel set(String field, String value) {
        fields.put(field, '"' + value + '"');
        return this;
    }

    SampleLabel raw(String field, String json) {
        fields.put(field, json);
        return this;
    }

    SampleLabel without(String field) {
        fields.remove(field);
        return this;
    }

    /** Every field with its text, without quotes. */
    void each(BiConsumer<String, String> action) {
        fields.forEach((field, value) -> action.accept(field, value.substring(1, value.length() - 1)));
    }

    String text() {
        return fields.entrySet().stream()
                .map(field -> '"' + field.getKey() + "\":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** An XMP packet with the label as an element's text. */
    static String xmp(String json) {
        return packet(
                "<rdf:Description rdf:about=\"\" xmlns:TC260=\"http://www.tc260.org.cn/ns/AIGC/1.0/\"><TC260:AIGC>"
                        + escaped(json) + "</TC260:AIGC></rdf:Description>");
    }

    /** An XMP packet around RDF descriptions. */
    static String packet(String descriptions) {
        return "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">" + descriptions
                + "</rdf:RDF></x:xmpmeta>\n   <?xpacket end=\"w\"?>";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }
}
