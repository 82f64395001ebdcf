package io.xuemeng.lrs.server;

import io.xuemeng.core.json.RawJson;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.lrs.statement.XapiVersion;
import io.xuemeng.lrs.store.RecordStore;
import io.xuemeng.lrs.store.StoreException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A learning record store (学习记录库) without a web framework: xAPI 1.0.3 and 2.0 at once, chosen by each request's {@code
 * X-Experience-API-Version}. It validates, stores, filters and shows; whoever embeds it brings the web server and says who calls.
 *
 * <pre>{@code
 * LrsEngine engine = LrsEngine.over(JdbcRecordStore.open(dataSource));
 *
 * LrsResponse response = engine.handle(request, caller); // from any thread
 * }</pre>
 *
 * <p>It refuses a wrong request with the status of the {@link LrsRequirement} it breaks and a body that says how to mend it. It never
 * throws for what a request holds. In logs it names no person. Thread-safe.
 */
public final class LrsEngine {

    private static final Logger LOG = LoggerFactory.getLogger(LrsEngine.class);

    private final Router router;
    private final RequestReader requests;
    private final CrossOrigin crossOrigin;
    private final SpokenVersions versions;
    private final RecordStore store;

    private LrsEngine(Builder builder) {
        this.store = builder.store;
        this.crossOrigin = new CrossOrigin(builder.origins);
        this.versions = new SpokenVersions(builder.versions);
        this.requests = new RequestReader(builder.limits, new RateLimiter(builder.limits, builder.clock), versions);
        this.router = new Router(builder, versions);
    }

    /** An engine over a store, with the defaults. */
    public static LrsEngine over(RecordStore store) {
        return builder(store).build();
    }

    /** For an engine with other settings. */
    public static Builder builder(RecordStore store) {
        return new Builder(store);
    }

    /**
     * Answers a request whose caller is known. The alternate request syntax of xAPI 1.0.3, which can have credentials in its body,
     * is better answered with an {@link Authenticator}.
     */
    public LrsResponse handle(LrsRequest request, Caller caller) {
        return handle(request, headers -> caller);
    }

    /** Answers a request, and asks who makes it when that must be known. */
    public LrsResponse handle(LrsRequest request, Authenticator authenticator) {
        String path = request.path().startsWith("/") ? request.path().substring(1) : request.path();
        // Before anything is read: the answer has what was stored until then, and may lack what is stored from now on.
        Optional<Instant> consistentThrough = path.equals("statements") ? consistentThrough() : Optional.empty();
        LrsResponse response;
        @Nullable XapiVersion version = null;
        try {
            Resource resource = router.find(path);
            if (request.method().equals("OPTIONS")) {
                response = crossOrigin.preflight(request.headers(), resource.methods());
            } else {
                checkMethod(request, path, resource);
                Exchange exchange = requests.read(request, path, resource, authenticator);
                version = exchange.version();
                response = resource.answer(exchange);
            }
        } catch (Refusal refusal) {
            response = ErrorAnswer.of(refusal, request.headers());
        } catch (StoreException e) {
            LOG.error("{} {}: {}", request.method(), path, e.getMessage(), e);
            response = ErrorAnswer.of(Refusal.of(LrsRequirement.INTERNAL), request.headers());
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", request.method(), path, e);
            response = ErrorAnswer.of(Refusal.of(LrsRequirement.INTERNAL), request.headers());
        }
        String number = version == null ? versions.ofAnswer(request) : version.header();
        response = finish(request, response, number, consistentThrough);
        return request.method().equals("HEAD") ? response.withoutBody() : response;
    }

    private static void checkMethod(LrsRequest request, String path, Resource resource) {
        if (!resource.methods().contains(request.method())) {
            throw Refusal.of(
                            LrsRequirement.METHOD,
                            Finding.of(LrsRequirement.METHOD)
                                    .with("path", path)
                                    .with("method", request.method())
                                    .with("allowed", resource.methods()))
                    .with("Allow", String.join(", ", resource.methods()));
        }
    }

    private Optional<Instant> consistentThrough() {
        try {
            return Optional.of(store.statements().consistentThrough());
        } catch (StoreException e) {
            // The request is answered all the same, and the response says it when the store still fails then.
            LOG.warn("the store could not say up to when it is consistent: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private LrsResponse finish(
            LrsRequest request, LrsResponse response, String version, Optional<Instant> consistentThrough) {
        Headers.Builder headers = response.headers().toBuilder();
        headers.set("X-Experience-API-Version", version);
        consistentThrough.ifPresent(time -> headers.set("X-Experience-API-Consistent-Through", time.toString()));
        crossOrigin.allow(request.headers(), headers);
        return response.with(headers);
    }

    /** Settings of an engine. Not thread-safe. */
    public static final class Builder {

        final RecordStore store;
        String basePath = "/xapi";
        EngineLimits limits = EngineLimits.defaults();
        Clock clock = Clock.systemUTC();
        Supplier<UUID> ids = UUID::randomUUID;
        SignaturePolicy signatures = SignaturePolicy.standard();
        final Set<String> origins = new LinkedHashSet<>();
        final Map<String, RawJson> aboutExtensions = new LinkedHashMap<>();
        Set<XapiVersion> versions = EnumSet.allOf(XapiVersion.class);

        private Builder(RecordStore store) {
            this.store = store;
        }

        /**
         * The path at which the LRS lives on its host, for the addresses of further pages. Default {@code /xapi}.
         *
         * @throws IllegalArgumentException unless it is empty or begins, and does not end, with a slash
         */
        public Builder basePath(String value) {
            if (!value.isEmpty() && (!value.startsWith("/") || value.endsWith("/"))) {
                throw new IllegalArgumentException(
                        "the base path is empty, or begins and does not end with a slash, unlike " + value);
            }
            basePath = value;
            return this;
        }

        /**
         * The versions that it speaks; all, unless set. Requests of others are refused, and {@code about} does not name them. So are
         * requests that say no version; the answer bears the newest. What is stored stays as it is, with the version it came with.
         *
         * @throws IllegalArgumentException when there is none
         */
        public Builder versions(Set<XapiVersion> value) {
            if (value.isEmpty()) {
                throw new IllegalArgumentException("an LRS speaks one version at least");
            }
            versions = Set.copyOf(value);
            return this;
        }

        /** See {@link EngineLimits}. */
        public Builder limits(EngineLimits value) {
            limits = value;
            return this;
        }

        /** The clock by which documents are dated, requests are counted and certificates are judged; the system's, unless set. */
        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        /** Where statements without an id get theirs; random UUIDs, unless set. */
        public Builder ids(Supplier<UUID> value) {
            ids = value;
            return this;
        }

        /** How signed statements are verified; {@link SignaturePolicy#standard()}, unless set. */
        public Builder signatures(SignaturePolicy value) {
            signatures = value;
            return this;
        }

        /**
         * Lets pages of an origin, {@code https://lms.example.cn} say, use this LRS from a browser. None may, unless allowed here.
         *
         * @throws IllegalArgumentException when it is no origin; there is no wildcard, because a page acts with its user's rights
         */
        public Builder allowOrigin(String origin) {
            if (!origin.matches("https?://[^/*\\s]+")) {
                throw new IllegalArgumentException(
                        "an origin is scheme, host and perhaps port, as in https://lms.example.cn, unlike " + origin);
            }
            origins.add(origin);
            return this;
        }

        /** Tells more in the resource {@code about}, under an IRI of your own. */
        public Builder aboutExtension(String iri, RawJson value) {
            aboutExtensions.put(iri, value);
            return this;
        }

        /** The engine. */
        public LrsEngine build() {
            return new LrsEngine(this);
        }
    }
}
