package io.xuemeng.conformance.role;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one run and the run's own id, so that runs do not meet: each has a name space of its own. Thread-safe.
 */
public final class Workspace {

    private final String run;
    private final Path folder;
    private final Map<Object, Once<?>> memory = new ConcurrentHashMap<>();

    /**
     * A workspace.
     *
     * @param run the run's id
     * @param folder an existing folder for what the platform is given
     */
    public Workspace(String run, Path folder) {
        this.run = run;
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** The run's id. */
    public String run() {
        return run;
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    /**
     * A file with this content. Its name says nothing of what is expected of it, and equal contents have one file.
     *
     * @param content not changed
     * @param extension the name's ending with its dot
     */
    public Path input(byte[] content, String extension) {
        Path file = folder.resolve(digest(content).substring(0, 24) + extension);
        if (!Files.exists(file)) {
            write(file, content);
        }
        return file;
    }

    private void write(Path file, byte[] content) {
        try {
            Path part = Files.createTempFile(folder, "part", ".tmp");
            Files.write(part, content);
            try {
                Files.move(part, file);
            } catch (FileAlreadyExistsException e) {
                Files.delete(part); // another test of the same run was faster, with the same content
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the kit could not write into its folder " + folder, e);
        }
    }

    /**
     * A folder with these files. Its name says nothing of what is expected, and equal contents have one folder.
     *
     * @param files by path within it
     */
    public Path inputs(Map<String, byte[]> files) {
        StringBuilder names = new StringBuilder();
        new TreeMap<>(files)
                .forEach((name, content) ->
                        names.append(name).append(' ').append(digest(content)).append('\n'));
        Path target = folder.resolve(
                digest(names.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 24));
        if (!Files.exists(target)) {
            Path part = newFolder();
            try {
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    Path to = part.resolve(file.getKey());
                    Files.createDirectories(to.getParent());
                    Files.write(to, file.getValue());
                }
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                if (Files.isDirectory(target)) {
                    // Another run was faster. Which exception says so depends on the operating system.
                    return target;
                }
                throw new UncheckedIOException("the kit could not write into its folder " + folder, e);
            }
        }
        return target;
    }

    /** A new, empty folder. */
    public Path newFolder() {
        try {
            return Files.createTempDirectory(folder, "order-");
        } catch (IOException e) {
            throw new UncheckedIOException("the kit could not make a folder in " + folder, e);
        }
    }

    /**
     * What was made under a key in this run; made now when it was not yet. For answers that several tests look at. Making may ask
     * for what is made under other keys.
     *
     * @param key does not change, and is used for one type
     * @param make makes it; called once
     */
    @SuppressWarnings("unchecked") // a key is used for one type
    public <T> T once(Object key, Supplier<T> make) {
        return ((Once<T>) memory.computeIfAbsent(key, unused -> new Once<>(make))).get();
    }

    /** Something that is made when it is first asked for: outside the map, whose own computations must not nest. */
    private static final class Once<T> {

        private final Supplier<T> make;
        private @Nullable T made;

        Once(Supplier<T> make) {
            this.make = make;
        }

        synchronized T get() {
            T known = made;
            if (known == null) {
                known = make.get();
                made = known;
            }
            return known;
        }
    }

    /** The SHA-256 of some bytes, in lower-case hexadecimal. */
    public static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
