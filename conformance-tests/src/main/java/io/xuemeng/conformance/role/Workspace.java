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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one run and the run's own id, so that runs do not meet: each has a name space of its own. Whoever makes one closes it when
 * the run is over. Thread-safe.
 */
public final class Workspace implements AutoCloseable {

    private final String run;
    private final Path folder;
    private final Map<Object, Once<?>> memory = new ConcurrentHashMap<>();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private boolean closed;

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

    /**
     * Keeps something that ends with the run.
     *
     * @param resource closed when this is, after all that came later
     * @return the same
     * @throws IllegalStateException when the run is over; then it is closed at once
     */
    public <T extends AutoCloseable> T closing(T resource) {
        synchronized (open) {
            if (!closed) {
                open.push(resource);
                return resource;
            }
        }
        close(resource);
        throw new IllegalStateException("the run " + run + " is over");
    }

    /**
     * Ends what was opened for the run. Its folder stays, so that replays work. Closing again does nothing.
     *
     * @throws IllegalStateException when something could not be closed; the others are
     */
    @Override
    public void close() {
        List<AutoCloseable> ending;
        synchronized (open) {
            closed = true;
            ending = new ArrayList<>(open);
            open.clear();
        }
        @Nullable IllegalStateException trouble = null;
        for (AutoCloseable resource : ending) {
            try {
                close(resource);
            } catch (IllegalStateException e) {
                if (trouble == null) {
                    trouble = e;
                } else {
                    trouble.addSuppressed(e);
                }
            }
        }
        if (trouble != null) {
            throw trouble;
        }
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("the kit could not close " + resource, e);
        }
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
