package io.xuemeng.core.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PositionalSourceTest {

    private static final byte[] BYTES = {1, 2, 3, 4, 5};

    @TempDir
    private Path folder;

    private List<PositionalSource> sources() throws IOException {
        Path file = Files.write(folder.resolve("bytes"), BYTES);
        return List.of(PositionalSource.of(file), PositionalSource.of(BYTES), new OneByteAtATime());
    }

    /** The least that an implementation must do. */
    private static final class OneByteAtATime implements PositionalSource {
        @Override
        public long size() {
            return BYTES.length;
        }

        @Override
        public int read(ByteBuffer target, long position) {
            if (position >= BYTES.length) {
                return -1;
            }
            target.put(BYTES[(int) position]);
            return 1;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    @Test
    void fillsTheTargetFromAnyPosition() throws IOException {
        for (PositionalSource source : sources()) {
            try (source) {
                assertThat(source.size()).isEqualTo(5);
                ByteBuffer target = ByteBuffer.allocate(5).position(1).limit(4);
                source.readFully(target, 2);
                assertThat(target.array()).containsExactly(0, 3, 4, 5, 0);
            }
        }
    }

    @Test
    void saysWhenThereIsNoMore() throws IOException {
        for (PositionalSource source : sources()) {
            try (source) {
                assertThat(source.read(ByteBuffer.allocate(1), 5)).isEqualTo(-1);
                assertThat(source.read(ByteBuffer.allocate(1), 1L << 40)).isEqualTo(-1);
                assertThatThrownBy(() -> source.readFully(ByteBuffer.allocate(4), 3))
                        .isInstanceOf(EOFException.class)
                        .hasMessageContaining("ends at 5")
                        .hasMessageContaining("asked for at 3");
            }
        }
    }

    @Test
    void refusesANegativePosition() throws IOException {
        for (PositionalSource source : sources().subList(0, 2)) {
            try (source) {
                assertThatIllegalArgumentException().isThrownBy(() -> source.read(ByteBuffer.allocate(1), -1));
            }
        }
    }

    @Test
    void namesAFileThatIsNotThere() {
        Path missing = folder.resolve("missing.zip");
        assertThatThrownBy(() -> PositionalSource.of(missing))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("missing.zip");
    }
}
