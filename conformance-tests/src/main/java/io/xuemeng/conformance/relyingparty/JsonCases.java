package io.xuemeng.conformance.relyingparty;

import static io.xuemeng.conformance.relyingparty.TokenUse.ID_TOKEN;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The JSON of tokens: what two readers read in two ways must not be signed for one of them. */
final class JsonCases {

    private JsonCases() {}

    static void write(Map<String, Consumer<Cases>> book) {
        claims(book, "JSON-001", "no colon", text -> text.replaceFirst("\"sub\":", "\"sub\" "));
        claims(book, "JSON-002", "not to the end", text -> text.substring(0, text.length() - 1));
        book.put(
                "JSON-003",
                cases -> cases.about(ID_TOKEN)
                        .bad("a byte that is no UTF-8", draft -> {
                            byte[] bytes = withMember(draft.claims.toString(), "\"note\":\"?\"")
                                    .getBytes(StandardCharsets.UTF_8);
                            bytes[bytes.length - 3] = (byte) 0xff;
                            draft.payload = bytes;
                        })
                        .bad(
                                "UTF-16",
                                draft -> draft.payload = draft.claims.toString().getBytes(StandardCharsets.UTF_16BE)));
        book.put(
                "JSON-004",
                cases -> cases.about(ID_TOKEN)
                        .recommended()
                        .bad("a byte order mark", draft -> draft.editPayload(text -> "\ufeff" + text)));
        book.put(
                "JSON-005",
                cases -> cases.about(ID_TOKEN)
                        .bad("two nonce", draft -> draft.editPayload(text -> withMember(text, "\"nonce\":\"a\"")))
                        // Whoever takes the last one may (RFC 7515, 4; RFC 7519, 4).
                        .recommended()
                        .bad(
                                "two sub",
                                draft -> draft.editPayload(text -> withMember(text, "\"sub\":\"somebody-else\"")))
                        .bad(
                                "two aud, the first of another",
                                draft -> draft.editPayload(
                                        text -> "{\"aud\":\"https://other.kit.example\"," + text.substring(1)))
                        .bad(
                                "two sub, one of them escaped",
                                draft -> draft.editPayload(text -> withMember(text, "\"s\\u0075b\":\"somebody-else\"")))
                        .bad(
                                "two alg in the header",
                                draft -> draft.editHeader(text -> "{\"alg\":\"none\"," + text.substring(1)))
                        .bad(
                                "two kid in the header",
                                draft -> draft.editHeader(text -> "{\"kid\":\"a\"," + text.substring(1))));
        claims(book, "JSON-006", "a second object", text -> text + "{}");
        claims(book, "JSON-007", "a comment", text -> text + "// a");
        claims(book, "JSON-008", "apostrophes", text -> text.replace("\"sub\"", "'sub'"));
        claims(book, "JSON-009", "a comma at the end", text -> text.substring(0, text.length() - 1) + ",}");
        claims(book, "JSON-010", "a number with a plus", text -> withMember(text, "\"note\":+1"));
        claims(book, "JSON-011", "NaN", text -> withMember(text, "\"note\":NaN"));
        claims(book, "JSON-012", "a control character", text -> withMember(text, "\"note\":\"a\u0001b\""));
        claims(book, "JSON-013", "half a surrogate pair", text -> withMember(text, "\"note\":\"\\ud800\""));
        book.put(
                "JSON-015",
                cases -> cases.about(ID_TOKEN)
                        .bad(
                                "5,000 arrays in each other",
                                draft -> draft.editPayload(
                                        text -> withMember(text, "\"note\":" + "[".repeat(5000) + "]".repeat(5000)))));
        book.put(
                "JSON-017",
                cases -> cases.about(ID_TOKEN)
                        .bad(
                                "a number of 100,000 digits",
                                draft -> draft.editPayload(text -> withMember(text, "\"note\":" + "7".repeat(100_000))))
                        .bad(
                                "1e999999999",
                                draft -> draft.editPayload(text -> withMember(text, "\"note\":1e999999999"))));
    }

    private static void claims(Map<String, Consumer<Cases>> book, String id, String label, UnaryOperator<String> edit) {
        book.put(id, cases -> cases.about(ID_TOKEN).bad(label, draft -> draft.editPayload(edit)));
    }

    private static String withMember(String text, String member) {
        return text.substring(0, text.length() - 1) + ',' + member + '}';
    }
}
