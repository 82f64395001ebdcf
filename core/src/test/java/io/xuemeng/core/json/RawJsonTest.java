package io.xuemeng.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.FindingCollector;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RawJsonTest {

    @Test
    void keepsNumberFormsEscapesAndOrder() {
        String compact = "{\"b\":1.0,\"a\":[1E+3,-0,\"\\u0041 \\\" b\\\\\"],\"c\":{}}";
        assertThat(RawJson.of(compact).text()).isEqualTo(compact);
        assertThat(RawJson.of(" { \"b\" : 1.0 ,\n\t\"a\":[ 1E+3,-0, \"\\u0041 \\\" b\\\\\" ] , \"c\":{ } }\r\n"))
                .isEqualTo(RawJson.of(compact))
                .hasSameHashCodeAs(RawJson.of(compact));
        assertThat(RawJson.of("1.0")).isNotEqualTo(RawJson.of("1.00"));
        assertThat(RawJson.of("1.0")).hasToString("RawJson[3 characters]");
    }

    @Test
    void isWhatACallerWrites() {
        assertThat(RawJson.written(out -> out.startObject().member("标题", "分\"数").endObject()))
                .isEqualTo(RawJson.of("{\"标题\":\"分\\\"数\"}"));
    }

    @Test
    void saysWhatIsWrongWithTextThatIsNoValue() {
        for (String text : List.of("", "{", "1 2", "{\"a\":1,\"a\":2}", "NaN", "\"\\ud800\"", "]")) {
            assertThatThrownBy(() -> RawJson.of(text))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("not a JSON value: ");
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings()
                        .withChars("ab\"\\/\b\f\n\r\t\u0000\u001F\u007F\u00A0分数\u2028\u202E\uFEFF\uD842\uDFB7\uD83D")
                        .ofMaxLength(10),
                Arbitraries.of("\uD842\uDFB7", "\uD800", "\uDC00\uD800", "K7-MATH-0312", ""));
    }

    @Provide
    Arbitrary<String> names() {
        return texts().filter(text -> text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE));
    }

    @Property(tries = 500)
    void givesBackWhatTheWriterWrote(
            @ForAll("names") String name,
            @ForAll("texts") String text,
            @ForAll BigDecimal number,
            @ForAll long whole,
            @ForAll boolean flag,
            @ForAll boolean pretty)
            throws Exception {
        RawJson raw = RawJson.of("[ 1.50 , {\"x\" : \"\\u5206\"} ]");
        byte[] bytes = pretty
                ? JsonWriter.pretty(out -> write(out, name, text, number, whole, flag, raw))
                : JsonWriter.compact(out -> write(out, name, text, number, whole, flag, raw));
        FindingCollector findings = new FindingCollector();
        try (JsonReader json = JsonReader.open(bytes, null, Limits.defaults(), findings)) {
            assertThat(json.next()).isEqualTo(JsonEvent.START_OBJECT);
            assertThat(json.nextMember()).isTrue();
            assertThat(json.name()).isEqualTo("n" + name);
            assertThat(json.next()).isEqualTo(JsonEvent.STRING);
            assertThat(json.text()).isEqualTo(text);
            assertThat(json.nextMember()).isTrue();
            json.next();
            assertThat(json.decimal()).isEqualTo(number);
            assertThat(json.nextMember()).isTrue();
            assertThat(json.next()).isEqualTo(JsonEvent.START_ARRAY);
            assertThat(json.nextElement()).isTrue();
            assertThat(json.text()).isEqualTo(Long.toString(whole));
            assertThat(json.nextElement()).isTrue();
            assertThat(json.event()).isEqualTo(flag ? JsonEvent.TRUE : JsonEvent.FALSE);
            assertThat(json.nextElement()).isTrue();
            assertThat(json.event()).isEqualTo(JsonEvent.NULL);
            assertThat(json.nextElement()).isFalse();
            assertThat(json.nextMember()).isTrue();
            assertThat(json.captureValue()).isEqualTo(raw);
            assertThat(json.nextMember()).isFalse();
            assertThat(json.next()).isEqualTo(JsonEvent.END_DOCUMENT);
        }
        assertThat(findings.findings()).allMatch(finding -> finding.requirement() == JsonRequirement.PAIRED_SURROGATES);
    }

    private static void write(
            JsonWriter out, String name, String text, BigDecimal number, long whole, boolean flag, RawJson raw) {
        out.startObject()
                .member("n" + name, text)
                .member("absent", (String) null)
                .member("number ", number)
                .name("array ")
                .startArray()
                .value(whole)
                .value(flag)
                .nullValue()
                .endArray()
                .member("raw ", raw)
                .endObject();
    }

    @Test
    void isLaidOutTheSameOnEveryPlatform() {
        byte[] json = JsonWriter.pretty(out -> out.startObject()
                .member("标题", "分数")
                .name("list")
                .startArray()
                .value(1)
                .startObject()
                .endObject()
                .endArray()
                .name("none")
                .startArray()
                .endArray()
                .endObject());
        assertThat(new String(json, StandardCharsets.UTF_8)).isEqualTo("""
                        {
                          "标题": "分数",
                          "list": [
                            1,
                            {}
                          ],
                          "none": []
                        }
                        """);
    }

    @Test
    void refusesATokenWhereJsonHasNone() {
        assertThatThrownBy(() -> JsonWriter.compact(out -> out.startObject().value(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no such token");
    }
}
