package io.xuemeng.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.xuemeng.core.code.Iri;
import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.core.requirement.Severity;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Reads a document with the reader in all its ways and holds each against what {@link PlainGrammar} and Jackson's strict parser say of it:
 * the same documents are accepted, with the same events, texts, numbers and pointers, and lines and columns are those one counts by hand.
 */
final class ReadingOracle {

    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** What we ask beyond the grammar: such a document may be refused though the grammar is kept. */
    private static final Set<JsonRequirement> STRICTER = Set.of(
            JsonRequirement.NUMBER_SIZE,
            JsonRequirement.DEPTH,
            JsonRequirement.TEXT_LENGTH,
            JsonRequirement.PAIRED_SURROGATES);

    private static final MemberSet SOME =
            MemberSet.of("a", "id", "name", "objectType", "definition", "a-name-of-more-than-16-bytes", "", "标题", "?");

    private final byte[] document;
    private final List<String> tokens = new ArrayList<>();
    private final FindingCollector findings = new FindingCollector();

    private ReadingOracle(byte[] document) {
        this.document = document;
    }

    static void check(byte[] document) {
        try {
            new ReadingOracle(document).run();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(HexFormat.of().formatHex(document) + " " + e, e);
        }
    }

    private void run() {
        boolean readable = walk();
        boolean marked = found(JsonRequirement.NO_BYTE_ORDER_MARK);
        byte[] plain = marked ? Arrays.copyOfRange(document, 3, document.length) : document;
        boolean good = PlainGrammar.accepts(plain);
        if (readable) {
            assertThat(findings.findings()).noneMatch(finding -> finding.severity() == Severity.FATAL);
            assertThat(good).as("the grammar accepts it").isTrue();
            holdAgainstJackson(plain);
        } else if (!good) {
            assertThat(findings.findings()).isNotEmpty();
        } else {
            Requirement last =
                    findings.findings().get(findings.findings().size() - 1).requirement();
            assertThat(STRICTER).as("a reason to refuse it").contains((JsonRequirement) last);
        }
        readInPlace(readable);
        readByMembers(readable);
    }

    private boolean found(JsonRequirement requirement) {
        return findings.findings().stream().anyMatch(finding -> finding.requirement() == requirement);
    }

    /** Every token, and places that are counted by hand. */
    private boolean walk() {
        try (JsonReader json = JsonReader.open(document, null, Limits.defaults(), findings)) {
            int offset = found(JsonRequirement.NO_BYTE_ORDER_MARK) ? 3 : 0;
            int line = 1;
            int column = 1;
            while (json.next() != JsonEvent.END_DOCUMENT) {
                for (; offset < json.offset(); offset++) {
                    byte b = document[offset];
                    if (b == '\n' || (b == '\r' && document[offset + 1] != '\n')) {
                        line++;
                        column = 1;
                    } else if (b != '\r' && (b & 0xC0) != 0x80) {
                        column++;
                    }
                }
                assertThat(json.line()).isEqualTo(line);
                assertThat(json.column()).isEqualTo(column);
                tokens.add(token(json) + " at " + json.pointer());
            }
            return true;
        } catch (UnreadableJsonException e) {
            return false;
        }
    }

    private static String token(JsonReader json) throws UnreadableJsonException {
        JsonEvent event = json.event();
        assertThat(json.isOn(event)).isTrue();
        return switch (event) {
            case NAME -> event + " " + json.name();
            case STRING -> {
                assertThat(json.textView())
                        .hasToString(json.text())
                        .hasSize(json.text().length());
                assertThat(json.isIri()).isEqualTo(Iri.isValid(json.text()));
                yield event + " " + json.text();
            }
            case NUMBER -> {
                assertThat(json.decimal()).isEqualTo(new BigDecimal(json.text()));
                assertThat(json.textView()).hasToString(json.text());
                yield event + " " + json.text();
            }
            default -> event.toString();
        };
    }

    private void holdAgainstJackson(byte[] plain) {
        boolean twice = found(JsonRequirement.UNIQUE_NAMES);
        int read = 0;
        try (JsonParser parser = STRICT.createParser(plain)) {
            JsonToken token = parser.nextToken();
            while (token != null) {
                assertThat(tokens.get(read++)).isEqualTo(tokenOf(parser, token));
                token = parser.nextToken();
            }
        } catch (IOException e) {
            assertThat(twice).as(e.getMessage()).isTrue();
            assertThat(e).hasMessageContaining("uplicate field");
            return;
        }
        assertThat(twice).as("a name comes twice").isFalse();
        assertThat(tokens).hasSize(read);
    }

    private static String tokenOf(JsonParser parser, JsonToken token) throws IOException {
        String event = switch (token) {
            case START_OBJECT -> "START_OBJECT";
            case END_OBJECT -> "END_OBJECT";
            case START_ARRAY -> "START_ARRAY";
            case END_ARRAY -> "END_ARRAY";
            case FIELD_NAME -> "NAME " + parser.currentName();
            case VALUE_STRING -> "STRING " + parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "NUMBER " + parser.getText();
            case VALUE_TRUE -> "TRUE";
            case VALUE_FALSE -> "FALSE";
            case VALUE_NULL -> "NULL";
            default -> throw new IllegalStateException(token.toString());
        };
        return event + " at " + parser.getParsingContext().pathAsPointer();
    }

    /** Within a larger array, between bytes that would go on with any token, and after another document: all is the same. */
    private void readInPlace(boolean readable) {
        byte[][] around = {
            {'"', '\\'}, {'1', '2', '3', '4', '5', '6', '7', '8', '9'}, {'}', ']'}, {(byte) 0x85, (byte) 0x80}, {'\n'}
        };
        byte[] other = "{\"left\": [{\"over\": [\"\\ud83d\\ude00 分".getBytes(StandardCharsets.UTF_8);
        for (byte[] edge : around) {
            ByteBuffer larger = ByteBuffer.allocate(document.length + 2 * edge.length);
            larger.put(edge).put(document).put(edge).flip();
            larger.position(edge.length).limit(edge.length + document.length);
            FindingCollector again = new FindingCollector();
            AtomicReference<FindingSink> sink = new AtomicReference<>(new FindingCollector());
            List<String> read = new ArrayList<>();
            boolean end = false;
            try (JsonReader json = JsonReader.open(
                    ByteBuffer.wrap(other),
                    Limits.defaults().metadataDepth(),
                    null,
                    Limits.defaults(),
                    finding -> sink.get().report(finding))) {
                try {
                    while (json.next() != JsonEvent.END_DOCUMENT) {
                        json.location();
                    }
                } catch (UnreadableJsonException e) {
                    assertThat(json.depth()).isEqualTo(4);
                }
                sink.set(again);
                json.reopen(larger, Limits.defaults().metadataDepth());
                assertThat(json.pointer()).isEmpty();
                json.location();
                while (json.next() != JsonEvent.END_DOCUMENT) {
                    read.add(token(json) + " at " + json.pointer());
                }
                end = true;
            } catch (UnreadableJsonException e) {
                assertThat(readable).isFalse();
            }
            assertThat(end).isEqualTo(readable);
            assertThat(read).isEqualTo(tokens);
            assertThat(again.findings().toString())
                    .isEqualTo(findings.findings().toString());
        }
    }

    /** By numbers of members, and by capturing: what is captured reads the same again. */
    private void readByMembers(boolean readable) {
        List<String> read = new ArrayList<>();
        FindingCollector again = new FindingCollector();
        boolean end = false;
        try (JsonReader json = JsonReader.open(document, null, Limits.defaults(), again)) {
            json.next();
            descend(json, read);
            json.next();
            end = true;
        } catch (UnreadableJsonException e) {
            assertThat(readable).isFalse();
        }
        assertThat(end).isEqualTo(readable);
        if (readable) {
            assertThat(read).isEqualTo(tokens);
            assertThat(again.findings().toString())
                    .isEqualTo(findings.findings().toString());
            capture();
        }
    }

    private static void descend(JsonReader json, List<String> read) throws UnreadableJsonException {
        read.add(token(json) + " at " + json.pointer());
        if (json.event() == JsonEvent.START_ARRAY) {
            while (json.nextElement()) {
                descend(json, read);
            }
            read.add(token(json) + " at " + json.pointer());
        } else if (json.event() == JsonEvent.START_OBJECT) {
            for (int member = json.nextMember(SOME); member != MemberSet.END; member = json.nextMember(SOME)) {
                assertThat(member).isEqualTo(SOME.names().indexOf(json.name()));
                read.add("NAME " + json.name() + " at " + json.pointer());
                descend(json, read);
            }
            read.add(token(json) + " at " + json.pointer());
        }
    }

    private void capture() {
        FindingCollector unheard = new FindingCollector();
        try (JsonReader json = JsonReader.open(document, null, Limits.defaults(), unheard)) {
            json.next();
            RawJson raw = json.captureValue();
            List<String> read = new ArrayList<>();
            try (JsonReader part = raw.open(Limits.defaults(), unheard)) {
                while (part.next() != JsonEvent.END_DOCUMENT) {
                    read.add(token(part) + " at " + part.pointer());
                }
            }
            assertThat(read).isEqualTo(tokens);
        } catch (UnreadableJsonException e) {
            throw new AssertionError("captured what cannot be read", e);
        }
    }
}
