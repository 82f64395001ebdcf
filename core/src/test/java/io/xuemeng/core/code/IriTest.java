package io.xuemeng.core.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IriTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                // RFC 3986, section 1.1.2
                "ftp://ftp.is.co.za/rfc/rfc1808.txt",
                "http://www.ietf.org/rfc/rfc2396.txt",
                "ldap://[2001:db8::7]/c=GB?objectClass?one",
                "mailto:John.Doe@example.com",
                "news:comp.infosystems.www.servers.unix",
                "tel:+1-816-555-1212",
                "telnet://192.0.2.16:80/",
                "urn:oasis:names:specification:docbook:dtd:xml:4.1.2",
                // RFC 3987
                "http://résumé.example.org",
                "http://www.example.org/D%C3%BCrst",
                "https://例子.cn/课程/312?年级=三#第一节",
                "http://example.com/\uD800\uDF00\uD800\uDF01",
                "http://example.com/?q=\uE000\uDBC0\uDC00",
                // edges of the grammar
                "a:",
                "urn:",
                "file:///etc/hosts",
                "x://",
                "x://:80",
                "x://user:pass@host:/",
                "http://a@b:80?q#f",
                "http://h?",
                "http://h#",
                "http://h/#a?b/c:@!$&'()*+,;=",
                "http://[::]",
                "http://[::1]:8080/",
                "http://[1:2:3:4:5:6:7:8]",
                "http://[1:2:3:4:5:6:7::]",
                "http://[::2:3:4:5:6:7:8]",
                "http://[1::8]",
                "http://[::ffff:192.0.2.1]",
                "http://[1:2:3:4:5:6:192.0.2.1]",
                "http://[v1.fe:d+en]",
                "HTTPS://EXAMPLE.CN",
                "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6"
            })
    void acceptsIris(String text) {
        assertThat(Iri.firstError(text)).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "example.cn, 10",
        "/path, 0",
        "//host/path, 0",
        ":a, 0",
        "1http://a, 0",
        "ht tp://a, 2",
        "方案:a, 0",
        "http:, 5",
        "http:a, 5",
        "http:///a, 7",
        "https://:80/, 8",
        "http://@/, 8",
        "http://a b, 8",
        "http://a/b c, 10",
        "http://a/%, 9",
        "http://a/%4, 9",
        "http://a/%zz, 9",
        "http://a/<b>, 9",
        "http://a/\\b, 9",
        "http://a/{b}, 9",
        "http://a/|, 9",
        "http://a/^, 9",
        "http://a/`, 9",
        "http://a/[b], 9",
        "http://a/b#c#d, 12",
        "http://a:80a/, 11",
        "http://a@b@c/, 10",
        "http://[::1, 11",
        "http://[::1]x, 12",
        "http://[1:2:3], 8",
        "http://[1:2:3:4:5:6:7:8:9], 8",
        "http://[::1::2], 8",
        "http://[:1:2:3:4:5:6:7], 8",
        "http://[1:2:3:4:5:6:7:], 8",
        "http://[12345::], 8",
        "http://[::256.0.0.1], 8",
        "http://[::1.2.3], 8",
        "http://[::01.2.3.4], 8",
        "http://[::1.2.3.4.5], 8",
        "http://[v.a], 8",
        "http://[v1.], 8",
        "http://[], 8",
        "mailto:a b, 8"
    })
    void namesTheFirstCharacterThatIsWrong(String text, int index) {
        assertThat(Iri.firstError(text)).isEqualTo(index);
        assertThatThrownBy(() -> Iri.of(text)).isInstanceOf(InvalidCodeException.class);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x09, 0x0a, 0x20, 0x7f, 0x80, 0x9f, 0x200e, 0x200f, 0x202a, 0x202e, 0x2066, 0x2069, 0xd800,
                0xdfff, 0xe000, 0xfdd0, 0xfff0, 0xffff, 0x1fffe, 0xe0001, 0xeffff, 0xf0000, 0x10ffff
            })
    void refusesCharactersThatMayNotStandInAPath(int codePoint) {
        assertThat(Iri.firstError("urn:a" + Character.toString(codePoint) + "b"))
                .isEqualTo(5);
    }

    @Test
    void givesTheScheme() {
        assertThat(Iri.of("urn:a:b").scheme()).isEqualTo("urn");
    }

    @Test
    void namesThePositionAndNotTheTextInItsMessage() {
        assertThatThrownBy(() -> Iri.of("mailto:secret name@example.cn"))
                .hasMessageContaining("wrong from character 14")
                .message()
                .doesNotContain("secret");
    }

    /** Java reads the older RFC 2396, which wants something after the scheme. */
    @Property(tries = 500)
    void acceptsNothingThatJavaRefuses(@ForAll("irilikes") String text) {
        if (Iri.isValid(text) && !text.matches("[^:/?#]*:(//)?([?#].*)?")) {
            assertThat(isUri(text)).as(text).isTrue();
        }
    }

    @Property(tries = 500)
    void acceptsWhatJavaAcceptsWithASchemeAndAnOrdinaryHost(@ForAll("irilikes") String text) {
        if (isUri(text)
                && URI.create(text).isAbsolute()
                && URI.create(text).getHost() != null
                && !hasBracketsAfterItsHost(URI.create(text))) {
            assertThat(Iri.firstError(text)).as(text).isEqualTo(-1);
        }
    }

    /** Java lets brackets stand in queries and fragments, RFC 3986 and 3987 do not. */
    private static boolean hasBracketsAfterItsHost(URI uri) {
        return (uri.getRawQuery() + uri.getRawFragment()).contains("[");
    }

    private static boolean isUri(String text) {
        try {
            new URI(text);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    @Property(tries = 300)
    void neverThrowsForAnyText(@ForAll String text) {
        assertThat(Iri.firstError(text)).isBetween(-1, text.length());
        assertThat(Iri.firstError("a://" + text)).isBetween(-1, text.length() + 4);
        assertThat(Iri.firstError("a:?" + text)).isBetween(-1, text.length() + 3);
    }

    @Property(tries = 1000)
    void judgesBytesAsItJudgesTheirText(@ForAll("irilikes") String text, @ForAll @IntRange(max = 9) int before) {
        byte[] bytes = inTheMiddle(text.getBytes(StandardCharsets.UTF_8), before);
        assertThat(Iri.isValid(bytes, before, bytes.length - before)).as(text).isEqualTo(Iri.isValid(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hub.example.cn/lesson/312",
                "http://a.cn/Z9-k",
                "http://adlnet.gov/expapi/verbs/completed"
            })
    void judgesBytesAsItJudgesTheirTextWhateverByteStandsAnywhere(String address) {
        byte[] bytes = address.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < bytes.length; i++) {
            for (int b = 0; b < 256; b++) {
                byte[] changed = bytes.clone();
                changed[i] = (byte) b;
                String text = new String(changed, StandardCharsets.UTF_8);
                assertThat(Iri.isValid(changed, 0, changed.length)).as(text).isEqualTo(Iri.isValid(text));
            }
        }
    }

    @Test
    void looksAtNoByteOutsideThePart() {
        byte[] bytes = "https://example.cn/1\"https://example.cn/2".getBytes(StandardCharsets.US_ASCII);
        assertThat(Iri.isValid(bytes, 0, 20)).isTrue();
        assertThat(Iri.isValid(bytes, 0, 21)).isFalse();
        assertThat(Iri.isValid(bytes, 21, bytes.length)).isTrue();
        assertThat(Iri.isValid(bytes, 0, 8)).isFalse();
        assertThat(Iri.isValid(bytes, 0, 0)).isFalse();
        assertThatThrownBy(() -> Iri.isValid(bytes, 21, bytes.length + 1))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static byte[] inTheMiddle(byte[] text, int before) {
        byte[] bytes = new byte[text.length + 2 * before];
        Arrays.fill(bytes, (byte) 'x');
        System.arraycopy(text, 0, bytes, before, text.length);
        return bytes;
    }

    @Provide
    Arbitrary<String> irilikes() {
        Arbitrary<String> part = Arbitraries.of(
                "http:",
                "urn:",
                "//",
                "/",
                "?",
                "#",
                "a",
                "example.cn",
                "%41",
                "%4",
                " ",
                "课",
                ":",
                "80",
                "@",
                "[::1]",
                "[",
                "+",
                "x1",
                "\uD83D\uDE00",
                "..",
                "<",
                "&=");
        return Arbitraries.of("http://", "https://h", "urn:", "x://", "")
                .flatMap(start -> part.list().ofMaxSize(6).map(parts -> start + String.join("", parts)));
    }
}
