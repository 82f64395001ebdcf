package io.xuemeng.examples.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the option {@code --store} means. */
final class Stores {

    private static final String H2 = "h2:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    private Stores() {}

    /** Whether a value of {@code --store} means a store. */
    static boolean isStore(String store) {
        return store.startsWith(POSTGRESQL)
                || (store.startsWith(H2) && store.length() > H2.length() && store.indexOf(';') < 0);
    }

    /** Whether records can be there: in a folder, there is H2's file; of a server that is not known before it is asked. */
    static boolean mayExist(String store) {
        return !store.startsWith(H2) || Files.exists(folder(store).resolve("records.mv.db"));
    }

    private static Path folder(String store) {
        return Path.of(store.substring(H2.length())).toAbsolutePath();
    }

    /**
     * Opens a pool of connections.
     *
     * @param store {@code h2:} and a folder, or an address of JDBC for PostgreSQL
     * @param connections how many at most
     */
    static HikariDataSource open(String store, int connections, MeterRegistry registry) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("store");
        config.setMaximumPoolSize(connections);
        // The store tries a few times, and whoever waits holds a thread.
        config.setConnectionTimeout(Duration.ofSeconds(3).toMillis());
        config.setMetricRegistry(registry);
        if (store.startsWith(H2)) {
            // As "async", no interrupted thread closes it. Written at each commit; closed by this program, after the
            // last request, and not by H2's own shutdown hook.
            config.setExceptionOverride(new ClosedDatabase());
            config.setJdbcUrl(
                    "jdbc:h2:async:" + folder(store).resolve("records") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"
                            + ";QUERY_CACHE_SIZE=64;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0");
        } else {
            config.setJdbcUrl(store);
            credentials(config, "XUEMENG_STORE_USER", "XUEMENG_STORE_PASSWORD");
            config.addDataSourceProperty("reWriteBatchedInserts", "true");
            // The details of an error quote values.
            config.addDataSourceProperty("logServerErrorDetail", "false");
        }
        return new HikariDataSource(config);
    }

    private static void credentials(HikariConfig config, String userVariable, String passwordVariable) {
        @Nullable String user = System.getenv(userVariable);
        @Nullable String password = System.getenv(passwordVariable);
        if (user != null) {
            config.setUsername(user);
        }
        if (password != null) {
            config.setPassword(password);
        }
    }
}
