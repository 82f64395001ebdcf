package io.xuemeng.examples.platform.federation;

import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.crypto.UnusableKeyException;
import io.xuemeng.examples.platform.web.Secrets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The secrets of a platform, each for one purpose and each in a file of its own that nobody but the owner can read. What is not there
 * is made; to give a key of your own, put it there in PEM first. Lose {@code federation.pem}, and your superior has to vouch for you
 * anew; lose {@code pairwise.salt}, and nobody is known to other platforms any more. Immutable.
 *
 * @param federation signs statements about this entity and its members
 * @param provider signs ID tokens and access tokens
 * @param providerSm2 signs ID tokens for platforms that ask for SM2
 * @param client signs requests to other platforms
 * @param pairwiseSalt turns accounts into subjects
 */
@SuppressWarnings("ArrayRecordComponent")
public record EntityKeys(
        SigningKey federation, SigningKey provider, SigningKey providerSm2, SigningKey client, byte[] pairwiseSalt) {

    /** Whether the file system knows who may read a file; elsewhere the folder's own protection has to do. */
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    /** Reads the secrets of a folder, and makes those that are missing. */
    public static EntityKeys in(Path folder) throws IOException, UnusableKeyException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, rights("rwx------"));
        }
        return new EntityKeys(
                key(folder.resolve("federation.pem"), KeyType.P_256),
                key(folder.resolve("provider.pem"), KeyType.P_256),
                key(folder.resolve("provider-sm2.pem"), KeyType.SM2),
                key(folder.resolve("client.pem"), KeyType.P_256),
                salt(folder.resolve("pairwise.salt")));
    }

    private static SigningKey key(Path file, KeyType type) throws IOException, UnusableKeyException {
        if (Files.notExists(file)) {
            write(file, SigningKey.generate(type).toPem());
        }
        checkRights(file);
        return SigningKey.fromPem(file, null);
    }

    private static byte[] salt(Path file) throws IOException {
        if (Files.notExists(file)) {
            write(file, Secrets.random());
        }
        checkRights(file);
        return Files.readAllBytes(file);
    }

    /** Never for a moment readable by others: the file is made with its rights. */
    private static void write(Path file, String secret) throws IOException {
        try (SeekableByteChannel out = Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), rights("rw-------"))) {
            out.write(ByteBuffer.wrap(secret.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static FileAttribute<?>[] rights(String text) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))}
                : new FileAttribute<?>[0];
    }

    private static void checkRights(Path file) throws IOException {
        if (!POSIX) {
            return;
        }
        Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
        if (rights.stream().anyMatch(right -> !right.name().startsWith("OWNER_"))) {
            throw new IOException(file + " is a secret that others than its owner may read or change ("
                    + PosixFilePermissions.toString(rights)
                    + "); run chmod 600, and make a new one if others had time to");
        }
    }

    /** Nothing of the keys. */
    @Override
    public String toString() {
        return "EntityKeys";
    }
}
