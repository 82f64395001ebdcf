package io.xuemeng.core.json;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A string or number of a document, looked at in place where it is ASCII. Good until the next token. Not thread-safe. */
final class TextView implements CharSequence {

    private byte[] document;
    private int from;
    private int length;
    /** The text where the bytes are not its characters. */
    private @Nullable String decoded;

    TextView(byte[] document) {
        this.document = document;
    }

    void restart(byte[] other) {
        document = other;
        decoded = null;
    }

    TextView over(int start, int end) {
        from = start;
        length = end - start;
        if (decoded != null) {
            decoded = null;
        }
        return this;
    }

    TextView over(String text) {
        decoded = text;
        length = text.length();
        return this;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        String text = decoded;
        return text == null ? (char) document[from + Objects.checkIndex(index, length)] : text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return toString().subSequence(start, end);
    }

    @Override
    public String toString() {
        String text = decoded;
        return text == null ? new String(document, from, length, StandardCharsets.ISO_8859_1) : text;
    }
}
