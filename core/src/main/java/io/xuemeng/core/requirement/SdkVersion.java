package io.xuemeng.core.requirement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this library, as reports state it. */
public final class SdkVersion {

    private static final String CURRENT = read();

    private SdkVersion() {}

    /** The version, for example {@code 0.1.0}. */
    public static String current() {
        return CURRENT;
    }

    private static String read() {
        Properties properties = new Properties();
        try (InputStream in = SdkVersion.class.getResourceAsStream("sdk.properties")) {
            if (in == null) {
                throw new IllegalStateException("sdk.properties is missing from xuemeng-core");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("sdk.properties of xuemeng-core could not be read", e);
        }
        return properties.getProperty("version");
    }
}
