package io.xuemeng.identity.federation;

import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.core.net.Fetched;
import io.xuemeng.core.net.Fetcher;
import io.xuemeng.identity.TestKeys;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A federation whose statements are issued and fetched within this process. */
final class FederationWorld implements Fetcher {

    final List<String> requests = new ArrayList<>();
    final Map<String, String> documents = new LinkedHashMap<>();
    private FederationProfile profile;

    FederationWorld(Clock clock) {
        this.profile = FederationProfile.chinese().withClock(clock);
    }

    /** From here on its entities may be on this machine, without TLS. */
    FederationWorld withHttpOnLoopback() {
        profile = profile.withHttpOnLoopback();
        return this;
    }

    EntityStatementIssuer issuer(String entity, SigningKey key) {
        return EntityStatementIssuer.of(entity, key, TestKeys.keyId(key), profile);
    }

    /** An entity with superiors, which can have subordinates of its own. */
    void join(String entity, SigningKey key, String... superiors) {
        StatementDraft draft = StatementDraft.configuration(TestKeys.setOf(key))
                .metadata(
                        EntityMetadata.FEDERATION_ENTITY,
                        RawJson.of("{\"federation_fetch_endpoint\":\"" + entity + "/fetch\"}"))
                .metadata(
                        EntityMetadata.OPENID_RELYING_PARTY, RawJson.of("{\"redirect_uris\":[\"" + entity + "/cb\"]}"));
        if (superiors.length > 0) {
            draft.authorityHints(superiors);
        }
        publish(entity, key, draft);
    }

    void publish(String entity, SigningKey key, StatementDraft draft) {
        documents.put(entity + "/.well-known/openid-federation", issue(entity, key, draft));
    }

    void vouch(String superior, SigningKey superiorKey, String entity, SigningKey entityKey) {
        vouch(superior, superiorKey, StatementDraft.about(entity, TestKeys.setOf(entityKey)));
    }

    void vouch(String superior, SigningKey superiorKey, StatementDraft draft) {
        documents.put(superior + "/fetch?sub=" + draft.subject, issue(superior, superiorKey, draft));
    }

    private String issue(String entity, SigningKey key, StatementDraft draft) {
        try {
            return issuer(entity, key).issue(draft, Duration.ofDays(1));
        } catch (SigningException e) {
            throw new IllegalStateException("a key in memory signs", e);
        }
    }

    @Override
    public synchronized Fetched fetch(URI address, String accept) throws IOException {
        String url = URLDecoder.decode(address.toString(), StandardCharsets.UTF_8);
        requests.add(url);
        String document = documents.get(url);
        if (document == null) {
            return new Fetched(404, "text/plain", -1, new byte[0]);
        }
        if (document.equals("broken")) {
            throw new IOException("the connection was reset");
        }
        return new Fetched(200, accept, -1, document.getBytes(StandardCharsets.US_ASCII));
    }
}
