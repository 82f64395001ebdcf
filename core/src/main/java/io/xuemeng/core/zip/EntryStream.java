package io.xuemeng.core.zip;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The content of an entry as a stream, over a reader that goes back to its archive when the stream is closed. */
final class EntryStream extends InputStream {

    private final Consumer<EntryReader> giveBack;
    private final byte[] single = new byte[1];
    private @Nullable EntryReader reader;

    EntryStream(EntryReader reader, Consumer<EntryReader> giveBack) {
        this.reader = reader;
        this.giveBack = giveBack;
    }

    @Override
    public int read() throws IOException {
        int count = read(single, 0, 1);
        return count < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        EntryReader open = reader;
        if (open == null) {
            throw new IOException("the stream is closed");
        }
        return open.read(target, offset, length);
    }

    @Override
    public void close() {
        EntryReader open = reader;
        if (open != null) {
            reader = null;
            giveBack.accept(open);
        }
    }
}
