package io.xuemeng.conformance.relyingparty;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.conformance.host.Host;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.jose.Jwk;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * A hub, a province below it, and an issuer below that, with all that they say of themselves and of each other (OpenID Federation 1.0). A
 * case changes one of their statements before it is signed. Not thread-safe.
 */
final class FederationTree {

    /** The statements of a tree, from the issuer up. */
    enum Place {
        /** What the issuer says of itself. */
        ISSUER,
        /** What the province says of the issuer. */
        ISSUER_BY_PROVINCE,
        /** What the province says of itself. */
        PROVINCE,
        /** What the hub says of the province. */
        PROVINCE_BY_HUB,
        /** What the hub says of itself. */
        HUB
    }

    /** A statement before it is signed. */
    static final class Statement {

        final FederationTree tree;
        final Place place;
        final ObjectNode header = Json.object();
        final ObjectNode claims = Json.object();
        SigningKey key;

        /** The status with which it is answered. */
        int status = 200;

        private Statement(FederationTree tree, Place place, SigningKey key) {
            this.tree = tree;
            this.place = place;
            this.key = key;
            header.put("alg", Keys.name(key.algorithm()));
            header.put("kid", TokenDraft.keyId(key));
            header.put("typ", "entity-statement+jwt");
        }

        /** The parameters of a role in its metadata. */
        ObjectNode metadata(String type) {
            return claims.withObject("/metadata/" + type);
        }

        private String sign() {
            String input = TokenDraft.encode(header.toString().getBytes(StandardCharsets.UTF_8))
                    + '.'
                    + TokenDraft.encode(claims.toString().getBytes(StandardCharsets.UTF_8));
            try {
                return input + '.' + TokenDraft.encode(key.sign(input.getBytes(StandardCharsets.US_ASCII)));
            } catch (SigningException e) {
                throw new IllegalStateException("the kit could not sign", e);
            }
        }
    }

    private static final String CONFIGURATION = "/.well-known/openid-federation";

    private final Scene scene;
    private final String issuerPath;
    private final String provincePath;
    private final String hubPath;
    private final ObjectNode provider;

    FederationTree(Scene scene, String path, ObjectNode provider) {
        this.scene = scene;
        this.issuerPath = path;
        this.provincePath = path + "-province";
        this.hubPath = path + "-hub";
        this.provider = provider;
    }

    String issuer() {
        return scene.host().address(issuerPath);
    }

    String province() {
        return scene.host().address(provincePath);
    }

    String hub() {
        return scene.host().address(hubPath);
    }

    Scene scene() {
        return scene;
    }

    /** The hub as an anchor of trust. */
    AnchorKeys anchor() {
        return new AnchorKeys(hub(), keys("hub").toString());
    }

    /** The keys of an entity for the federation. */
    ObjectNode keys(String... names) {
        ObjectNode set = Json.object();
        for (String name : names) {
            set.withArray("keys").add(Json.of(Jwk.of(scene.key("federation " + name))));
        }
        return set;
    }

    /** Publishes all statements. */
    void plant(Consumer<Statement> edit) {
        for (Place place : Place.values()) {
            Statement statement = statement(place);
            edit.accept(statement);
            publish(path(place), statement);
        }
    }

    private String path(Place place) {
        return switch (place) {
            case ISSUER -> issuerPath + CONFIGURATION;
            case ISSUER_BY_PROVINCE -> provincePath + "/fetch?sub=" + issuer();
            case PROVINCE -> provincePath + CONFIGURATION;
            case PROVINCE_BY_HUB -> hubPath + "/fetch?sub=" + province();
            case HUB -> hubPath + CONFIGURATION;
        };
    }

    /** Has the hub vouch for the issuer too, as the province does. */
    void vouchForIssuerByHub() {
        publish(hubPath + "/fetch?sub=" + issuer(), statement(Place.HUB, hub(), issuer(), "hub", "issuer"));
    }

    /** Has the issuer vouch for the province above it. */
    void vouchForProvinceByIssuer() {
        publish(
                issuerPath + "/fetch?sub=" + province(),
                statement(Place.ISSUER, issuer(), province(), "issuer", "province"));
    }

    private void publish(String path, Statement statement) {
        scene.host().publish(path, Host.Page.statement(statement.sign()).withStatus(statement.status));
    }

    private Statement statement(Place place) {
        return switch (place) {
            case ISSUER -> {
                Statement own = statement(place, issuer(), issuer(), "issuer", "issuer");
                own.claims.withArray("authority_hints").add(province());
                own.claims.withObject("/metadata").set("openid_provider", provider);
                yield own;
            }
            case ISSUER_BY_PROVINCE -> statement(place, province(), issuer(), "province", "issuer");
            case PROVINCE -> {
                Statement own = statement(place, province(), province(), "province", "province");
                own.claims.withArray("authority_hints").add(hub());
                own.metadata("federation_entity").put("federation_fetch_endpoint", province() + "/fetch");
                yield own;
            }
            case PROVINCE_BY_HUB -> statement(place, hub(), province(), "hub", "province");
            case HUB -> {
                Statement own = statement(place, hub(), hub(), "hub", "hub");
                own.metadata("federation_entity").put("federation_fetch_endpoint", hub() + "/fetch");
                yield own;
            }
        };
    }

    private Statement statement(Place place, String speaker, String subject, String signer, String about) {
        Statement statement = new Statement(this, place, scene.key("federation " + signer));
        long now = Instant.now().getEpochSecond();
        statement
                .claims
                .put("iss", speaker)
                .put("sub", subject)
                .put("iat", now - 10)
                .put("exp", now + 3600);
        statement.claims.set("jwks", keys(about));
        return statement;
    }
}
