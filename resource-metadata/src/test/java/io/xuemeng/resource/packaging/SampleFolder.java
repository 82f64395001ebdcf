package io.xuemeng.resource.packaging;

import io.xuemeng.core.input.Limits;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** The samples of one requirement: passing and failing ones, and the limits they are read with. */
record SampleFolder(Path path) {

    static List<SampleFolder> under(Path samples) {
        try (Stream<Path> folders = Files.list(samples)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(SampleFolder::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String id() {
        return path.getFileName().toString();
    }

    List<Path> passing() {
        return starting("pass");
    }

    List<Path> failing() {
        return starting("fail");
    }

    private List<Path> starting(String prefix) {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Limits limits() {
        Path file = path.resolve("limits.properties");
        Limits.Builder builder = Limits.defaults().toBuilder();
        if (Files.exists(file)) {
            Properties properties = new Properties();
            try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            properties.forEach((name, value) -> set(builder, (String) name, Long.parseLong((String) value)));
        }
        return builder.build();
    }

    private static void set(Limits.Builder builder, String name, long value) {
        for (var method : Limits.Builder.class.getMethods()) {
            if (method.getName().equals(name) && method.getParameterCount() == 1) {
                boolean wide = method.getParameterTypes()[0] == long.class;
                try {
                    method.invoke(builder, wide ? (Object) value : (Object) Math.toIntExact(value));
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
                return;
            }
        }
        throw new IllegalArgumentException("there is no limit " + name);
    }

    @Override
    public String toString() {
        return id();
    }
}
