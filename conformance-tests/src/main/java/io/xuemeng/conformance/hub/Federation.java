package io.xuemeng.conformance.hub;

import com.fasterxml.jackson.databind.JsonNode;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.role.Questions;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.core.jose.JwkReader;
import io.xuemeng.core.jose.JwkSet;
import io.xuemeng.core.net.Fetched;
import io.xuemeng.identity.federation.FederationProfile;
import io.xuemeng.identity.federation.TrustAnchor;
import io.xuemeng.identity.federation.TrustChain;
import io.xuemeng.identity.federation.TrustChainResolver;
import io.xuemeng.identity.federation.TrustChainVerifier;
import io.xuemeng.identity.token.Verified;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run knows of one hub: what it says of itself, its keys, its endpoints, its members' statements. Thread-safe. */
final class Federation {

    static final String FETCH = "federation_fetch_endpoint";
    static final String LIST = "federation_list_endpoint";
    static final String RESOLVE = "federation_resolve_endpoint";
    static final String MARK = "federation_trust_mark_endpoint";
    static final String MARK_LIST = "federation_trust_mark_list_endpoint";
    static final String MARK_STATUS = "federation_trust_mark_status_endpoint";
    static final String HISTORICAL_KEYS = "federation_historical_keys_endpoint";

    private static final int OK = 200;
    private static final String WELL_KNOWN = "/.well-known/openid-federation";

    private record Key() {}

    private record Part(String name) {}

    private final HubPlatform hub;
    private final Workspace workspace;
    private final FederationProfile profile;

    private Federation(HubPlatform hub, Workspace workspace) {
        this.hub = hub;
        this.workspace = workspace;
        FederationProfile chinese =
                FederationProfile.chinese().withSkew(hub.terms().clockSkew());
        this.profile = hub.terms().entity().startsWith("http:") ? chinese.withHttpOnLoopback() : chinese;
    }

    static Federation of(HubPlatform hub, Workspace workspace) {
        return workspace.once(new Key(), () -> new Federation(hub, workspace));
    }

    FederationProfile profile() {
        return profile;
    }

    URI configurationAddress() {
        return URI.create(withoutSlash(hub.terms().entity()) + WELL_KNOWN);
    }

    private static String withoutSlash(String entity) {
        return entity.endsWith("/") ? entity.substring(0, entity.length() - 1) : entity;
    }

    static URI withoutQuery(URI address) {
        String text = address.toString();
        int query = text.indexOf('?');
        return query < 0 ? address : URI.create(text.substring(0, query));
    }

    /** A question with the query that an address has, before its own. */
    static HttpQuestion withQueryOf(URI address, HttpQuestion asked) {
        @Nullable String first = address.getRawQuery();
        @Nullable String own = asked.query();
        return first == null ? asked : asked.query(own == null ? first : first + '&' + own);
    }

    /** What the hub says of itself, as it was first asked in this run. */
    String configuration() {
        return workspace.once(new Part("configuration"), () -> {
            HttpAnswer answer = Questions.ask(() -> hub.ask(configurationAddress(), HttpQuestion.of("GET", "")));
            if (answer.status() != OK) {
                throw NoAnswerException.of("hub.noConfiguration", answer.status());
            }
            return answer.text().strip();
        });
    }

    /** Where one of its endpoints is. */
    URI endpoint(String name) {
        JsonNode stated = stated(name);
        try {
            if (stated.isTextual()) {
                URI address = new URI(stated.textValue());
                if (address.getHost() != null) {
                    return address;
                }
            }
        } catch (URISyntaxException e) {
            throw NoAnswerException.of("hub.noEndpoint", name, stated.toString());
        }
        throw NoAnswerException.of("hub.noEndpoint", name, stated.toString());
    }

    /** What it says of an endpoint, whatever that is. */
    JsonNode stated(String name) {
        return Payload.claims(configuration())
                .path("metadata")
                .path("federation_entity")
                .path(name);
    }

    /** The keys with which it is to sign: those that were handed out, or else those that it publishes. */
    JwkSet keys() {
        @Nullable JwkSet known = hub.terms().keys();
        JwkSet keys = known != null ? known : publishedKeys(configuration());
        if (keys.keys().isEmpty()) {
            throw NoAnswerException.of("hub.noKeys");
        }
        return keys;
    }

    static JwkSet publishedKeys(String compact) {
        return JwkReader.standard()
                .readSet(
                        Payload.claims(compact).path("jwks").toString().getBytes(StandardCharsets.UTF_8),
                        finding -> {});
    }

    /** What the member says of itself. Without it, no chain can be looked at. */
    String memberConfiguration() {
        return workspace.once(new Part("member"), () -> {
            URI address = URI.create(withoutSlash(hub.terms().member()) + WELL_KNOWN);
            Fetched answer;
            try {
                answer = hub.fetch(address);
            } catch (IOException e) {
                throw NoAnswerException.of("hub.member", address, String.valueOf(e.getMessage()));
            }
            if (!answer.isOk()) {
                throw NoAnswerException.of("hub.member", address, answer.status());
            }
            return new String(answer.body(), StandardCharsets.UTF_8).strip();
        });
    }

    /** Finds the member's chain to the hub. */
    Verified<TrustChain> chain() {
        return workspace.once(new Part("chain"), () -> {
            memberConfiguration();
            TrustAnchor anchor = new TrustAnchor(hub.terms().entity(), keys());
            return TrustChainResolver.over(
                            TrustChainVerifier.trusting(List.of(anchor), profile), (address, accept) -> get(address))
                    .resolve(hub.terms().member());
        });
    }

    /** The hub is asked itself; others publish. */
    private Fetched get(URI address) throws IOException {
        if (!isOfHub(address)) {
            return hub.fetch(address);
        }
        HttpAnswer answer =
                Questions.ask(() -> hub.ask(withoutQuery(address), withQueryOf(address, HttpQuestion.of("GET", ""))));
        return new Fetched(answer.status(), answer.mediaType(), -1, answer.body());
    }

    private boolean isOfHub(URI address) {
        URI place = withoutQuery(address);
        if (place.equals(configurationAddress())) {
            return true;
        }
        JsonNode fetch = stated(FETCH);
        return fetch.isTextual() && place.toString().equals(fetch.textValue().split("\\?", 2)[0]);
    }
}
