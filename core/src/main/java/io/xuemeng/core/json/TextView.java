package io.xuemeng.core.json;

/** Characters in a buffer of the parser's, looked at in place. Good until the parser moves on. Not thread-safe. */
final class TextView implements CharSequence {

    private char[] buffer = new char[0];
    private int from;
    private int length;

    TextView over(char[] characters, int start, int count) {
        buffer = characters;
        from = start;
        length = count;
        return this;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        return buffer[from + index];
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new String(buffer, from + start, end - start);
    }

    @Override
    public String toString() {
        return new String(buffer, from, length);
    }
}
