package io.xuemeng.conformance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.xuemeng.conformance.http.HttpQuestion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the store understands of a request: where its statements stand, and which ids they have. */
class ReceivedTest {

    private static final JsonNode UNNAMED = JsonNodeFactory.instance.objectNode();
    private static final JsonNode NAMED = JsonNodeFactory.instance.objectNode().put("id", "own");

    private static Received received(String method, String query, String type, String body) {
        HttpQuestion question =
                HttpQuestion.of(method, "/statements").query(query).body(body);
        return Received.of(type == null ? question : question.header("Content-Type", type), 200);
    }

    private static Received put(String query) {
        return received("PUT", query, "application/json", "{}");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /statements, true",
        "PUT, /statements, true",
        "GET, /statements, false",
        "PUT, /activities/state, false"
    })
    void statementsAreSentByPostAndPut(String method, String path, boolean sends) {
        assertThat(Received.isSending(HttpQuestion.of(method, path))).isEqualTo(sends);
        assertThat(Received.of(HttpQuestion.of(method, path), 200).isSending()).isEqualTo(sends);
    }

    @Test
    void aStatementHasItsOwnIdOrElseThatOfThePut() {
        Received put = put("a=b&statementId=fd41c918%2Db88b&c=d");

        assertThat(put.id(NAMED)).hasValue("own");
        assertThat(put.id(UNNAMED)).hasValue("fd41c918-b88b");
    }

    @Test
    void anIdWithoutACharacterIsNone() {
        JsonNode empty = JsonNodeFactory.instance.objectNode().put("id", "");

        assertThat(put("a=b").id(empty)).isEmpty();
        assertThat(put("a=b").id(JsonNodeFactory.instance.objectNode().putNull("id")))
                .isEmpty();
        assertThat(put("statementId=a").id(empty)).hasValue("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "statementId", "statementId=", "statementID=a", "id=a", "xstatementId=a", "statementId=%"})
    void anythingElseInTheAddressIsNoId(String query) {
        assertThat(put(query).id(UNNAMED)).isEmpty();
    }

    @Test
    void withoutAQueryOrByPostThereIsNoIdInTheAddress() {
        assertThat(put(null).id(UNNAMED)).isEmpty();
        assertThat(received("POST", "statementId=a", "application/json", "[]").id(UNNAMED))
                .isEmpty();
    }

    @Test
    void oneStatementIsOneAndAnArrayManyAndAnythingElseNone() {
        assertThat(received("POST", null, "application/json", "{\"a\":1}").statements())
                .hasSize(1);
        assertThat(received("POST", null, "application/json", "[{\"a\":1},2]").statements())
                .hasSize(2);
        for (String body : List.of("", "1", "{", "null")) {
            assertThat(received("POST", null, "application/json", body).statements())
                    .as(body)
                    .isEmpty();
        }
    }

    private static StatementBody body(String type, String body) {
        return received("POST", null, type, body).body();
    }

    private static String json(StatementBody body) {
        return new String(body.json(), StandardCharsets.UTF_8);
    }

    @Test
    void aPlainBodyIsTheStatements() {
        StatementBody body = body("Application/JSON; charset=utf-8", "[\"分\"]");

        assertThat(body.mediaType()).isEqualTo("application/json");
        assertThat(json(body)).isEqualTo("[\"分\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/mixed; boundary=b", "Multipart/Mixed;charset=utf-8; Boundary=\"b\"; x=y"})
    void theFirstPartIsTheStatements(String type) {
        StatementBody body = body(
                type,
                "--b\r\nX: y\r\ncontent-type: Application/json;q=1\r\n\r\n[\"分\r\n\"]\r\n--b\r\n\r\nwork\r\n--b--");

        assertThat(body.mediaType()).isEqualTo("application/json");
        assertThat(json(body)).isEqualTo("[\"分\r\n\"]");
    }

    @Test
    void whatStandsBeforeTheFirstDelimiterIsPassedOver() {
        assertThat(json(body("multipart/mixed; boundary=b", "for people\r\n--b\r\nA: b\r\n\r\n[1]\r\n--b--")))
                .isEqualTo("[1]");
    }

    @Test
    void aPartWithoutFieldsHasNoMediaType() {
        StatementBody body = body("multipart/mixed; boundary=b", "--b\r\n\r\n[1]\r\n--b--");

        assertThat(body.mediaType()).isEmpty();
        assertThat(json(body)).isEqualTo("[1]");
    }

    @Test
    void aPartMayBeEmpty() {
        StatementBody body =
                body("multipart/mixed; boundary=b", "--b\r\nContent-Type: application/json\r\n\r\n\r\n--b--");

        assertThat(body.mediaType()).isEqualTo("application/json");
        assertThat(json(body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[1]", "--b", "--b\r\nA: b\r\n", "--b\r\nA: b\r\n\r\n[1]", "--c\r\n\r\n[1]\r\n--c--"})
    void whereNoPartIsFoundTheBodyIsTakenAsItIs(String text) {
        StatementBody body = body("multipart/mixed; boundary=b", text);

        assertThat(body.mediaType()).isEmpty();
        assertThat(json(body)).isEqualTo(text);
    }

    @Test
    void otherMultipartsAndThoseWithoutABoundaryAreNotTakenApart() {
        assertThat(body("multipart/form-data; boundary=b", "--b\r\n\r\n[1]\r\n--b--")
                        .mediaType())
                .isEqualTo("multipart/form-data");
        assertThat(body("multipart/mixed", "--b\r\n\r\n[1]\r\n--b--").mediaType())
                .isEqualTo("multipart/mixed");
        assertThat(body(null, "[1]").mediaType()).isEmpty();
    }
}
