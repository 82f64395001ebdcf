package io.xuemeng.core.zip;

import io.xuemeng.core.input.Limits;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The limits that the samples of a folder are read with: those in its {@code limits.properties}, else the defaults. */
final class SampleLimits {

    private SampleLimits() {}

    static Limits of(Path folder) throws IOException, ReflectiveOperationException {
        Limits.Builder builder = Limits.defaults().toBuilder();
        Path file = folder.resolve("limits.properties");
        if (Files.exists(file)) {
            Properties properties = new Properties();
            try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(in);
            }
            for (String name : properties.stringPropertyNames()) {
                set(builder, name, Long.parseLong(properties.getProperty(name)));
            }
        }
        return builder.build();
    }

    private static void set(Limits.Builder builder, String name, long value) throws ReflectiveOperationException {
        for (var method : Limits.Builder.class.getMethods()) {
            if (method.getName().equals(name) && method.getParameterCount() == 1) {
                boolean wide = method.getParameterTypes()[0] == long.class;
                method.invoke(builder, wide ? (Object) value : (Object) Math.toIntExact(value));
                return;
            }
        }
        throw new IllegalArgumentException("there is no limit " + name);
    }
}
