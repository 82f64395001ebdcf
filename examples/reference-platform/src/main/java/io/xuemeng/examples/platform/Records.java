package io.xuemeng.examples.platform;

import com.zaxxer.hikari.HikariDataSource;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.xuemeng.core.crypto.certificate.TrustAnchors;
import io.xuemeng.examples.platform.oidc.Tokens;
import io.xuemeng.lrs.server.EngineLimits;
import io.xuemeng.lrs.server.LrsEngine;
import io.xuemeng.lrs.server.SignaturePolicy;
import io.xuemeng.lrs.statement.XapiVersion;
import io.xuemeng.lrs.store.jdbc.JdbcRecordStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The part of the platform that keeps learning records: the LRS under {@code /xapi}, and {@code /health}. */
final class Records implements AutoCloseable {

    /**
     * How they are kept.
     *
     * @param store see {@link Stores}
     * @param connections to the store at most
     * @param synced whether H2 asks the disk to keep what it wrote
     * @param auditKey under which the store hashes whose data it erased; null for a random one
     * @param signers who may sign statements; null when that is not asked
     * @param origins whose pages may use it from a browser
     * @param limits of the engine
     * @param versions of xAPI that it speaks
     */
    record Settings(
            String store,
            int connections,
            boolean synced,
            @Nullable AuditKey auditKey,
            @Nullable TrustAnchors signers,
            List<String> origins,
            EngineLimits limits,
            Set<XapiVersion> versions) {

        /** Those of a store that speaks all versions. */
        Settings(
                String store,
                int connections,
                boolean synced,
                @Nullable AuditKey auditKey,
                @Nullable TrustAnchors signers,
                List<String> origins,
                EngineLimits limits) {
            this(store, connections, synced, auditKey, signers, origins, limits, EnumSet.allOf(XapiVersion.class));
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Records.class);
    private static final int PATIENCE_SECONDS = 3;

    private final Settings settings;
    private final HikariDataSource source;
    private final JdbcRecordStore store;

    private Records(Settings settings, HikariDataSource source, JdbcRecordStore store) {
        this.settings = settings;
        this.source = source;
        this.store = store;
    }

    /** Opens the store; what was opened is closed again when the rest fails. */
    static Records open(Settings settings, Observation observation) throws SQLException {
        HikariDataSource source = Stores.open(settings.store(), settings.connections(), observation.registry());
        boolean opened = false;
        try {
            JdbcRecordStore.Builder builder = JdbcRecordStore.builder(source);
            if (settings.synced()) {
                builder.syncToDisk();
            }
            AuditKey auditKey = settings.auditKey();
            if (auditKey != null) {
                builder.auditKey(auditKey.bytes());
            }
            Records records = new Records(settings, source, builder.open());
            opened = true;
            return records;
        } finally {
            if (!opened) {
                source.close();
            }
        }
    }

    /**
     * Adds the LRS to a web server.
     *
     * @param clients who may use it by name and secret
     * @param tokens who may use it by token; null when nobody may
     */
    void register(RoutesConfig routes, Observation observation, Clients clients, @Nullable Tokens tokens) {
        LrsEngine.Builder engine = LrsEngine.builder(store)
                .basePath(LrsHandler.BASE_PATH)
                .limits(settings.limits())
                .versions(settings.versions());
        settings.origins().forEach(engine::allowOrigin);
        TrustAnchors signers = settings.signers();
        if (signers != null) {
            engine.signatures(
                    SignaturePolicy.standard().withAllianceAlgorithms().trusting(signers));
        }
        LrsHandler.register(routes, observation.of(new LrsHandler(engine.build(), new Callers(clients, tokens))));
        routes.get("/health", this::health);
    }

    /** Where they are kept. */
    JdbcRecordStore store() {
        return store;
    }

    private void health(Context context) {
        boolean up;
        try (Connection connection = source.getConnection()) {
            up = connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException e) {
            LOG.warn("the store cannot be reached", e);
            up = false;
        }
        context.status(up ? 200 : 503)
                .contentType("application/json")
                .result(up ? "{\"status\":\"up\"}" : "{\"status\":\"down\",\"because\":\"store\"}");
    }

    @Override
    public void close() {
        store.close();
        source.close();
    }
}
