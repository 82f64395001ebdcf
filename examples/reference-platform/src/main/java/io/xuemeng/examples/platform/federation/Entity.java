package io.xuemeng.examples.platform.federation;

import io.xuemeng.core.crypto.Signer;
import io.xuemeng.core.jose.Jwk;
import io.xuemeng.core.jose.JwkSet;
import io.xuemeng.core.net.FetchPolicy;
import io.xuemeng.core.net.HttpFetcher;
import io.xuemeng.core.requirement.SafeText;
import io.xuemeng.examples.platform.web.Places;
import io.xuemeng.identity.federation.EntityMetadata;
import io.xuemeng.identity.federation.FederationProfile;
import io.xuemeng.identity.federation.TrustAnchor;
import io.xuemeng.identity.federation.TrustChain;
import io.xuemeng.identity.federation.TrustChainResolver;
import io.xuemeng.identity.federation.TrustChainVerifier;
import io.xuemeng.identity.token.Verified;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This platform as an entity: who it is, whom it trusts, and how it finds out why another entity is to be trusted. Thread-safe.
 */
public final class Entity {

    private static final Logger LOG = LoggerFactory.getLogger(Entity.class);
    private static final int MAX_NAME = 100;

    /**
     * How many threads look for the chains of entities that were never trusted here, or wait for somebody who does. Anybody can name one,
     * and who is named decides how long it takes: a minute and more.
     */
    public static final int STRANGERS_AT_ONCE = 64;

    /** How many of these for the same one, so that a single host that hangs leaves room for others. */
    public static final int SAME_STRANGER_AT_ONCE = 16;

    /** The same for the others, whom no stranger can keep out, and still half of all threads. */
    private static final int KNOWN_AT_ONCE = 128;

    /** A class that signs in as a chain is renewed. */
    static final int SAME_KNOWN_AT_ONCE = 64;

    private static final int MOST_KNOWN = TrustChainResolver.REMEMBERED;

    /** For one answer of another entity: people wait, and a host that hangs must not hold many threads for long. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * Who it is.
     *
     * @param id the entity identifier: its address, without path
     * @param role what it is
     * @param name what people call it
     * @param keys its secrets
     * @param anchor the trust anchor; null for the hub, which is that itself
     * @param superior the entity identifier of who vouches for it; null for the hub
     * @param members whom it vouches for
     * @param allowedOrigins where it may fetch although these are not public, or not https
     * @param patience how long it waits for one answer of another entity
     */
    public record Settings(
            URI id,
            Role role,
            String name,
            EntityKeys keys,
            @Nullable EntityDescription anchor,
            @Nullable String superior,
            List<EntityDescription> members,
            List<URI> allowedOrigins,
            Duration patience) {

        /** Who it is, with a patience of 5 s. */
        public Settings(
                URI id,
                Role role,
                String name,
                EntityKeys keys,
                @Nullable EntityDescription anchor,
                @Nullable String superior,
                List<EntityDescription> members,
                List<URI> allowedOrigins) {
            this(id, role, name, keys, anchor, superior, members, allowedOrigins, PATIENCE);
        }

        /** The same with another trust anchor, for tests. */
        public Settings trusting(EntityDescription other) {
            return new Settings(id, role, name, keys, other, superior, members, allowedOrigins, patience);
        }

        /** The same with another patience. */
        public Settings withPatience(Duration other) {
            return new Settings(id, role, name, keys, anchor, superior, members, allowedOrigins, other);
        }

        /** Whether plain http on this machine was allowed: a demonstration. */
        public boolean isDemonstration() {
            return allowedOrigins.stream().anyMatch(origin -> "http".equals(origin.getScheme()));
        }
    }

    private final Settings settings;
    private final FederationProfile profile;
    private final HttpFetcher fetcher;
    private final TrustChainVerifier verifier;
    private final TrustChainResolver resolver;
    private final Places placesForStrangers = new Places(STRANGERS_AT_ONCE, SAME_STRANGER_AT_ONCE);
    private final Places placesForKnown = new Places(KNOWN_AT_ONCE, SAME_KNOWN_AT_ONCE);

    /** Those that the operator named, and those that were trusted once in this process. */
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /**
     * An entity.
     *
     * @throws IllegalArgumentException when the trust anchor is none by the federation's rules
     */
    public Entity(Settings settings) {
        this.settings = settings;
        this.profile = settings.isDemonstration()
                ? FederationProfile.chinese().withHttpOnLoopback()
                : FederationProfile.chinese();
        FetchPolicy policy = FetchPolicy.publicHttps().withTimeLimit(settings.patience());
        for (URI origin : settings.allowedOrigins()) {
            policy = policy.allowOrigin(origin);
        }
        this.fetcher = HttpFetcher.under(policy);
        EntityDescription anchor = settings.anchor();
        this.verifier = TrustChainVerifier.trusting(
                List.of(
                        anchor == null
                                ? new TrustAnchor(id(), keySet(settings.keys().federation()))
                                : anchor.asAnchor()),
                profile);
        this.resolver = TrustChainResolver.over(verifier, fetcher);
        this.known.add(anchor());
        @Nullable String superior = settings.superior();
        if (superior != null) {
            this.known.add(superior);
        }
        settings.members().forEach(member -> this.known.add(member.entity()));
    }

    /** The entity identifier, and the issuer of tokens. */
    public String id() {
        return settings.id().toString();
    }

    /** An address of this platform. */
    public String address(String path) {
        return id() + path;
    }

    /** Who it is. */
    public Settings settings() {
        return settings;
    }

    /** Its secrets. */
    public EntityKeys keys() {
        return settings.keys();
    }

    /** What the federation agreed on. */
    public FederationProfile profile() {
        return profile;
    }

    /** What gets and posts, within the policy. */
    public HttpFetcher fetcher() {
        return fetcher;
    }

    /** Verifies trust chains that others bring. */
    public TrustChainVerifier verifier() {
        return verifier;
    }

    /** Whom this entity starts its trust from. */
    public String anchor() {
        return settings.anchor() == null ? id() : settings.anchor().entity();
    }

    /**
     * Why another entity is to be trusted, or what is wrong.
     *
     * @throws BusyException when that is not known and too many threads look for it, or for others, at once
     */
    public Verified<TrustChain> resolve(String entity) {
        Optional<Verified<TrustChain>> kept = resolver.kept(entity);
        if (kept.isPresent()) {
            return kept.get();
        }
        Places places = known.contains(entity) ? placesForKnown : placesForStrangers;
        if (!places.take(entity)) {
            throw new BusyException();
        }
        try {
            Verified<TrustChain> chain = resolver.resolve(entity);
            if (chain.isAccepted() && known.size() < MOST_KNOWN) {
                known.add(entity);
            }
            return chain;
        } finally {
            places.leave(entity);
        }
    }

    /**
     * An entity that is trusted in a role, and its metadata as the federation's policies make them; empty when it is not.
     *
     * @throws BusyException when that is not known and too many threads look for it, or for others, at once
     */
    public Optional<EntityMetadata> trusted(String entity, String type) {
        Verified<TrustChain> chain = resolve(entity);
        if (!chain.isAccepted()) {
            LOG.atWarn().addKeyValue("findings", chain.findings()).log("an entity is not trusted");
        }
        return chain.claims().map(TrustChain::metadata).filter(metadata -> metadata.has(type));
    }

    /** What people call an entity, by its metadata; the identifier when they say nothing. */
    public static String name(String entity, EntityMetadata metadata) {
        // Its own words: what would hide or turn text around is shown as what it is.
        return SafeText.visible(
                metadata.text(EntityMetadata.FEDERATION_ENTITY, "organization_name")
                        .orElse(entity),
                MAX_NAME);
    }

    /** A set of one public key. */
    public static JwkSet keySet(Signer key) {
        return JwkSet.of(Jwk.of(key));
    }

    /** What a key is called in its set. */
    public static String keyId(Signer key) {
        return Jwk.of(key).keyId().orElseThrow();
    }
}
