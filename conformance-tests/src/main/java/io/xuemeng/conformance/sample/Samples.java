package io.xuemeng.conformance.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The samples of the SDK's modules, as the kit's jar holds them. Read once; thread-safe. */
public final class Samples {

    private static final String FOLDER = "/io/xuemeng/conformance/samples/";
    private static final String LIMITS = "limits.properties";
    private static final String LABEL = ".label.json";

    private static final class Holder {
        private static final Samples ALL = load();
    }

    private final Map<String, byte[]> files;
    private final Map<String, List<Sample>> samples;

    private Samples(Map<String, byte[]> files) {
        this.files = files;
        this.samples = samples(files);
    }

    /** All of them. */
    public static Samples all() {
        return Holder.ALL;
    }

    private static Samples load() {
        URL known = Samples.class.getResource(FOLDER + "ZIP-001/pass.zip");
        if (known == null) {
            throw new IllegalStateException("the samples are missing from the kit");
        }
        try {
            URI uri = known.toURI();
            if (uri.getScheme().equals("file")) {
                return new Samples(read(folder(Path.of(uri))));
            }
            String jar = uri.toString();
            URI archive = URI.create(jar.substring(0, jar.indexOf('!')));
            try (FileSystem system = FileSystems.newFileSystem(Path.of(URI.create(archive.getSchemeSpecificPart())))) {
                return new Samples(read(system.getPath(FOLDER)));
            }
        } catch (URISyntaxException | IOException | FileSystemNotFoundException e) {
            throw new IllegalStateException("the kit's samples could not be read from " + known, e);
        }
    }

    private static Path folder(Path sample) {
        Path requirement = sample.getParent();
        Path folder = requirement == null ? null : requirement.getParent();
        if (folder == null) {
            throw new IllegalStateException("the samples lie in folders, unlike " + sample);
        }
        return folder;
    }

    private static Map<String, byte[]> read(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) found.filter(Files::isRegularFile)::iterator) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static Map<String, List<Sample>> samples(Map<String, byte[]> files) {
        Map<String, List<Sample>> samples = new TreeMap<>();
        Map<String, Map<String, Long>> limits = new HashMap<>();
        for (String name : files.keySet()) {
            int slash = name.indexOf('/');
            String id = name.substring(0, slash);
            String file = name.substring(slash + 1);
            if ((file.startsWith("pass") || file.startsWith("fail")) && !file.endsWith(LABEL)) {
                Map<String, Long> own = limits.computeIfAbsent(id, key -> limits(files.get(key + '/' + LIMITS)));
                samples.computeIfAbsent(id, key -> new ArrayList<>()).add(new Sample(id, file, own));
            }
        }
        return samples;
    }

    private static Map<String, Long> limits(byte @Nullable [] file) {
        Map<String, Long> limits = new TreeMap<>();
        if (file == null) {
            return limits;
        }
        Properties properties = new Properties();
        try (InputStream in = new java.io.ByteArrayInputStream(file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        properties.forEach((name, value) -> limits.put(name.toString(), Long.parseLong(value.toString())));
        return limits;
    }

    /** The samples of a requirement, in the order of their names; empty when it has none. */
    public List<Sample> of(String id) {
        return List.copyOf(samples.getOrDefault(id, List.of()));
    }

    /** The ids that have samples. */
    public Collection<String> ids() {
        return List.copyOf(samples.keySet());
    }

    /** The names of all files, those that lie beside samples included, as {@code <id>/<file>}. */
    public Collection<String> files() {
        return List.copyOf(files.keySet());
    }

    /**
     * The content of a file.
     *
     * @param name one of {@link #files()}
     */
    public byte[] content(String name) {
        byte[] content = files.get(name);
        if (content == null) {
            throw new IllegalArgumentException("there is no sample " + name);
        }
        return content.clone();
    }

    /** The content of a sample. */
    public byte[] content(Sample sample) {
        return content(sample.toString());
    }

    /** The good sample that a bad one differs from by one edit; of a good one, itself. */
    public Sample twin(Sample sample) {
        if (sample.isGood()) {
            return sample;
        }
        List<Sample> good = of(sample.id()).stream().filter(Sample::isGood).toList();
        String name = sample.file().replaceFirst("^fail", "pass");
        return good.stream()
                .filter(other -> other.file().equals(name))
                .findFirst()
                .orElseGet(() -> good.stream()
                        .filter(other -> other.stem().equals("pass"))
                        .findFirst()
                        .orElse(good.get(0)));
    }

    /** What the metadata says of generated content, for a sample that is about that; null for the others. */
    byte @Nullable [] label(Sample sample) {
        return files.get(sample.id() + '/' + sample.stem() + LABEL);
    }
}
