package io.xuemeng.core.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class Utf8Test {

    @Property(tries = 500)
    void agreesWithTheStrictDecoderOfThePlatformOnAnyBytes(@ForAll @Size(max = 40) byte[] bytes) {
        assertThat(Utf8.firstMalformed(bytes, 0, bytes.length)).isEqualTo(expected(bytes));
    }

    @Property(tries = 500)
    void agreesWithTheStrictDecoderWhenOneByteOfATextIsChanged(
            @ForAll String text, @ForAll byte other, @ForAll int where) {
        byte[] bytes = ("分数 and 𠮷 ß " + text).getBytes(StandardCharsets.UTF_8);
        bytes[Math.floorMod(where, bytes.length)] = other;
        assertThat(Utf8.firstMalformed(bytes, 0, bytes.length)).isEqualTo(expected(bytes));
    }

    @Test
    void findsOverlongFormsSurrogatesAndWhatIsBeyondUnicode() {
        assertThat(malformed(0xC0, 0x80)).isZero();
        assertThat(malformed(0xE0, 0x9F, 0xBF)).isZero();
        assertThat(malformed(0xF0, 0x8F, 0xBF, 0xBF)).isZero();
        assertThat(malformed(0xED, 0xA0, 0x80)).isZero();
        assertThat(malformed(0xF4, 0x90, 0x80, 0x80)).isZero();
        assertThat(malformed('a', 0xE4, 0xB8)).isEqualTo(1);
        assertThat(malformed(0xED, 0x9F, 0xBF, 0xF4, 0x8F, 0xBF, 0xBF)).isEqualTo(-1);
    }

    @Test
    void looksOnlyAtThePartItIsGiven() {
        byte[] bytes = {(byte) 0xFF, 'a', 'b', (byte) 0xFF};
        assertThat(Utf8.firstMalformed(bytes, 1, 3)).isEqualTo(-1);
        assertThat(Utf8.firstMalformed(bytes, 1, 4)).isEqualTo(3);
        assertThat(Utf8.firstMalformed(bytes, 4, 4)).isEqualTo(-1);
    }

    private static int malformed(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return Utf8.firstMalformed(bytes, 0, bytes.length);
    }

    private static int expected(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = decoder.decode(in, CharBuffer.allocate(bytes.length + 1), true);
        return result.isUnderflow() ? -1 : in.position();
    }
}
