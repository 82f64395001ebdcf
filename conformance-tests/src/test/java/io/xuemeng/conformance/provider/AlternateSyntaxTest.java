package io.xuemeng.conformance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.conformance.http.HttpQuestion;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a form of the alternate request syntax is taken for (xAPI 1.0.3, Communication 1.3). */
class AlternateSyntaxTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    private static HttpQuestion form(String method, String query, String type, String body) {
        return HttpQuestion.of(method, "/statements")
                .query(query)
                .header("Content-Type", type)
                .header("X-Other", "a")
                .body(body);
    }

    private static String body(HttpQuestion question) {
        return new String(question.body(), StandardCharsets.UTF_8);
    }

    @Test
    void theFormHoldsHeaderFieldsParametersAndTheBody() {
        HttpQuestion meant = AlternateSyntax.undone(form(
                "POST",
                "method=PUT",
                FORM + "; charset=utf-8",
                "statementId=a%20b&authorization=Basic+eA%3D%3D&X-Experience-API-Version=1.0.3"
                        + "&content=%7B%22a%22%3A%22%E5%AD%A6+%2B%22%7D"));

        assertThat(meant).hasToString("PUT /statements?statementId=a%20b");
        assertThat(meant.header("Authorization")).hasValue("Basic eA==");
        assertThat(meant.header("X-Experience-API-Version")).hasValue("1.0.3");
        assertThat(meant.header("X-Other")).hasValue("a");
        assertThat(meant.header("Content-Type")).hasValue("application/json");
        assertThat(body(meant)).isEqualTo("{\"a\":\"学 +\"}");
    }

    @Test
    void theFormSaysOfWhatTypeItsContentIs() {
        HttpQuestion meant =
                AlternateSyntax.undone(form("POST", "method=POST", FORM, "content=a&Content-Type=text%2Fplain"));

        assertThat(meant.header("Content-Type")).hasValue("text/plain");
    }

    @Test
    void whatIsReadHasNoContent() {
        HttpQuestion meant = AlternateSyntax.undone(form("POST", "method=GET", FORM, "limit=1"));

        assertThat(meant).hasToString("GET /statements?limit=1");
        assertThat(meant.header("Content-Type")).isEmpty();
        assertThat(body(meant)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, method=PUT, application/x-www-form-urlencoded, content=a",
        "POST, , application/x-www-form-urlencoded, content=a",
        "POST, method=PATCH, application/x-www-form-urlencoded, content=a",
        "POST, method=put, application/x-www-form-urlencoded, content=a",
        "POST, method=PUT&statementId=a, application/x-www-form-urlencoded, content=a",
        "POST, method=PUT, application/json, content=a",
        "POST, method=PUT, application/x-www-form-urlencoded, content=%",
        "POST, method=PUT, application/x-www-form-urlencoded, content=a&content=b",
        "POST, method=PUT, application/x-www-form-urlencoded, []",
        "POST, method=PUT, application/x-www-form-urlencoded, ''"
    })
    void anythingElseIsTheRequestItself(String method, String query, String type, String body) {
        HttpQuestion asked = form(method, query, type, body);

        assertThat(AlternateSyntax.undone(asked)).isSameAs(asked);
    }
}
