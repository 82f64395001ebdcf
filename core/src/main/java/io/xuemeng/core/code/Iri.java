package io.xuemeng.core.code;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * An IRI with a scheme (RFC 3987), such as {@code https://example.cn/课程/312} or {@code urn:uuid:…}. The text is kept as
 * found and compared character by character, as identifiers are (section 5.3.1). Immutable.
 *
 * <p>The whole grammar is checked, code points outside the BMP, percent signs, ports and IP addresses in brackets
 * included, and that no character steers the direction of text (section 4.1). An {@code http} or {@code https} IRI has a
 * host (RFC 9110, section 4.2).
 *
 * @param text the IRI
 */
public record Iri(String text) {

    /**
     * Checks the text.
     *
     * @throws InvalidCodeException when {@link #isValid} does not hold
     */
    public Iri {
        int error = IriScanner.firstError(text);
        if (error >= 0) {
            throw new InvalidCodeException(
                    "an IRI (RFC 3987) is a scheme, a colon and the characters the grammar allows, such as"
                            + " https://example.cn/course/312",
                    text,
                    error);
        }
    }

    /**
     * The IRI that a text is.
     *
     * @throws InvalidCodeException when {@link #isValid} does not hold; it names the first wrong character
     */
    public static Iri of(String text) {
        return new Iri(text);
    }

    /** Whether a text is an IRI with a scheme. */
    public static boolean isValid(CharSequence text) {
        return IriScanner.firstError(text) < 0;
    }

    /**
     * Whether a text is an IRI with a scheme, for whoever has its bytes. Of a plain web address no String is made.
     *
     * @param utf8 holds the text; bytes that are no UTF-8 make it none
     * @param from the text's first byte
     * @param to the byte after its last
     * @throws IndexOutOfBoundsException when the bytes have no such part
     */
    public static boolean isValid(byte[] utf8, int from, int to) {
        Objects.checkFromToIndex(from, to, utf8.length);
        // In place of what is no UTF-8 stands a character that no IRI has.
        return WebAddress.isPlain(utf8, from, to) || isValid(new String(utf8, from, to - from, StandardCharsets.UTF_8));
    }

    /** The index of the first character at which a text stops being an IRI, at most its length; -1 when it is one. */
    public static int firstError(CharSequence text) {
        return IriScanner.firstError(text);
    }

    /** The scheme as written, such as {@code https}. */
    public String scheme() {
        return text.substring(0, text.indexOf(':'));
    }

    /** The text. */
    @Override
    public String toString() {
        return text;
    }
}
