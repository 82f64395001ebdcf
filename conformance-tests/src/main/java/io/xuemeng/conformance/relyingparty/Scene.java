package io.xuemeng.conformance.relyingparty;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.conformance.host.Host;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.jose.Jwk;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** All that a run shows to one relying party: issuers, as it can trust them, and good tokens of theirs. Thread-safe. */
final class Scene {

    /** Features that name an algorithm, the first that is declared being the usual one. */
    static final Map<String, SignatureAlgorithm> ALGORITHMS = algorithms();

    private final Stage stage;
    private final Set<String> features;
    private final SignatureAlgorithm algorithm;
    private final String folder;
    private final AtomicInteger issuers = new AtomicInteger();
    private final PublishedIssuer usual;

    /** Made by its {@link Stage}. */
    Scene(Stage stage, Set<String> features) {
        this.stage = stage;
        this.features = Set.copyOf(features);
        this.algorithm = ALGORITHMS.entrySet().stream()
                .filter(entry -> features.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> NoAnswerException.of("relyingParty.noAlgorithm", ALGORITHMS.keySet()));
        this.folder = stage.folder(features);
        this.usual = issuer();
    }

    private static Map<String, SignatureAlgorithm> algorithms() {
        Map<String, SignatureAlgorithm> algorithms = new java.util.LinkedHashMap<>();
        algorithms.put("es256", SignatureAlgorithm.ES256);
        algorithms.put("sm2", SignatureAlgorithm.SM2_SM3);
        algorithms.put("eddsa", SignatureAlgorithm.ED25519);
        algorithms.put("ps256", SignatureAlgorithm.PS256);
        algorithms.put("rs256", SignatureAlgorithm.RS256);
        return java.util.Collections.unmodifiableMap(algorithms);
    }

    /** The one for what is declared, which preflight made. */
    static Scene known(Workspace workspace) {
        return Stage.of(workspace).declared();
    }

    Terms terms() {
        return stage.terms();
    }

    Set<String> features() {
        return features;
    }

    Host host() {
        return stage.host();
    }

    /** An origin that nobody was told to trust, as {@link Stage#stranger()}. */
    Host stranger() {
        return stage.stranger();
    }

    boolean has(String feature) {
        return features.contains(feature);
    }

    /** The algorithm of everything that is not about algorithms. */
    SignatureAlgorithm algorithm() {
        return algorithm;
    }

    /** A key of the kit's for that algorithm. */
    SigningKey key(String name) {
        return Keys.of(algorithm, name);
    }

    /** The issuer of everything that is not about issuers. */
    PublishedIssuer usual() {
        return usual;
    }

    /** A further issuer in whom nothing is wrong. */
    PublishedIssuer issuer() {
        SigningKey key = key("issuer");
        return issuer(key, Json.set(Json.of(Jwk.of(key))));
    }

    /** An issuer that signs with a key and publishes a set. */
    PublishedIssuer issuer(SigningKey key, String jwks) {
        String path = path();
        if (has("discovery")) {
            publishKeys(path, key.algorithm(), jwks);
            publishDiscovery(path, key.algorithm(), document -> {});
            return new PublishedIssuer(host().address(path), path, key, null, List.of());
        }
        if (has("federation")) {
            return tree(path, key, jwks, statement -> {});
        }
        return new PublishedIssuer(host().address(path), path, key, jwks, List.of());
    }

    /** An issuer in a federation of its own, in whose statements something is changed. */
    PublishedIssuer member(Consumer<FederationTree.Statement> edit) {
        SigningKey key = key("issuer");
        return tree(path(), key, Json.set(Json.of(Jwk.of(key))), edit);
    }

    /** A path that no issuer has yet. */
    String path() {
        return folder + "/i" + issuers.incrementAndGet();
    }

    private PublishedIssuer tree(String path, SigningKey key, String jwks, Consumer<FederationTree.Statement> edit) {
        publishKeys(path, key.algorithm(), jwks);
        FederationTree tree = new FederationTree(this, path, metadata(path, key.algorithm(), jwks));
        tree.plant(edit);
        return new PublishedIssuer(host().address(path), path, key, null, List.of(tree.anchor()));
    }

    /** Publishes the keys of an issuer, which may change. */
    void publishKeys(String path, SignatureAlgorithm signing, String jwks) {
        boolean sm2 = signing == SignatureAlgorithm.SM2_SM3;
        // Keys that common clients do not know stand apart, beside a set that those can read.
        host().publish(path + "/jwks", Host.Page.json(sm2 ? strangers() : jwks));
        if (sm2) {
            host().publish(path + "/jwks/sm2", Host.Page.json(jwks));
        }
    }

    /** Where the keys of an issuer are with whom the usual algorithm is used. */
    String keysPath(PublishedIssuer issuer) {
        return issuer.path() + (algorithm == SignatureAlgorithm.SM2_SM3 ? "/jwks/sm2" : "/jwks");
    }

    private static String strangers() {
        return Json.set(Json.of(Jwk.of(Keys.of(SignatureAlgorithm.ES256, "beside sm2"))));
    }

    /** Publishes the discovery document of an issuer who signs with an algorithm. */
    void publishDiscovery(String path, SignatureAlgorithm signing, Consumer<ObjectNode> edit) {
        ObjectNode document = document(path, signing);
        document.put("jwks_uri", host().address(path + "/jwks"));
        edit.accept(document);
        host().publish(path + "/.well-known/openid-configuration", Host.Page.json(document.toString()));
    }

    private ObjectNode document(String path, SignatureAlgorithm signing) {
        String id = host().address(path);
        ObjectNode document = Json.object().put("issuer", id);
        document.put("authorization_endpoint", id + "/authorize");
        document.put("token_endpoint", id + "/token");
        if (signing == SignatureAlgorithm.SM2_SM3) {
            document.put("sm2_jwks_uri", id + "/jwks/sm2");
        }
        document.withArray("response_types_supported").add("code");
        document.withArray("subject_types_supported").add("pairwise");
        document.withArray("code_challenge_methods_supported").add("S256");
        ALGORITHMS.forEach((feature, value) -> {
            if (has(feature)) {
                document.withArray("id_token_signing_alg_values_supported").add(Keys.name(value));
            }
        });
        return document;
    }

    private ObjectNode metadata(String path, SignatureAlgorithm signing, String jwks) {
        ObjectNode metadata = document(path, signing);
        metadata.withArray("client_registration_types_supported").add("automatic");
        metadata.set("jwks", Json.of(signing == SignatureAlgorithm.SM2_SM3 ? strangers() : jwks));
        metadata.put("edu_level", "county");
        return metadata;
    }

    /** A good token of the usual issuer. */
    TokenDraft token(TokenUse use) {
        return token(use, usual);
    }

    /** A good token of an issuer. */
    TokenDraft token(TokenUse use, PublishedIssuer issuer) {
        long now = Instant.now().getEpochSecond();
        TokenDraft draft = new TokenDraft(use, issuer, terms().audience(), now);
        draft.claims
                .put("iss", issuer.id())
                .put("sub", "6TvGJ2mfnmB0XkA0Ym9Jx2mAq3mUoQ5Zr1cXv8yHn4w")
                .put("aud", terms().audience());
        draft.lasting(10, 290);
        switch (use) {
            case ID_TOKEN -> {
                draft.header.put("typ", "JWT");
                draft.nonce = UUID.randomUUID().toString();
                draft.claims
                        .put("auth_time", now - 40)
                        .put("nonce", draft.nonce)
                        .put("acr", "urn:example:loa:2")
                        .put("edu_role", "learner")
                        .put("edu_org", "2111000001")
                        .put("edu_region", "110108")
                        .put("edu_stage", "primary")
                        .put("edu_minor", true);
            }
            case ACCESS_TOKEN -> {
                draft.header.put("typ", "at+jwt");
                draft.claims
                        .put("client_id", "https://app.kit.example")
                        .put("jti", UUID.randomUUID().toString())
                        .put("scope", "statements/write statements/read/mine");
            }
            case LOGOUT_TOKEN -> {
                draft.header.put("typ", "logout+jwt");
                draft.claims
                        .put("jti", UUID.randomUUID().toString())
                        .put("sid", UUID.randomUUID().toString())
                        .set("events", Json.of("{'http://schemas.openid.net/event/backchannel-logout':{}}"));
            }
            case LTI_LAUNCH -> {
                draft.header.put("typ", "JWT");
                draft.nonce = UUID.randomUUID().toString();
                draft.claims.put("nonce", draft.nonce);
                LaunchClaims.add(draft.claims, tool());
                String state = UUID.randomUUID().toString();
                draft.launch = new LaunchForm(state, state, List.of(LaunchClaims.DEPLOYMENT), tool());
            }
        }
        return draft;
    }

    /** Binds a good access token to a client's key, and presents it with a good proof. */
    void present(TokenDraft draft) {
        SigningKey client = key("client");
        draft.claims.putObject("cnf").put("jkt", Jwk.of(client).thumbprint());
        draft.presentation = new PresentationDraft(client, address() + "/xapi/statements", draft.now);
    }

    /** The address of the tool that launches are for. */
    String tool() {
        return address() + "/lti";
    }

    /** The relying party's own address, as far as its audience is one. */
    private String address() {
        String audience = terms().audience();
        return audience.matches("https?://[^/?#]+/?")
                ? audience.replaceFirst("/$", "")
                : Terms.usual().audience();
    }
}
