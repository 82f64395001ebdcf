package io.xuemeng.benchmarks;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The floor of a large package: each byte is read once, hashed once, inflated once and goes once through CRC-32, with 64 KiB
 * buffers and nothing checked. It trusts the local headers, so it is no way to read packages; and it reads only what
 * {@link java.util.zip.ZipOutputStream} writes: deflated entries with data descriptors.
 */
final class OnePassFloor {

    private static final int BUFFER = 64 * 1024;
    private static final int LOCAL_HEADER = 0x04034B50;
    private static final int DESCRIPTOR_BYTES = 16;

    private final InputStream in;
    private final MessageDigest digest;
    private final byte[] buffer = new byte[BUFFER];
    private final byte[] inflated = new byte[BUFFER];
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private int position;
    private int limit;
    private long sum;

    private OnePassFloor(InputStream in, MessageDigest digest) {
        this.in = in;
        this.digest = digest;
    }

    /** Reads a file to its end; what it returns depends on every byte. */
    static long read(Path file) throws IOException, NoSuchAlgorithmException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            OnePassFloor floor = new OnePassFloor(in, digest);
            try {
                floor.entries();
            } catch (DataFormatException e) {
                throw new IOException(e);
            } finally {
                floor.inflater.end();
            }
            return floor.sum + digest.digest()[0];
        }
    }

    private void entries() throws IOException, DataFormatException {
        while (littleEndian(4) == LOCAL_HEADER) {
            skip(22);
            int name = (int) littleEndian(2);
            int extra = (int) littleEndian(2);
            skip(name + extra);
            inflate();
            skip(DESCRIPTOR_BYTES);
        }
        do {
            position = limit;
        } while (fill());
    }

    private void inflate() throws IOException, DataFormatException {
        inflater.reset();
        crc.reset();
        while (!inflater.finished()) {
            if (inflater.needsInput()) {
                if (position == limit && !fill()) {
                    throw new EOFException();
                }
                inflater.setInput(buffer, position, limit - position);
                position = limit;
            }
            crc.update(inflated, 0, inflater.inflate(inflated));
        }
        position = limit - inflater.getRemaining();
        sum += crc.getValue();
    }

    private long littleEndian(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            if (position == limit && !fill()) {
                throw new EOFException();
            }
            value |= (buffer[position++] & 0xFFL) << (8 * i);
        }
        return value;
    }

    private void skip(int bytes) throws IOException {
        int left = bytes;
        while (left > 0) {
            if (position == limit && !fill()) {
                throw new EOFException();
            }
            int step = Math.min(left, limit - position);
            position += step;
            left -= step;
        }
    }

    private boolean fill() throws IOException {
        int count = in.read(buffer);
        if (count < 0) {
            return false;
        }
        digest.update(buffer, 0, count);
        position = 0;
        limit = count;
        return true;
    }
}
