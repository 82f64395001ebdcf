package io.xuemeng.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.Location;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonReaderTest {

    private final FindingCollector findings = new FindingCollector();

    private JsonReader open(String document) throws UnreadableJsonException {
        return JsonReader.open(document.getBytes(StandardCharsets.UTF_8), "metadata.json", Limits.defaults(), findings);
    }

    @Test
    void walksTheMembersOfAnObject() throws Exception {
        List<String> read = new ArrayList<>();
        try (JsonReader json =
                open("{\"标题\": \"分数\", \"n\": 1.50, \"skipped\": {\"n\": [1]}, \"x\" : [ 1e+2, \"a b\" ]}")) {
            assertThat(json.next()).isEqualTo(JsonEvent.START_OBJECT);
            while (json.nextMember()) {
                switch (json.name()) {
                    case "标题" -> {
                        json.next();
                        read.add(json.text() + " at " + json.location());
                    }
                    case "n" -> {
                        json.next();
                        read.add(json.decimal().toString());
                    }
                    case "x" -> read.add(json.captureValue().text());
                    default -> {
                        // Left to nextMember().
                    }
                }
            }
            assertThat(json.next()).isEqualTo(JsonEvent.END_DOCUMENT);
            assertThat(json.next()).isEqualTo(JsonEvent.END_DOCUMENT);
        }
        assertThat(read).containsExactly("分数 at metadata.json:1:8 /标题", "1.50", "[1e+2,\"a b\"]");
        assertThat(findings.findings()).isEmpty();
    }

    @Test
    void stopsAtAFaultAndKeepsSayingSo() throws Exception {
        try (JsonReader json = open("{\"a\":1,}")) {
            json.next();
            assertThat(json.nextMember()).isTrue();
            json.skipValue();
            assertThatThrownBy(json::nextMember).isInstanceOf(UnreadableJsonException.class);
            assertThatThrownBy(json::next).isInstanceOf(UnreadableJsonException.class);
        }
        assertThat(findings.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.requirement()).isEqualTo(JsonRequirement.NO_TRAILING_COMMA);
            assertThat(finding.location().toString()).isEqualTo("metadata.json:1:7 /a");
        });
    }

    @Test
    void doesNotTakeHalfASurrogatePairInANameForAQuestionMark() throws Exception {
        MemberSet set = MemberSet.of("a?", "b");
        assertThat(set.indexOf("a\ud800")).isEqualTo(MemberSet.UNKNOWN);
        try (JsonReader json = open("{\"a\\ud800\": 1}")) {
            json.next();
            assertThatThrownBy(() -> json.nextMember(set)).isInstanceOf(UnreadableJsonException.class);
        }
        assertThat(findings.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.requirement()).isEqualTo(JsonRequirement.PAIRED_SURROGATES));
    }

    @Test
    void readsEscapedNamesByTheirNumber() throws Exception {
        try (JsonReader json = open("{\"\\u0062\": 1, \"a\\/\": 2, \"c\": 3}")) {
            json.next();
            MemberSet set = MemberSet.of("a/", "b");
            assertThat(json.nextMember(set)).isEqualTo(1);
            assertThat(json.nextMember(set)).isEqualTo(0);
            assertThat(json.nextMember(set)).isEqualTo(MemberSet.UNKNOWN);
            assertThat(json.nextMember(set)).isEqualTo(MemberSet.END);
        }
        assertThat(findings.findings()).isEmpty();
    }

    @Test
    void readsMembersOnlyBetweenTheMembersOfAnObject() throws Exception {
        MemberSet set = MemberSet.of("a");
        try (JsonReader json = open("}")) {
            assertThatThrownBy(() -> json.nextMember(set)).isInstanceOf(IllegalStateException.class);
        }
        try (JsonReader json = open("[}")) {
            json.next();
            assertThatThrownBy(() -> json.nextMember(set)).isInstanceOf(IllegalStateException.class);
        }
        try (JsonReader json = open("{\"a\":1}")) {
            json.next();
            json.next();
            assertThatThrownBy(() -> json.nextMember(set)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void keepsItsPathWhenItBeginsWithAnotherDocument() throws Exception {
        try (JsonReader json = open("1")) {
            json.reopen(ByteBuffer.wrap(new byte[] {'2'}), 5);
            json.next();
            assertThat(json.location().entry()).isEqualTo("metadata.json");
        }
    }

    @Test
    void readsNothingMoreOfADocumentWhenTheNextCannotBeOpened() throws Exception {
        Limits limits = Limits.defaults().toBuilder().documentBytes(20).build();
        byte[] first = "{\"a\": [1], \"b\": 2}".getBytes(StandardCharsets.UTF_8);
        MemberSet set = MemberSet.of("a", "b");
        for (byte[] broken : List.of(new byte[21], "[1]".getBytes(StandardCharsets.UTF_16LE))) {
            try (JsonReader json = JsonReader.open(first, null, limits, findings)) {
                json.next();
                json.nextMember(set);
                Throwable refusal = catchThrowable(() -> json.reopen(ByteBuffer.wrap(broken), 5));

                assertThat(refusal).isInstanceOf(UnreadableJsonException.class);
                assertThatThrownBy(json::next).isSameAs(refusal);
                assertThatThrownBy(() -> json.nextMember(set)).isSameAs(refusal);
                assertThatThrownBy(json::nextElement).isSameAs(refusal);
                assertThatThrownBy(json::name).isInstanceOf(IllegalStateException.class);
                assertThatThrownBy(json::text).isInstanceOf(IllegalStateException.class);
                assertThatThrownBy(json::captureValue).isInstanceOf(IllegalStateException.class);
                assertThat(json.pointer()).isEmpty();
                assertThat(json.depth()).isZero();
                assertThat(json.offset()).isZero();

                json.reopen(ByteBuffer.wrap(first), 5);
                json.next();
                json.nextMember(set);
                assertThat(json.captureValue().text()).isEqualTo("[1]");
            }
        }
        assertThat(findings.findings()).hasSize(2);
    }

    @Test
    void saysThatADocumentIsNotUtf8WhereverTheBytesStand() {
        byte[] text = {'[', '"', 'a', '"', ',', (byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80};
        byte[] utf16 = {(byte) 0xFF, (byte) 0xFE, '[', 0, ']', 0};
        byte[] open = {'"', (byte) 0xE5, '"' + 1};
        for (byte[] document : List.of(text, utf16, open)) {
            FindingCollector found = new FindingCollector();
            assertThat(Walk.through(document, Limits.defaults(), found)).isFalse();
            assertThat(found.findings())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.requirement()).isEqualTo(JsonRequirement.UTF8));
        }
    }

    @Test
    void looksAtATextWithinItsBoundsOnly() throws Exception {
        try (JsonReader json = open("[\"\", 7]")) {
            json.next();
            json.next();
            assertThatThrownBy(() -> json.textView().charAt(0)).isInstanceOf(IndexOutOfBoundsException.class);
            json.next();
            assertThat(json.textView().charAt(0)).isEqualTo('7');
            assertThatThrownBy(() -> json.textView().charAt(1)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    /** Scripts and expression languages call what is public by reflection. */
    @Test
    void everythingPublicCanBeCalledByReflection() throws Exception {
        try (JsonReader json = open("[7]")) {
            json.next();
            for (String name : List.of(
                    "depth", "pointer", "location", "line", "column", "offset", "endOffset", "entry", "event")) {
                JsonReader.class.getMethod(name).invoke(json);
            }
            assertThat(JsonReader.class.getMethod("depth").invoke(json)).isEqualTo(1);
        }
    }

    @Test
    void tellsWhetherAStringIsAnIriHoweverItIsWritten() throws Exception {
        assertThat(
                        irisIn(
                                "[\"https://a.cn/lesson\", \"http:\\/\\/a.cn/le\\u0073son\", \"urn:x:1\", \"https://a.cn/课程\"]"))
                .containsExactly(true, true, true, true);
        assertThat(
                        irisIn(
                                "[\"https://a.cn/le sson\", \"https:///lesson\", \"lesson\", \"\", \"https://a.cn/\\u0020esson\"]"))
                .containsOnly(false);
        try (JsonReader json = open("7")) {
            json.next();
            assertThatThrownBy(json::isIri).isInstanceOf(IllegalStateException.class);
        }
    }

    private List<Boolean> irisIn(String array) throws Exception {
        List<Boolean> iris = new ArrayList<>();
        try (JsonReader json = open(array)) {
            json.next();
            while (json.nextElement()) {
                assertThat(json.isOn(JsonEvent.STRING)).isTrue();
                assertThat(json.isOn(JsonEvent.NUMBER)).isFalse();
                iris.add(json.isIri());
            }
        }
        return iris;
    }

    @Test
    void countsPlacesInWhateverOrderTheyAreAskedFor() throws Exception {
        String line = "{\"分数\": [1, 2]},\r\n {\"a\": \"\uD842\uDFB7\"},\n";
        byte[] document = ("[" + line.repeat(300) + "1]").getBytes(StandardCharsets.UTF_8);
        Random order = new Random(7);
        try (JsonReader json = JsonReader.open(document, null, Limits.defaults(), findings)) {
            for (int i = 0; i < 500; i++) {
                int offset = order.nextInt(document.length);
                String before = new String(document, 0, offset, StandardCharsets.UTF_8);
                int lineStart = before.lastIndexOf('\n') + 1;
                if ((document[offset] & 0xC0) != 0x80 && document[offset] != '\n') {
                    Location place = json.location(offset, "");
                    assertThat(place.line()).isEqualTo((int) before.lines().count() + (before.endsWith("\n") ? 1 : 0));
                    assertThat(place.column()).isEqualTo(before.codePointCount(lineStart, before.length()) + 1);
                }
            }
        }
    }

    /** Each took time by the square of the size: the whole name, or all from the document's start, for each finding. */
    @Test
    void readsLargeDocumentsWithVeryManyFindings() throws Exception {
        String name = "n".repeat(1 << 19) + "\\u0041";
        try (JsonReader json = open("{\"" + name + "\":[" + "\"\\ud800\",".repeat(50_000) + "1]}")) {
            json.next();
            json.skipValue();
        }
        try (JsonReader json = open("[" + "{\"a\":1},".repeat(100_000) + "1]")) {
            int start = 0;
            while (json.next() != JsonEvent.END_DOCUMENT) {
                if (json.event() == JsonEvent.START_OBJECT) {
                    start = json.offset();
                } else if (json.event() == JsonEvent.END_OBJECT) {
                    assertThat(json.column()).isEqualTo(start + 7);
                    assertThat(json.location(start, "").column()).isEqualTo(start + 1);
                }
            }
        }
    }
}
