package io.xuemeng.core.asic;

import io.xuemeng.core.input.PositionalSource;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A source that stays open when an archive over it is closed: it is its owner's to close. */
record UnclosedSource(PositionalSource source) implements PositionalSource {

    @Override
    public long size() throws IOException {
        return source.size();
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        return source.read(target, position);
    }

    @Override
    public void close() {
        // Stays open.
    }
}
