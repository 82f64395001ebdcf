package io.xuemeng.lrs.statement.validation;

/**
 * A part of the bytes that were read.
 *
 * @param from its first byte
 * @param to the byte after its last
 */
public record ByteRange(int from, int to) {

    /** How many bytes it has. */
    public int length() {
        return to - from;
    }
}
