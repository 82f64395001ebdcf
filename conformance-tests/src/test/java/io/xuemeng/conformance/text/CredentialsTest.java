package io.xuemeng.conformance.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials are taken out where they stand, and nothing else is. */
class CredentialsTest {

    /** How often each character may be looked at: a number that does not grow with the text. */
    private static final int LOOKS = 60;

    private static final List<String> PIECES = List.of(
            "token",
            "token:",
            "token: ",
            "\"token\":",
            "\"token\":\"",
            "\\\"token\\\":\\\"",
            "token=",
            "password = ",
            "<token>",
            "</token>",
            "Cookie: ",
            "cookie=a;",
            "Set-Cookie:",
            "Authorization: ",
            "authorization: Bearer ",
            "\"Authorization\":[\"",
            "-u ",
            "--user=",
            "-u=",
            "eyJ",
            "eyJhbGciOiJF.",
            ".",
            "://",
            "https://",
            "https://a:b@",
            "a:b@",
            "-----BEGIN ",
            "-----BEGIN PRIVATE KEY-----",
            "PRIVATE KEY-----",
            "-----END ",
            "\"",
            "'",
            "\\",
            "\\\"",
            ":",
            "=",
            ";",
            "&",
            ",",
            "[",
            "{",
            "}",
            "<",
            ">",
            " ",
            "\t",
            "\n",
            "a",
            "0",
            "password[",
            "password[0]=",
            "token]=",
            "access_token%3D",
            "token%5B0%5D=",
            "%5B",
            "%5D",
            "<meta ",
            "content=\\\"",
            " => ",
            "token%22%3A%22",
            "%26",
            "%22",
            "set-cookie=[",
            "Cookie=a=b;",
            ", b=",
            "Bearer ",
            "Bearer a1b2c3d4",
            "<input ",
            "<input type=\"password\" ",
            "type=hidden ",
            "name=csrf ",
            "value=\"",
            "<password x",
            "<x:password ",
            "<![CDATA[",
            "]]>",
            "\u5bc6\u7801",
            "\u53e3\u4ee4\uff1a",
            "\\\\\\\"token\\\\\\\":",
            "{\"kty\":",
            "\"d\":\"",
            "secretAccessKey=",
            "token_type=",
            "https://a:",
            "\u2026",
            "/",
            "\u5b66",
            "\ud83d\ude00");

    @ParameterizedTest
    @CsvFileSource(resources = "credentials.txt", delimiter = '\u241f', quoteCharacter = '\u241e')
    void areTakenOut(String text, String shown) {
        assertThat(Credentials.masked(unescaped(text))).isEqualTo(unescaped(shown));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "no-credentials.txt", delimiter = '\u241f', quoteCharacter = '\u241e')
    void areNotSeenWhereThereAreNone(String text) {
        assertThat(Credentials.masked(unescaped(text))).isEqualTo(unescaped(text));
    }

    private static String unescaped(String text) {
        return text.replace("\u21b5", "\n");
    }

    @Test
    void aTextThatIsAskedForTwiceStaysAsItIs() {
        String once = Credentials.masked("Authorization: Basic dXNlcjpwYXNz\nhttps://a:b@c.cn {\"token\":\"x y\"}");

        assertThat(Credentials.masked(once)).isEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000, 200_000})
    void longValuesAreTakenOutWhole(int length) {
        String value = "a\\\"b".repeat(length);

        assertThat(Credentials.masked("{\"password\":\"" + value + "\",\"a\":1}"))
                .isEqualTo("{\"password\":\"***\",\"a\":1}");
    }

    /** Texts in which one piece comes again and again, which is where a search that begins anew at each of them takes for ever. */
    @Test
    void noPieceThatComesAgainAndAgainTakesMoreThanItsLength() {
        for (String piece : PIECES) {
            assertLinear(piece.repeat(20_000 / piece.length() + 1));
            for (String other : PIECES) {
                assertLinear((piece + other).repeat(4_000 / (piece + other).length() + 1));
            }
        }
    }

    @RepeatedTest(200)
    void noTextTakesMoreThanItsLength(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> some = IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())))
                .toList();
        String text = IntStream.range(0, 3_000)
                .mapToObj(i -> random.nextInt(20) == 0 ? PIECES : some)
                .map(from -> from.get(random.nextInt(from.size())))
                .collect(Collectors.joining());

        assertLinear(text + String.join("", some).repeat(500));
    }

    private static void assertLinear(String text) {
        Counted counted = new Counted(text);
        Credentials.masked(counted);
        assertThat(counted.looks)
                .as("%s characters that begin with %s", text.length(), text.substring(0, Math.min(40, text.length())))
                .isLessThan((long) LOOKS * (text.length() + 100));
    }

    /** A text that counts how often somebody looks at it. */
    private static final class Counted implements CharSequence {

        private final String text;
        private long looks;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            looks++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            looks += end - start;
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
